import { threats } from '#registry/contract'
import type { Subject } from './codes.ts'
import type { Told } from './told.ts'
import type { Sentences } from './words.ts'

export const subjects: Readonly<Record<Subject, string>> = {
  'card-system': 'system that uses cards or the like',
  connection: 'external connection',
  diagram: 'network or system diagram',
  information: 'class of information',
  inventory: 'list of information',
  'iot-device': 'IoT device',
  'iot-device-with-information': 'IoT device that handles medical information',
  'lent-device': 'IoT device lent to patients',
  mail: 'handling of mail and exchanged files',
  'password-system': 'system that uses passwords',
  'renewed-system': 'system introduced or renewed under edition 5.2 to run in fiscal 2027',
  'responsible-list': 'list of responsible persons',
  'retired-device': 'stopped or retired IoT device',
  risk: 'risk',
  'risk-analysis': 'risk analysis report',
  system: 'system',
  terminal: 'terminal',
  wireless: 'wireless LAN used by medical information systems',
  'contracting-supplier': 'supplier that works on the systems',
  'creation-manager': 'information creation manager',
  'handling-supplier': 'supplier that works with personal information',
  'maintaining-supplier': 'supplier that maintains systems',
  'medical-connection': 'connection that carries medical information',
  operator: 'system operator',
  policy: 'policy',
  portable: 'device that is taken out',
  'privacy-policy': 'privacy policy',
  rules: 'operation rules',
  'safety-manager': 'system safety manager',
  staff: 'member of staff',
  'storing-supplier': 'supplier that stores records',
  supplier: 'supplier',
  'tls-connection': 'connection protected by TLS',
}

export function threatInEnglish(told: Told): string {
  const threat = told.the('threat')
  return Object.hasOwn(threats, threat) ? `“${threats[threat as keyof typeof threats][1]}”` : `“${threat}”`
}

const policy = (told: Told) => {
  const factors = told.the('factors').split(',')
  const parts = [
    told.has('minLength') && `of ${counted(told.the('minLength'), 'character')}`,
    told.has('factors') && (factors.length === 1 ? 'as the only factor' : 'with two or more factors'),
    told.has('maxAgeDays') &&
      (told.the('maxAgeDays') === 'never' ? 'never changed' : `changed within ${days(told.the('maxAgeDays'))}`),
    told.the('mixedCharacters') === 'false' && 'without mixed characters',
  ]
  return parts.filter((part) => part !== false).join(', ')
}

const option = (told: Told) =>
  ({
    a: '13 characters or more',
    b: '8 characters or more, changed within two months',
    c: 'two factors with 8 characters or more, or with a PIN',
  })[told.the('option')] ?? ''

const factorsOf = (told: Told) => told.choice('factors', 'system', 'authentication.factors')
/** 1 account, 3 accounts. */
export const counted = (n: string, thing: string) => `${n} ${thing}${n === '1' ? '' : 's'}`
const days = (n: string) => counted(n, 'day')
const age = (told: Told) => `${told.day('day')} (${days(told.the('ageDays'))} ago)`

