import { dueWords } from '#log-review'
import { sayField } from '#registry'
import type { Inspector, ja } from './ja.ts'

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
  options: {
    lang: 'language (ja or en)',
    json: 'print for machines',
    data: 'folder that holds the data',
    database: 'PostgreSQL to use (postgres://…)',
    facility: 'description of the facility (YAML, JSON or Excel file)',
    csv: 'a table of one kind (CSV in Shift_JIS or UTF-8)',
    kind: 'what the CSV is of (terminal, system …)',
    on: 'day of the assessment (2026-11-22, R8.11.22)',
    pdf: 'file for the report as PDF',
    inspectorName: 'name of the inspector',
    inspectorOrganisation: 'where the inspector comes from, a health centre for example',
    inspectorDays: 'for how many days, today counted: 1 to 31',
    inspectorLink: 'which link to close, as `inspection inspectors` shows it; its beginning is enough',
    directorPdf: "file for the director's page as PDF",
    chargesPdf: 'file for the sheets of charge as PDF',
    cardPdf: 'file for the emergency card as PDF',
    way: 'how: phone, fax, mail, letter or visit',
    remindedOn: 'day of the reminder (today without it)',
    supplierLink: 'which link to close, as `supplier sheets` shows it; its beginning is enough',
    person: 'person (id in the registry; without it, everybody)',
    inspectionFolder: 'where the folder of the inspection file is made',
    xlsx: 'file to write the assessment to as a workbook',
    checklistPdf: 'file for the checklist as PDF',
    port: 'port to listen on',
    host: 'address to listen on (default: this machine only)',
    name: 'further name that browsers use (repeatable)',
    behindTls: 'runs behind a proxy that speaks TLS (cookies insist on it)',
    sample: 'open a sample: clinic (the default) or hospital',
    assessSample: 'assess a sample: clinic (the default) or hospital',
    format: 'format to write (yaml, json or xlsx)',
    output: 'file to write (default: the screen)',
    asOf: 'write the registry as it stood when that day ended (2026-04-01, R8.4.1)',
    template: 'write an empty Excel template',
    apply: 'really import (without it, only show the differences)',
    before: 'the earlier one (fiscal year and number, 2025-3)',
    after: 'the later one (fiscal year and number, 2026-1)',
    sheetPdf: 'file to write the sheet to as PDF',
    sheetXlsx: 'file to write the sheet to as Excel workbook',
    sheet: 'number of the question sheet',
    answerFile: 'the sheet that came back (Excel file)',
    code: 'code of the question (five letters on the paper)',
    value: 'the answer (yes, no, not known, a figure, a day)',
    by: 'name of whoever answered',
    answeredOn: 'day of the answer (today when absent)',
    id: 'id of a requirement (6.5.C-14-4)',
    section: 'section (6.5)',
    login: 'user name',
    displayName: 'name of the person',
    role: 'roles (separated by spaces)',
    checked: 'how the identity was checked (is recorded)',
    allTasks: 'closed tasks too',
    requirement: 'id of a requirement (may be repeated: several become one task)',
    anyway: 'another task though there is one for the same gap',
    task: 'the number of the task (its first letters are enough)',
    state: 'state (open, doing, done, dropped)',
    note: 'words for its history (needed to drop it)',
    title: 'what is to be done',
    owner: 'the person (id in the registry, such as p-01)',
    supplier: 'the supplier (id in the registry, such as s-01)',
    due: 'due day (such as 2026-12-06)',
    cost: 'cost in yen',
    recoveryCode: 'code of the recovery sheet',
    anchor: 'file for the checkpoint kept elsewhere, best on another medium (default: beside the keys)',
    label: 'what you call it, on the screens and in the history',
    witnessKeys: 'verifier keys of the witness (may be repeated)',
    witnessUrl: 'where submissions are sent (without it, files are exchanged)',
    witnessId: 'the witness, by the beginning of its id',
    witnessPort: "also open the witness's door at this port (cosigns the journals of others)",
    witnessHost: "where the witness's door listens (default: this machine only)",
    fromSize: 'the size that the witness says it has',
    evidenceFolder: 'folder for the evidence',
    reason: 'the reason, which stands in the history',
    logFrom: 'first day of the log that was looked through (2026-11-01, R8.11.1)',
    logUntil: 'last day of the log that was looked through',
    reviewedSystem: "system whose log it was (repeatable; without it, Omamori's own journal)",
    reviewedOn: 'day of the review (today without it)',
    reviewedBy: 'who looked (id in the registry)',
    lookedAt: 'what was looked at (needed for the log of another system)',
    findings: 'what was found (without it: nothing unusual)',
    reviewTask: 'title of the task about what was found',
    correctedReview: 'the review it corrects; its beginning is enough',
    passphraseFile: 'file that holds the passphrase of the keys',
  },
  commands: {
    serve: 'open the screens',
    assess: 'assess a facility',
    inspection: 'make the inspection file; let an inspector see it for some days, and end that',
    'inspection make': 'make the inspection file (what is shown at an inspection) in a dated folder',
    'inspection invite':
      'make a link by which one inspector sees the inspection files, and nothing else, for some days',
    'inspection inspectors': 'list the inspectors who can see them now',
    'inspection withdraw': 'close the link of an inspector now',
    report: "the director's page, a sheet for each person, and the emergency card",
    'report director': "the director's page: state, decisions, costs, overdue tasks, change, open questions",
    'report card': 'the emergency card: whom to call, and the first hour',
    'report charges': 'what is in the charge of each person, what falls short, what to do',
    checklist: 'propose answers to the yearly checklist of the inspection',
    import: 'import a registry',
    export: 'export the registry',
    guideline: 'look things up in the guideline',
    snapshot: 'kept assessments',
    'snapshot take': 'keep the assessment as it is now',
    'snapshot list': 'list the kept assessments',
    'snapshot compare': 'what differs between two',
    'log-review': 'reviews of logs',
    'log-review list': 'list the reviews and what is due (ends with 1 while one is late or was never made)',
    'log-review look': "what of Omamori's own journal deserves a look, with the numbers",
    'log-review record': 'record that a log was looked through',
    task: 'tasks of the plan',
    'task list': 'list the tasks (ends with 1 while one is late)',
    'task add': 'open a task',
    'task change': 'change a task',
    supplier: 'questions to suppliers',
    'supplier sheets': 'list question sheets and what is not asked yet',
    'supplier issue': 'issue a question sheet to a supplier',
    'supplier remind': 'keep that a supplier was reminded (nothing is sent from here)',
    'supplier link': 'make a link by which a supplier answers',
    'supplier unlink': 'close the link of a supplier',
    'supplier answer': 'enter answers to a question sheet',
    ledger: 'the history',
    'ledger verify': 'recompute the whole history and check it',
    'ledger continue': 'go on after an older copy was restored, naming what is lost',
    'ledger anchor': 'make the checkpoint kept elsewhere anew, giving the reason',
    'ledger key': "print the verifier key of this facility's journal, for its witness",
    'ledger witnesses': 'who witnesses this journal, and how far',
    'ledger name-witness': 'name a witness of this journal',
    'ledger drop-witness': 'drop a witness',
    'ledger witness': 'ask the witnesses to cosign now',
    'ledger submission': 'write the submission to a file (where there is no network)',
    'ledger cosign': 'take a cosigned file in, once it is verified',
    witness: 'witnessing: cosign the journals of other facilities',
    'witness serve': "open the witness's door alone",
    'witness key': 'print the verifier keys of this witness (makes them on first use)',
    'witness add': 'witness a journal, by its verifier key',
    'witness remove': 'cease to witness a journal',
    'witness list': 'the journals that are witnessed (ends with 1 while there is evidence of a split view)',
    'witness sign': 'cosign a submission that came as a file',
    'witness evidence': 'write out the evidence of split views',
    user: 'accounts',
    'user list': 'list the accounts',
    'user invite': 'create an account and print its one-time code',
    'user reset': 'print a one-time code for a new password',
    keys: 'keys',
    'keys rotate': 'rotate the keys',
    'keys recover': 'make the key file again from the recovery sheet',
  },
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
  wrote: (file) => `Written: ${file}`,
  issues: (count, file) => `${file} has ${count} places to correct. Nothing was changed.`,
  more: (count) => `…and ${count} more`,
  preview: ({ added, changed, missing }) => `${added} new, ${changed} changed, ${missing} not in the file.`,
  applyHint: 'Run again with --apply to import. Nothing was changed yet.',
  imported: 'Imported.',
  verified: (size) => `${size} entries, no rewriting found.`,
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
