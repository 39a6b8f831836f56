import { dueWords } from '#log-review'
import { sayField } from '#registry'
import { commands } from './commands.en.ts'
import { documentWords } from './document-words.ts'
import type { Inspector, ja } from './ja.ts'
import { options } from './options.en.ts'

export const en: typeof ja = {
  program: "Omamori — keeps a medical facility's information system safe, as the guideline asks",
  example: 'Example',
  version: 'print the version',
  help: 'print this help',
  titles: { 'Usage:': 'Usage:', 'Options:': 'Options:', 'Commands:': 'Commands:', 'Arguments:': 'Arguments:' },
  usage: {
    'commander.missingMandatoryOptionValue': 'This is needed',
    'commander.optionMissingArgument': 'A value is needed',
    'commander.unknownOption': 'Unknown option',
    'commander.unknownCommand': 'Unknown command',
    'commander.excessArguments': 'Too many words',
    other: 'This is not how it is used',
    hint: 'Add --help to see how it is used. Nothing was changed.',
  },
  notFound: {
    file: (name) => `File not found: ${name}`,
    id: (id) => `There is none with this id or name: ${id}`,
    data: (folder) => `This folder holds no data of Omamori: ${folder}`,
  },
  scanFolder: (folder) =>
    `The folder of the scanner was named: ${folder}\n  What arrives in it stands on the page for scanning paper.`,
  emergency: {
    ask: 'Passphrase of the emergency package (13 characters or more: letters, digits and symbols): ',
    askAgain: 'Once more: ',
    progress: (done, of) => `${done} of ${of}`,
    made: (folder, documents) =>
      `The emergency package was made: ${folder} (${documents} documents)\n  Open index.html in a browser and type the passphrase. Keep the passphrase apart from the package.`,
    nightly: (folder, keep) =>
      `Every night at 4:50 an emergency package is made here: ${folder} (the newest ${keep} stay)\n  It begins when Omamori is opened next. At once: omamori timetable run emergency-package`,
    sameDisk: 'This is the disk of the data itself: one fault takes both. Another medium is better.',
    leftOut: (count) =>
      `${count} documents could not be read and are not in it; "About this package" names them. All others are in it.`,
  },
  package: {
    made: (folder: string, documents: number) =>
      `The preservation package was made: ${folder} (${documents} documents)\n  It is not encrypted and holds facts of patients: keep it locked up, or on an encrypted medium.\n  Keep these verifier keys apart from the package (for omamori archive verify):`,
    leftOut: (count: number) => `${count} contents could not be read and are not in it. The rest is.`,
  },
  documents: documentWords.en,
  cannotBeShown: 'It cannot be shown',
  wordsFound: (found: boolean): string => (found ? 'The words are found' : 'The words are not found'),
  options,
  commands,
  task: {
    nobody: 'nobody',
    late: (days: number) => `${days} days late`,
    yen: (yen: number) => `¥${yen.toLocaleString('en-US')}`,
    short: { 'not-met': 'said to be done, still not met', unknown: 'said to be done, not known' },
  },
  logReview: {
    interval: (days) =>
      days === undefined
        ? "No interval is set (it can be, among the facility's own limits in the registry)."
        : `Logs are looked through within ${days} days (the facility's own limit).`,
    due: ({ state, lastOn, lastBy, dueOn }, name) =>
      [
        name,
        dueWords[state].en,
        lastOn === undefined ? undefined : `last ${lastOn}${lastBy === undefined ? '' : ` (${lastBy})`}`,
        dueOn === undefined ? undefined : `next by ${dueOn}`,
      ]
        .filter((part) => part !== undefined)
        .join('  '),
    number: (number) => `no. ${number}`,
    corrected: (number) => `corrected by no. ${number}`,
  },
  director: {
    waiting: (tasks, yen) => `Waiting for a decision: ${tasks}, ¥${yen.toLocaleString('en-US')}`,
    money: (undecided, decided, unsaid) =>
      `Estimated: ¥${undecided.toLocaleString('en-US')}, approved: ¥${decided.toLocaleString('en-US')}, without a cost: ${unsaid}`,
    overdue: (tasks) => `Overdue tasks: ${tasks}`,
    questions: (open) => `Questions suppliers have not answered: ${open}`,
    tasks: (tasks, late) => `tasks: ${tasks} (overdue: ${late})`,
  },
  unusable: (path: string) => `This value cannot be used: ${path}`,
  preparing: 'Preparing…',
  opened: (address) => `Omamori is open: ${address}`,
  stopHint: 'Press Ctrl+C to stop.',
  stopping: 'Stopping…',
  sampleNotice: 'This is a sample. The facility, all people and companies are invented.',
  setupCode: (code) => `One-time code for the first administrator: ${code}`,
  recoverySheet: (code) =>
    `Recovery code (for when the keys are lost; print or copy it and lock it away, it is not shown again):\n  ${code}`,
  recovered: 'The key file was made again. The recovery sheet stays good.',
  counts: (kind, total) => (kind === 'C' ? `Minimum (C), ${total} items` : `Recommended (D), ${total} items`),
  states: { met: '● met', 'not-met': '▲ not met', unknown: '？ unknown', 'not-applicable': '－ not applicable' },
  gapsTitle: (shown, total) => `What is missing (heaviest ${shown} of ${total})`,
  noGaps: 'Nothing was found missing.',
  selfAssessment: 'This is a self-assessment, not a certification.',
  linkLine: ({ linkId, expiresAt }) => `  link ${linkId.slice(0, 8)}  until ${expiresAt.slice(0, 10)}`,
  supplierLink: ({ expiresAt }, path) =>
    `A link for answers was made (until ${expiresAt.slice(0, 10)}).\nPut these letters right behind the address of this Omamori (https://…) and hand them over. They are shown this once.\n${path}`,
  supplierUnlinked: (name) => `The link of ${name} is closed, and whoever came by it is out.`,
  inspectorInvited: ({ name, organisation, lastDay }: Inspector, path: string) =>
    `${name} (${organisation}) may see the inspection files until the end of ${lastDay}.\nHand over the address of this facility's Omamori (http://…) with these characters behind it. They are shown this once.\n${path}`,
  inspector: ({ linkId, name, organisation, lastDay }: Inspector) =>
    `${linkId.slice(0, 8)}  ${name} (${organisation})  until ${lastDay}`,
  inspectorWithdrawn: ({ name, organisation }: Inspector) =>
    `The link of ${name} (${organisation}) is closed. Whoever had it open sees nothing any more.`,
  inspectionMade: (path: string, missing: number) =>
    `The inspection file was made: ${path}${missing === 0 ? '' : `\n${missing} things are not there; they are listed under 1 of inspection-file.pdf.`}`,
  extended: (file, level) => `Extended to ${level}: ${file}`,
  stamped: ({ address, authority, underTrust }) =>
    `Time stamp: ${authority} (${address})${underTrust === false ? '; it does not lead to the trust at hand' : ''}`,
  signed: (file, level) => `Signed (${level}): ${file}`,
  askPassword: 'Password of the key (not shown): ',
  askRemote: (name) => `${name} for the remote signing service (not shown): `,
  authorisationKept: (file) => `The record of who allowed it is kept: ${file}`,
  askPin: 'PIN of the card (not shown): ',
  noCards: 'There is no card. Put it into the reader and try again.',
  pinStates: {
    usable: 'the PIN can be used',
    'few-left': 'wrong PINs were given; not many tries are left',
    'one-left': 'one more wrong PIN locks the card',
    locked: 'the PIN is locked; ask the issuer',
  },
  noRetention: 'no rule; never destroyed until the facility makes one',
  forSigning: 'for signing',
  notForSigning: 'not for signing',
  until: (day) => `until ${day}`,
  signedWithoutStamp: (why) =>
    `There is no time stamp (${why}). The signature itself stands; a stamp can be added later.`,
  wrote: (file) => `Written: ${file}`,
  issues: (count, file) => `${file} has ${count} places to correct. Nothing was changed.`,
  more: (count) => `…and ${count} more`,
  preview: ({ added, changed, missing }) => `${added} new, ${changed} changed, ${missing} not in the file.`,
  applyHint: 'Run again with --apply to import. Nothing was changed yet.',
  imported: 'Imported.',
  verified: (size) => `${size} entries, no rewriting found.`,
  verifiedPart: ({ fresh, older, olderChecked }) =>
    `All ${fresh} new entries and ${olderChecked} of the ${older} older ones looked at, no rewriting found.\nThe other ${older - olderChecked} were not looked at this time (--full looks at all).`,
  auditedAll: {
    first:
      'All entries were looked at, for no audit of all of them was written down. With --record the next one can look at a share.',
    'last-found': 'All entries were looked at, for the last audit found places that do not fit.',
    found: 'All entries were looked at, for something did not fit.',
  },
  auditNotKept: 'The result of the audit could not be written into the journal: nothing can be written now.',
  verifying: (done, of) => `${done} of ${of} entries`,
  lookingAt: (place, step, files, seconds) =>
    `${place}: ${{ list: 'generations', check: 'checking', read: 'reading' }[step] ?? step} (${files.toLocaleString('en')} files, ${seconds} s)`,
  lost: (log, from, to) => `${log}, entries ${from}–${to}: declared lost when an older copy was restored.`,
  continued: (count) => `The history goes on. Its first entry names the ${count} entries that are lost.`,
  anchored: 'The checkpoint kept elsewhere was made anew.',
  unsigned: (count) => `${count} of them are sealed and wait for the next signature.`,
  witness: {
    opened: (address) => `The witness's door is open: ${address}`,
    watched: (log) => `Witnessing ${log} from now on.`,
    unwatched: (log) => `No longer witnessing ${log}.`,
    log: ({ label, origin, size, cosignedAt }) =>
      `${label}  ${origin}  ${size} entries  cosigned last ${cosignedAt ?? 'never'}`,
    notSigned: (status, answer) =>
      status === 409
        ? `Not cosigned. What was cosigned last here has ${answer} entries (have the submission made anew with --from ${answer}).`
        : `Not cosigned (${status}: ${answer}).`,
    named: (id) => `Named the witness (${id}).`,
    dropped: 'Dropped the witness. What it cosigned stays.',
    nobody: 'There is nobody to ask. Name a witness with omamori ledger name-witness.',
    notAsked: 'not asked yet',
    cosigned: (by) => `Took in the cosignature of ${by}.`,
    standing: (witnessed, size) =>
      witnessed
        ? `${witnessed.size} of ${size} entries are cosigned (${witnessed.by.join(', ')}, ${witnessed.at}).`
        : `None of the ${size} entries is cosigned by a witness.`,
  },
  timetable: {
    never: 'has not run yet',
    last: (said) => `last ${said}`,
    next: (at) => `next ${at}`,
    overdue: 'It did not run at two of its hours. See whether Omamori is running.',
  },
  mail: {
    noServer:
      'No mail server is named. No mail tells of alarms: nobody hears of one unless somebody looks at the screen.',
    server: ({ host, port, tls, recipients }) => `Mail server ${host}:${port} (${tls})  to ${recipients.join(', ')}`,
    states: { waiting: 'waiting', sent: 'handed over', failed: 'could not be delivered' },
    named: 'Named the mail server and who is told. Try it with omamori mail test.',
    dropped: 'Dropped the mail server. Nothing is sent any more.',
  },
  notVerified: (count) => `${count} places do not fit. Do not write to this folder; take a copy.`,
  invitation: (code, until) => `One-time code: ${code} (until ${until})`,
  fault: (number, file) =>
    `Something went wrong on our side. Nothing was half saved. (number ${number}, cause in ${file})`,
  anotherFacility: (holds, wanted) =>
    `This folder holds the data of ${holds}, so the sample ${wanted} is not opened. Nothing was touched. Name another folder with --data, or leave --data out.`,
  noFacility: 'This folder holds no facility yet. Begin with omamori serve --data.',
  unusableData: (folder) =>
    `This guideline data cannot be used: ${folder}\nNothing was opened and nothing was changed. Correct it, or take the folder away and start again.`,
  dataIssue(issue) {
    switch (issue.kind) {
      case 'unreadable':
        return `not readable: ${issue.at}`
      case 'unresolved':
        return `${issue.id}: names ${issue.at}, which is not there`
      case 'deleted':
        return `${issue.id}: deleted, its answers would be lost (mark it as retired instead)`
      case 'reused':
        return `${issue.id}: was "${issue.before}" and is "${issue.after}" (add the old title to formerTitles or formerAsks if it is the same)`
      case 'revived':
        return `${issue.id}: was retired and is asked again (give it a new id)`
      case 'twice':
        return `${issue.id}: stands twice`
      case 'fewer-rounds':
        return `rounds: ${issue.before} became ${issue.after}, the answers of the last would be lost`
    }
  },
  nothingFound: 'Nothing found.',
  sampleMark: ' [SAMPLE]',
  supplier: ({ supplierId, name, toAsk }) => `${name} (${supplierId})  ${toAsk} not asked yet`,
  sheet: ({ number, asked, answered, dueOn, due }) =>
    `  no. ${number}  ${answered} of ${asked} answered  due ${dueOn}${due === 'over' ? ' (overdue)' : ''}`,
  question: ({ code, kind, name, field }, language) => `  ${code}  ${name}  ${sayField(kind, field, language)}`,
  answersKept: ({ kept, same }) =>
    kept === 0
      ? 'These are the answers received before. Nothing was changed.'
      : `${kept} answers saved (${same} the same).`,
  proposals: { yes: 'proposed: yes', no: 'proposed: no', blank: '(blank)' },
  unmatchedNumber: 'number not compared',
}