export const findings: Sentences['findings'] = {
  'administrators-cannot-read': (t) => `Not even administrators can learn the passwords of ${t.thing}.`,
  'clock-right': (t) => `The clock of ${t.thing} is off by ${t.the('offsetMs')} ms, within the facility's tolerance.`,
  'clock-synchronised': (t) => `The clock of ${t.thing} follows standard time.`,
  'device-reports': (t) => `${t.thing} last reported on ${age(t)}.`,
  'disclosure-held': (t) =>
    `The ${t.choice('disclosure', 'system', 'disclosure.kind')} of ${t.thing} (${t.the('version')}) was received on ${t.day('day')}.`,
  'document-held': (t) => `${t.thing} was revised on ${age(t)}, within the facility's ${days(t.the('limitDays'))}.`,
  'equivalent-measure': (t) => `A measure equal to two factors is written down for ${t.thing}.`,
  'executables-stopped': (t) =>
    `Programs and macros in mail and exchanged files: ${t.choice('executables', 'mail', 'executables')}.`,
  'failure-delay': (t) => `After a wrong password ${t.thing} waits ${t.the('seconds')} s.`,
  'firewall-stateful': (t) => `${t.thing} has a firewall that looks at the state of connections.`,
  'firmware-current': (t) =>
    `${t.thing} runs the maker's current version${t.has('version') ? ` ${t.the('version')}` : ''}.`,
  'firmware-exception': (t) => `A reason not to update ${t.thing} is accepted until ${t.day('day')}.`,
  'guessable-refused': (t) => `${t.thing} refuses passwords that can be guessed.`,
  'importance-set': (t) => `The importance of ${t.thing} is ${t.choice('importance', 'information', 'importance')}.`,
  'information-linked': (t) => `${t.thing} handles ${counted(t.the('count'), 'kind')} of information on the list.`,
  'initial-password-changed': (t) => `Users of ${t.thing} change their first password themselves.`,
  'intake-scanned': (t) => `${t.thing} scans media and received files.`,
  'inventory-complete': () => 'The list of information was checked to be complete.',
  'inventory-readable': () => 'The safety manager can see the list of information at once.',
  'iot-risk-analysed': (t) =>
    `The risk of ${t.thing} was analysed on ${t.day('day')} from its maker's information and is in the rules.`,
  'leavers-disabled': (t) => `${t.thing} disables accounts of leavers within ${days(t.the('days'))}.`,
  'loan-explained': (t) => `${t.thing} is lent with an explanation, consent and a contact.`,
  lockout: (t) =>
    `After ${counted(t.the('times'), 'wrong password')} ${t.thing} refuses entry for ${counted(t.the('minutes'), 'minute')}.`,
  'log-complete': (t) => `The log of ${t.thing} shows who worked when, for how long and with what information.`,
  'log-in-diary': (t) => `A work diary is kept for ${t.thing}.`,
  'log-protected': (t) => `The log of ${t.thing} is protected (${t.choice('protection', 'system', 'log.protection')}).`,
  'malware-active': (t) => `Malware protection always runs on ${t.thing}.`,
  'no-leaver-accounts': (t) => `${t.thing} has no active account of anybody who left or moved.`,
  'on-diagram': (t) => `${t.thing} is on the diagram ${t.named('diagram')}.`,
  'owner-known': (t) => `${t.named('owner')} is responsible for ${t.thing}.`,
  'password-history': (t) =>
    `${t.thing} refuses the last ${t.the('history') === '1' ? 'password' : `${t.the('history')} passwords`}.`,
  'password-one-way': (t) => `${t.thing} stores passwords as one-way hashes.`,
  'password-option-kept': (t) => `The passwords of ${t.thing} meet ${option(t)}.`,
  'password-strong': (t) => `The passwords of ${t.thing} meet ${option(t)}.`,
  'patterns-fresh': (t) => `The malware patterns of ${t.thing} are of ${age(t)}.`,
  'resets-recorded': (t) => `When a password of ${t.thing} is reset, the person is verified and it is recorded.`,
  'retired-device-apart': (t) => `${t.thing} is out of use and off the network.`,
  reviewed: (t) => `${t.thing}: ${t.field} is ${age(t)}, within the facility's ${days(t.the('limitDays'))}.`,
  'rights-by-class': (t) => `Rights in ${t.thing} follow the class of information.`,
  'risk-analysed': (t) => `The risk to “${t.the('information')}” was analysed on ${age(t)}.`,
  'risk-treated': (t) =>
    t.the('treatment') === 'not-applicable'
      ? `${t.thing} was judged not to apply here.`
      : `Controls for ${t.thing}: ${t.choice('treatment', 'risk', 'state')}.`,
  'roles-defined': (t) => `${t.thing} limits what can be seen by job and duty.`,
  'screen-asks-password': (t) =>
    `The screen of ${t.thing} locks after ${counted(t.the('minutes'), 'minute')} and asks for a password.`,
  'screen-locks': (t) => `The screen of ${t.thing} locks after ${counted(t.the('minutes'), 'minute')}.`,
  'sender-checked': () => 'Where a program must be received, the sender is asked whether it was sanitised.',
  'spare-procedure': (t) => `There is a procedure for when a card for ${t.thing} cannot be used.`,
  'supplier-known': (t) => `${t.named('supplier')} installed or maintains ${t.thing}.`,
  'threat-addressed': (t) => `The threat ${threatInEnglish(t)} was analysed in ${t.thing}.`,
  'two-factors': (t) => `${t.thing} asks for two or more factors (${factorsOf(t)}).`,
  'users-identified': (t) => `${t.thing} identifies and authenticates each user.`,
  'wireless-encrypted': (t) =>
    `The wireless LAN ${t.thing} is encrypted with ${t.choice('encryption', 'wireless', 'encryption')}.`,
  'wireless-enterprise': (t) => `The wireless LAN ${t.thing} uses 802.1X with certificates.`,
  'wireless-mac-filter': (t) => `The wireless LAN ${t.thing} lets in devices of the registry only.`,
  'wireless-refuses-any': (t) => `The wireless LAN ${t.thing} refuses ANY connections.`,
  'wireless-tkip': (t) =>
    `The wireless LAN ${t.thing} uses WPA2-TKIP. The guideline allows it, but it is weak: WPA2-AES or better is advised.`,
  'bound-by-law': (t) => `${t.thing} is bound to secrecy by law.`,
  'clause-held': (t) => `${t.thing}: ${t.label} is in place.`,
  'closed-scope-known': (t) => `The carrier was asked on ${t.day('day')} how far ${t.thing} is closed.`,
  'kept-contents-whole': (t) =>
    `Since ${t.day('day')} every content kept in Omamori was looked at, and none is damaged.`,
  'kept-copies-readable': (t) =>
    `On ${t.day('day')} the documents of Omamori were written out so that a browser alone reads them.`,
  'kept-dispensed-after': (t) =>
    `Dispensed prescriptions scanned into Omamori after their dispensing: ${t.many('count', '')}.`,
  'kept-formats-open': (t) =>
    `Of the documents in Omamori (${t.many('count', '')}) none is in a form that may not be opened one day.`,
  'kept-hand-overs-recorded': (t) => `Hand-overs of media that have their receipt: ${t.many('count', '')}.`,
  'kept-media-checked': (t) => `Media checked within a month and within their life: ${t.many('count', '')}.`,
  'kept-old-papers-planned': (t) =>
    `Old papers are scanned after a notice, by a plan (${t.many('count', '')}), and not those of patients who object (${t.many('objections', '')}).`,
  'kept-persons-recorded': (t) =>
    `Versions confirmed in Omamori that name who entered them, who with what right confirmed them, and when: ${t.many('count', '')}.`,
  'kept-proxies-recorded': (t) =>
    `Proxy entries in Omamori that name for whom, by whom and when: ${t.many('count', '')}.`,
  'kept-proxies-settled': (t) =>
    `Every proxy entry in Omamori (${t.many('count', '')}) was approved by the person, who saw it.`,
  'kept-scans-by-rule': (t) =>
    `Scans in Omamori that have the resolution, colours and format decided for their kind: ${t.many('count', '')}.`,
  'kept-scans-signed': (t) => `Of the scans in Omamori (${t.many('count', '')}) none is past its time and unsigned.`,
  'kept-seen-before': (t) => `Versions confirmed in Omamori after they were displayed: ${t.many('count', '')}.`,
  'kept-versions-held': (t) =>
    `Documents corrected in Omamori, with every earlier version in order and to be compared: ${t.many('count', '')}.`,
  'kept-views-recorded': (t) =>
    `Who looked at the documents in Omamori (${t.many('count', '')}), and when, stands in the journal.`,
  'contents-guarded': (t) => `The contents of ${t.thing}, which is taken out, are encrypted or ask for a password.`,
  'disposal-decided': (t) => `When, by whom and how ${t.thing} is disposed of is decided.`,
  'line-encrypted': (t) => `${t.thing} is protected with ${t.choice('encryption', 'connection', 'encryption')}.`,
  'maintenance-kept': (t) => `${t.thing}: ${t.label} is in place.`,
  'no-subcontracting': (t) => `${t.thing} does not subcontract.`,
  'only-listed-taken-out': () => 'Nothing but listed devices and media may be taken out.',
  'paper-approved': (t) => `${t.thing}, revised on ${t.day('day')}, was approved by ${t.named('approver')}.`,
  'paper-published': (t) => `${t.thing} has been public since ${t.day('day')}.`,
  'pledge-signed': (t) => `${t.thing} pledged confidentiality on ${t.day('day')}.`,
  'post-held': (t) => `${t.thing} holds the post of ${t.choice('post', 'person', 'posts')}.`,
  'take-out-guarded': (t) => `${t.thing}, which is taken out: ${t.label} is in place.`,
  'tls-kept': (t) => `${t.thing}: ${t.label} is in place.`,
  'tls12-excused': (t) => `${t.thing} uses TLS 1.2 because TLS 1.3 cannot be used.`,
  'topic-written': (t) => `${t.thing} speaks of this: ${t.choice('topic', 'document', 'topics')}.`,
  trained: (t) => `${t.thing} was trained on ${age(t)}.`,
  'training-held': (t) => `Training was held on ${age(t)}, within the facility's ${days(t.the('limitDays'))}.`,
  'training-for-all': () => 'Everybody on the staff took part in the training.',

  'administrators-read-passwords': (t) => `Administrators of ${t.thing} can read or derive users' passwords.`,
  'clock-not-synchronised': (t) => `The clock of ${t.thing} does not follow standard time.`,
  'clock-off': (t) =>
    `The clock of ${t.thing} is off by ${t.the('offsetMs')} ms; the facility tolerates ${t.the('limitMs')} ms.`,
  'device-silent': (t) => `${t.thing} last reported on ${age(t)}, beyond the facility's ${days(t.the('limitDays'))}.`,
  'executables-allowed': () => 'Nothing is done about programs and macros in mail and exchanged files.',
  'firewall-stateless': (t) => `${t.thing} has no firewall that looks at the state of connections.`,
  'firmware-exception-over': (t) => `The reason not to update ${t.thing} ended on ${t.day('day')}.`,
  'firmware-old': (t) =>
    `${t.thing} does not run its maker's current version${t.has('version') ? ` (it runs ${t.the('version')})` : ''}.`,
  'guessable-passwords': (t) => `${t.thing} accepts passwords that can be guessed.`,
  'initial-password-kept': (t) => `Users of ${t.thing} may keep their first password.`,
  'intake-not-scanned': (t) => `${t.thing} does not scan media and received files.`,
  'inventory-incomplete': () => 'The list of information has omissions.',
  'inventory-not-readable': () => 'The safety manager cannot see the list of information at once.',
  'leaver-accounts': (t) =>
    `In ${t.thing}, ${counted(t.the('count'), 'account')} of people who left or moved ${t.the('count') === '1' ? 'is' : 'are'} still active.`,
  'leavers-disabled-late': (t) =>
    `${t.thing} disables accounts of leavers after ${days(t.the('days'))}; the facility's limit is ${days(t.the('limitDays'))}.`,
  'loan-without-consent': (t) => `${t.thing} is lent without an explanation and consent.`,
  'loan-without-contact': (t) => `${t.thing} is lent without a contact for problems.`,
  'kept-contents-damaged': () => 'Some content kept in Omamori is damaged and has no whole copy.',
  'kept-media-neglected': (t) =>
    `Media that were not checked for a month, are past their life or faulty: ${t.many('count', '')}.`,
  'kept-scans-overdue': (t) => `Scans past their time and not signed: ${t.many('count', '')}.`,
  'log-incomplete': (t) => `The log of ${t.thing} lacks: ${t.fields('lacking', 'system')}. No work diary stands in.`,
  'log-unprotected': (t) => `The log of ${t.thing} is not protected against deletion and change.`,
  'malware-inactive': (t) => `Malware protection does not run on ${t.thing}.`,
  'no-failure-delay': (t) => `After a wrong password ${t.thing} lets the next be tried at once.`,
  'no-lockout': (t) => `${t.thing} goes on accepting wrong passwords.`,
  'no-password-history': (t) => `${t.thing} lets earlier passwords be used again.`,
  'no-spare-procedure': (t) => `There is no procedure for when a card for ${t.thing} cannot be used.`,
  'not-on-diagram': (t) => `${t.thing} is not on the diagram.`,
  'one-factor': (t) => `${t.thing} asks for one factor only (${factorsOf(t)}).`,
  'owner-left': (t) => `${t.named('owner')}, responsible for ${t.thing}, has left or moved.`,
  'owner-none': (t) => `Nobody is responsible for ${t.thing}.`,
  'password-option-not-kept': (t) => `${t.thing} has passwords ${policy(t)}: not what was chosen (${option(t)}).`,
  'password-reversible': (t) =>
    `${t.thing} stores passwords in this form: ${t.choice('storage', 'system', 'passwordPolicy.storage')}.`,
  'password-weak': (t) => `${t.thing} allows passwords ${policy(t)}.`,
  'patterns-old': (t) =>
    `The malware patterns of ${t.thing} are of ${age(t)}, beyond the facility's ${days(t.the('limitDays'))}.`,
  'resets-unrecorded': (t) => `Verification at password resets of ${t.thing} is not recorded.`,
  'retired-device-connected': (t) =>
    `${t.thing} is ${t.choice('deviceState', 'device', 'state')} but still connected to the network.`,
  'review-overdue': (t) => `${t.thing}: ${t.field} is ${age(t)}, beyond the facility's ${days(t.the('limitDays'))}.`,
  'rights-ignore-class': (t) => `Rights in ${t.thing} do not follow the class of information.`,
  'risk-untreated': (t) => `Controls for ${t.thing} have not been carried out yet.`,
  'roles-undefined': (t) => `${t.thing} does not limit what can be seen by job and duty.`,
  'screen-locks-late': (t) =>
    `The screen of ${t.thing} locks after ${counted(t.the('minutes'), 'minute')}; the facility's limit is ${counted(t.the('limitMinutes'), 'minute')}.`,
  'screen-never-locks': (t) => `The screen of ${t.thing} never locks.`,
  'screen-opens-freely': (t) => `The screen of ${t.thing} opens without a password.`,
  'sender-not-checked': () => 'Where a program must be received, the sender is not asked whether it was sanitised.',
  'shared-accounts': (t) => `${t.thing} has ${counted(t.the('count'), 'shared or anonymous account')} in use.`,
  'users-not-identified': (t) => `${t.thing} does not identify each user.`,
  'wireless-any': (t) => `The wireless LAN ${t.thing} does not refuse ANY connections.`,
  'wireless-mac-list-differs': (t) => `The MAC list of the wireless LAN ${t.thing} does not match the registry.`,
  'wireless-no-mac-filter': (t) => `The wireless LAN ${t.thing} is not restricted by MAC address.`,
  'wireless-not-enterprise': (t) => `The wireless LAN ${t.thing} does not use 802.1X with certificates.`,
  'wireless-weak-encryption': (t) =>
    `The encryption of the wireless LAN ${t.thing} is not enough: ${t.choice('encryption', 'wireless', 'encryption')}.`,
  'clause-missing': (t) => `${t.thing}: ${t.label} is lacking.`,
  'contents-open': (t) => `Whoever finds ${t.thing}, which is taken out, can read its contents.`,
  'disposal-undecided': (t) => `No procedure is decided for the disposal of ${t.thing}.`,
  'line-unencrypted': (t) => `${t.thing} carries medical information unprotected.`,
  'maintenance-lacking': (t) => `${t.thing}: ${t.label} is lacking.`,
  'paper-unpublished': (t) => `${t.thing} is not published where outsiders can read it.`,
  'pledge-missing': (t) => `${t.thing} has not pledged confidentiality.`,
  'post-vacant': (t) =>
    `${t.thing} has left or moved, and nobody else holds the post of ${t.choice('post', 'person', 'posts')}.`,
  'take-out-unguarded': (t) => `${t.thing}, which is taken out: ${t.label} is lacking.`,
  'tls-lacking': (t) => `${t.thing}: ${t.label} is lacking.`,
  'tls12-unexcused': (t) => `${t.thing} uses TLS 1.2 without a reason.`,
  'topic-lacking': (t) => `${t.thing} does not speak of this: ${t.choice('topic', 'document', 'lacks')}.`,
  'training-overdue': (t) => `Training was last held on ${age(t)}, beyond the facility's ${days(t.the('limitDays'))}.`,
  untrained: (t) => `${t.thing} was last trained on ${age(t)}, beyond the facility's ${days(t.the('limitDays'))}.`,
  'training-partial': () => 'Some of the staff did not take part in the training.',
  'unlisted-taken-out': () => 'Devices and media that are not listed may be taken out.',
  'vpn-not-client-type': (t) => `The SSL-VPN of ${t.thing} is not of the client type.`,

  'day-in-future': (t) => `${t.thing}: ${t.field} is a day that has not come yet (${t.day('day')}).`,
  'diagram-unknown': (t) => `It is not known whether ${t.thing} is on the diagram.`,
  'facts-in-future': (t) => `${t.thing} was confirmed on a day that has not come yet (${t.day('takenOn')}).`,
  'kept-contents-unseen': () => 'Nobody has looked yet whether the contents kept in Omamori are whole.',
  'kept-copies-old': (t) => `The documents of Omamori were last written out for a browser on ${t.day('day')}.`,
  'kept-formats-at-risk': (t) =>
    `Versions in Omamori in a form that may not be opened one day: ${t.many('count', '')}.`,
  'kept-look-old': (t) => `Some contents kept in Omamori were last looked at on ${t.day('day')}.`,
  'kept-media-on-their-way': (t) => `Media handed over without a receipt: ${t.many('count', '')}.`,
  'kept-proxies-waiting': (t) =>
    `Proxy entries waiting for approval: ${t.many('count', '')}, the oldest of ${t.day('day')}.`,
  'limit-missing': (t) => `The facility has not set its own limit: ${t.fields('limit', 'limits')}.`,
  missing: (t) => `${t.thing}: ${t.field} is not in the registry.`,
  'not-recorded': (t) => `The registry holds no ${subjects[t.the('subject') as Subject]}.`,
  'reference-unknown': (t) => `${t.thing}: ${t.field} names “${t.the('target')}”, which is not in the registry.`,
  'risk-not-recorded': (t) => `The registry holds no risk to ${t.thing}.`,
  'threat-not-analysed': (t) => `The registry holds no analysis of the threat ${threatInEnglish(t)}.`,
  'topic-unknown': (t) =>
    `It is not known whether ${t.thing} speaks of this: ${t.choice('topic', 'document', 'topics')}.`,
}
