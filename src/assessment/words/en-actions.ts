import type { Subject } from './codes.ts'
import { counted, subjects, threatInEnglish } from './en-findings.ts'
import type { Told } from './told.ts'
import type { Sentences } from './words.ts'

/** A step that a supplier can take: asked of it by name where it is known. */
const by = (t: Told, what: string) =>
  t.has('supplier') ? `Ask ${t.named('supplier')} to ${what}` : `Ask the supplier to ${what}`

/** Steps without their full stop: a decision has none, a request has one. */
export const actions: Sentences['actions'] = {
  'administrators-read-passwords': (t) => by(t, `hide the passwords of ${t.thing} from administrators too`),
  'clock-not-synchronised': (t) => by(t, `synchronise the clock of ${t.thing} with standard time`),
  'clock-off': (t) => by(t, `correct the clock of ${t.thing}`),
  'device-silent': (t) => by(t, `find out why ${t.thing} no longer reports`),
  'executables-allowed': () => 'Have programs and macros in mail and exchanged files forbidden or sanitised',
  'firewall-stateless': (t) => by(t, `put a stateful firewall before ${t.thing}`),
  'firmware-exception-over': (t) => by(t, `update ${t.thing} to the current version`),
  'firmware-old': (t) => by(t, `update ${t.thing} to the current version`),
  'guessable-passwords': (t) => by(t, `make ${t.thing} refuse passwords that can be guessed`),
  'initial-password-kept': (t) => by(t, `make users of ${t.thing} change their first password`),
  'intake-not-scanned': (t) => by(t, `make ${t.thing} scan media and received files`),
  'inventory-incomplete': () => 'Add what is missing to the list of information and check it again',
  'inventory-not-readable': () => 'Let the safety manager see the list of information at once',
  'leaver-accounts': (t) => `Disable ${counted(t.the('count'), 'account')} of leavers in ${t.thing} today`,
  'leavers-disabled-late': (t) =>
    `Decide how accounts of leavers in ${t.thing} are disabled within ${counted(t.the('limitDays'), 'day')}`,
  'loan-without-consent': (t) => `Explain the risks of ${t.thing} to the patients who use it and obtain consent`,
  'loan-without-contact': (t) => `Give the patients who use ${t.thing} a contact for problems`,
  'approve-proxies': () => 'Have whoever asked for the proxy entries look at them and approve them',
  'check-contents': () => 'Check the stored contents (omamori archive check --all)',
  'copy-records': () => 'Write an emergency package, and have one made every night',
  'find-receipts': () => 'Ask for the receipts of the media that were handed over, and write them down',
  'kept-contents-damaged': () => 'See whether the damaged documents come back from a backup or a preservation package',
  'kept-media-neglected': () => 'Check the media that ask for it in their register, and copy them where needed',
  'kept-scans-overdue': () => 'Open the overdue scans on the scan desk, look at them and sign them',
  'log-incomplete': (t) => `Until ${t.thing} is renewed, write down in a diary who did what`,
  'log-unprotected': (t) => by(t, `protect the log of ${t.thing} against deletion and change`),
  'malware-inactive': (t) => by(t, `turn on malware protection on ${t.thing}`),
  'no-failure-delay': (t) => by(t, `add a delay after a wrong password in ${t.thing}`),
  'no-lockout': (t) => by(t, `make ${t.thing} refuse entry after repeated failures`),
  'no-password-history': (t) => by(t, `make ${t.thing} refuse earlier passwords`),
  'no-spare-procedure': (t) => `Decide and write down what to do when a card for ${t.thing} cannot be used`,
  'not-on-diagram': (t) => `Add ${t.thing} to the diagram`,
  'one-factor': (t) => by(t, `say whether ${t.thing} can use two factors`),
  'owner-left': (t) => `Name a new responsible person for ${t.thing}`,
  'owner-none': (t) => `Name a responsible person for ${t.thing}`,
  'password-option-not-kept': (t) => `Set the passwords of ${t.thing} the way that was chosen`,
  'password-reversible': (t) => by(t, `store the passwords of ${t.thing} as one-way hashes`),
  'password-weak': (t) => by(t, `say whether passwords of ${t.thing} can have 13 characters or more`),
  'patterns-old': (t) => `Update the malware patterns of ${t.thing} today`,
  'resets-unrecorded': (t) => `When resetting a password of ${t.thing}, write down how the person was verified`,
  'retired-device-connected': (t) => `Take ${t.thing}, which is out of use, off the network`,
  'review-overdue': (t) => `Look at ${t.thing} again and update ${t.field}`,
  'rights-ignore-class': (t) => by(t, `make rights in ${t.thing} follow the class of information`),
  'risk-untreated': (t) => `Decide by when the controls for ${t.thing} are carried out, and do so`,
  'roles-undefined': (t) => `Decide by job and duty what can be seen in ${t.thing}, and write it into the rules`,
  'screen-locks-late': (t) => `Set the screen of ${t.thing} to lock within ${counted(t.the('limitMinutes'), 'minute')}`,
  'screen-never-locks': (t) => `Set the screen of ${t.thing} to lock when its user is away`,
  'screen-opens-freely': (t) => `Set the screen of ${t.thing} to ask for a password when it opens`,
  'sender-not-checked': () => 'Make it a rule to ask senders of programs whether they were sanitised',
  'shared-accounts': (t) => `Give every user of ${t.thing} an account of their own and stop the shared ones`,
  'users-not-identified': (t) => `Give every user of ${t.thing} an account of their own`,
  'wireless-any': (t) => by(t, `make the wireless LAN ${t.thing} refuse ANY connections`),
  'wireless-mac-list-differs': (t) => `Correct the MAC list of the wireless LAN ${t.thing} against the registry`,
  'wireless-no-mac-filter': (t) => by(t, `restrict the wireless LAN ${t.thing} by MAC address`),
  'wireless-not-enterprise': (t) => by(t, `guard the wireless LAN ${t.thing} with 802.1X and certificates`),
  'wireless-weak-encryption': (t) => by(t, `encrypt the wireless LAN ${t.thing} with WPA2-AES or better`),
  'clause-missing': (t) => `Review the contract with ${t.thing}: ${t.label}`,
  'contents-open': (t) => by(t, `encrypt the contents of ${t.thing}, which is taken out`),
  'disposal-undecided': (t) => `Decide when, by whom and how ${t.thing} is disposed of`,
  'line-unencrypted': (t) => by(t, `protect ${t.thing} with IPsec or TLS`),
  'maintenance-lacking': (t) => `Agree with ${t.thing} on this: ${t.label}`,
  'paper-unpublished': (t) => `Publish ${t.thing} on a notice board or the web`,
  'pledge-missing': (t) => `Have ${t.thing} pledge confidentiality, in the contract or in a pledge`,
  'post-vacant': (t) => `Appoint a new ${t.choice('post', 'person', 'posts')}`,
  'take-out-unguarded': (t) => `Before ${t.thing} is taken out, see to this: ${t.label}`,
  'tls-lacking': (t) => by(t, `see to this on ${t.thing}: ${t.label}`),
  'tls12-unexcused': (t) => by(t, `limit ${t.thing} to TLS 1.3`),
  'topic-lacking': (t) => `Add to ${t.thing}: ${t.choice('topic', 'document', 'lacks')}`,
  'training-overdue': () => 'Set a day for training on personal information',
  untrained: (t) => `Set a day for the training of ${t.thing}`,
  'training-partial': () => 'Set a day for the training of those who have not taken part',
  'unlisted-taken-out': () => 'List every device and medium that may be taken out, and forbid others',
  'vpn-not-client-type': (t) => by(t, `replace the SSL-VPN of ${t.thing} by IPsec or one of the client type`),

  'analyse-risk': (t) => `Analyse the risk to ${t.thing} and record it`,
  'analyse-threat': (t) => `Find out whether the threat ${threatInEnglish(t)} applies here, and record it`,
  'answer-question': (t) =>
    t.has('question')
      ? `Answer the question “${t.the('question')}”`
      : 'Answer the question whether this requirement applies to the facility',
  'ask-supplier': (t) =>
    t.thing === t.named('supplier')
      ? `Ask ${t.thing} about this: ${t.label}`
      : `Ask ${t.named('supplier')} about ${t.thing}: ${t.field}`,
  attest: () => 'Have somebody check it and attest it, with the day and proof',
  'confirm-facts': (t) => `Confirm the entry of ${t.thing} again and write the day`,
  'confirm-in-person': () => 'The registry is in order. Have somebody look for themselves and attest it',
  'correct-day': (t) => `Correct ${t.field} of ${t.thing}`,
  'correct-reference': (t) => `Choose ${t.field} of ${t.thing} from the registry again`,
  'draw-diagram': (t) => `Find out whether ${t.thing} is on the diagram, and record it`,
  'read-paper': (t) =>
    `Read ${t.thing} and record whether it speaks of this: ${t.choice('topic', 'document', 'topics')}`,
  'record-fact': (t) => `Find out ${t.field} of ${t.thing} and record it`,
  'record-items': (t) => `Record in the registry: ${subjects[t.the('subject') as Subject]}`,
  'renew-attestation': () => 'The attestation has expired. Check again and attest it anew',
  'set-limit': (t) => `Set the facility's own limit: ${t.fields('limit', 'limits')}`,
}
