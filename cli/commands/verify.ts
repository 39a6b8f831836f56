import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  type CoverageAnswer,
  documentKinds,
  type FileAnswer,
  policyNames,
  type SignatureAnswer,
  type StandaloneStampAnswer,
} from '@omamori/signature'
import type { Command } from 'commander'
import { Refusal, systemClock } from '#shared'
import {
  type AnswerWords,
  answerWords,
  fetchLines,
  makeReport,
  nextStep,
  noTrust,
  readTrust,
  reportOrders,
  type VerifiedFile,
  verifyFiles,
} from '#signature'
import { exit } from '../exit.ts'
import { gatherOf, type OnlineOptions, withOnline } from '../online.ts'
import { readInput } from '../read-input.ts'
import type { Terminal } from '../terminal.ts'

interface Options extends OnlineOptions {
  readonly trust?: string
  readonly at?: string
  readonly documentKind?: string
  readonly content?: string
  readonly policy: string
  readonly json?: boolean
  readonly report?: string
  readonly reportOrder: string
}

/** `omamori verify FILE…`: who signed, with which licence, proven since when; from files alone, without a server, and without a network unless `--online`. */
export function addVerify(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const command = program
    .command('verify')
    .description(commands.verify)
    .argument('<file...>', options.signedFile)
    .option('--trust <folder>', options.trust)
    .option('--at <time>', options.atTime)
    .option('--document-kind <kind>', options.documentKind)
    .option('--content <file>', options.signedContent)
    .option('--policy <name>', options.algorithmPolicy, policyNames[0])
  withOnline(command, terminal)
    .option('--report <file>', options.verificationReport)
    .option('--report-order <order>', options.reportOrder, reportOrders[0])
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori verify 処方箋.xml --trust trust --document-kind prescription --json`)
    .action((files: readonly string[], chosen: Options) => verify(files, chosen, terminal))
}

async function verify(files: readonly string[], chosen: Options, terminal: Terminal): Promise<void> {
  const documentKind = chosen.documentKind ?? null
  const policy = policyNames.find((name) => name === chosen.policy)
  if (policy === undefined) throw new Refusal('malformed', { reason: 'unknown-policy', id: chosen.policy })
  if (documentKind !== null && !documentKinds.some(({ kind }) => kind === documentKind))
    throw new Refusal('malformed', { reason: 'unknown-document-kind', id: documentKind })
  const reportOrder = reportOrders.find((name) => name === chosen.reportOrder)
  if (reportOrder === undefined)
    throw new Refusal('malformed', { reason: 'unknown-report-order', id: chosen.reportOrder })
  const order = {
    trust: chosen.trust === undefined ? noTrust : await readTrust(chosen.trust),
    at: momentOf(chosen.at),
    policy,
    ...(await gatherOf(chosen)),
  }
  const content = chosen.content === undefined ? null : await readInput(chosen.content)
  const answers: VerifiedFile[] = []
  for (const file of files) {
    const question = { name: basename(file), bytes: await readInput(file), documentKind, content }
    answers.push(...(await verifyFiles([question], order)))
  }
  if (chosen.json) terminal.say(JSON.stringify({ files: answers }, undefined, 2))
  else for (const answer of answers) describe(answer, terminal)
  if (chosen.report !== undefined) {
    const letterhead = { facility: '', sample: false, order: reportOrder, language: terminal.language }
    await writeFile(chosen.report, await makeReport(answers, letterhead))
    terminal.note(terminal.words.wrote(chosen.report))
  }
  terminal.end(answers.every((answer) => isFine(answer, documentKind)) ? exit.fine : exit.findings)
}

/** Valid, and where a kind of document was asked for, made by somebody who may. */
const isFine = ({ indication, qualification }: FileAnswer, documentKind: string | null): boolean =>
  indication === 'TOTAL-PASSED' && (documentKind === null || qualification?.answer === 'confirmed')

/** A moment in ISO 8601; a day without an hour would be another moment in another place, and is refused. */
function momentOf(text: string | undefined): number {
  if (text === undefined) return Date.parse(systemClock.now())
  const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text)
    ? Date.parse(text)
    : Number.NaN
  if (Number.isNaN(moment)) throw new Refusal('malformed', { reason: 'not-a-moment', id: text })
  return moment
}

function describe(answer: VerifiedFile, { language, say }: Terminal): void {
  const words = answerWords[language]
  const file = words.file(answer.name, answer.kind === null ? null : words.kinds[answer.kind])
  if (answer.trouble !== null) say(`${file}: ${words.trouble(answer.trouble.reason)}`)
  else if (answer.indication === null) say(`${file}: ${words.unsigned}`)
  else {
    say(`${file}: ${words.indications[answer.indication]}`)
    for (const signature of answer.signatures) for (const line of linesOf(signature, language)) say(`  ${line}`)
    for (const stamp of answer.timeStamps) for (const line of stampLines(stamp, words)) say(`  ${line}`)
    say(`  ${words.policy(answer.policy.name, answer.policy.date)}`)
  }
  for (const line of fetchLines(answer.fetched ?? [], language)) say(`  ${line}`)
}

function linesOf(signature: SignatureAnswer, language: 'ja' | 'en'): readonly string[] {
  const words: AnswerWords = answerWords[language]
  const { qualification, coverage, roles, subIndication } = signature
  const held = roles.map(({ text, japanese }) => words.role(text, japanese)).join(words.comma)
  const licensed =
    qualification === null ? '-' : words.because(words.qualifications[qualification.answer], qualification.decidedBy)
  return [
    words.signature(signature.id, signature.format, signature.level),
    `  ${whyOf(signature, words)}`,
    ...(subIndication === null ? [] : [`  ${nextStep(subIndication, language)}`]),
    `  ${words.signer}: ${signature.signer?.subject ?? '-'}  ${words.signerKinds[signature.signerKind.kind]}`,
    `  ${words.roles}: ${held || words.noRoles}`,
    `  ${signature.provenTime === null ? words.notProven : `${words.proven}: ${signature.provenTime}`}`,
    ...(signature.claimedTime === null ? [] : [`  ${words.claimed}: ${signature.claimedTime}`]),
    `  ${words.qualification}: ${licensed}`,
    ...outsideOf(coverage, words),
  ]
}

const stampLines = (stamp: StandaloneStampAnswer, words: AnswerWords): readonly string[] => [
  words.timeStamp(stamp.id, stamp.authority),
  `  ${whyOf(stamp, words)}`,
  `  ${words.existed}: ${stamp.at}`,
  ...outsideOf(stamp.coverage, words),
]

type Judged = Pick<SignatureAnswer, 'indication' | 'subIndication' | 'decidedBy'>

function whyOf({ indication, subIndication, decidedBy }: Judged, words: AnswerWords): string {
  const holds = words.indications[indication]
  if (subIndication === null) return holds
  return `${holds}: ${words.because(words.subIndications[subIndication], decidedBy ?? subIndication)}`
}

function outsideOf({ remarks }: CoverageAnswer, words: AnswerWords): readonly string[] {
  const told = remarks.map(({ code, facts }) => (facts.names === undefined ? code : `${code}: ${facts.names}`))
  return told.length === 0 ? [] : [`  ${words.notCovered}: ${told.join(words.comma)}`]
}
