import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { documentKinds, type FileAnswer, policyNames } from '@omamori/signature'
import type { Command } from 'commander'
import { Refusal, systemClock } from '#shared'
import {
  makeReport,
  noTrust,
  readAccredited,
  readLicences,
  readTrust,
  reportOrders,
  type VerifiedFile,
  verifyFiles,
} from '#signature'
import { exit } from '../exit.ts'
import { gatherOf, type OnlineOptions, withOnline } from '../online.ts'
import { readDocument, readInput } from '../read-input.ts'
import { sayAnswer } from '../say-answer.ts'
import type { Terminal } from '../terminal.ts'

interface Options extends OnlineOptions {
  readonly trust?: string
  readonly at?: string
  readonly documentKind?: string
  readonly content?: string
  readonly policy: string
  readonly accredited?: string
  readonly licences?: string
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
    .option('--accredited <file>', options.accredited)
    .option('--licences <file>', options.licences)
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
    ...(await accreditedIn(chosen.accredited)),
    ...(await licencesIn(chosen.licences)),
    ...(await gatherOf(chosen)),
  }
  const content = chosen.content === undefined ? null : await readDocument(chosen.content)
  const answers: VerifiedFile[] = []
  for (const file of files) {
    const question = { name: basename(file), bytes: await readDocument(file), documentKind, content }
    answers.push(...(await verifyFiles([question], order)))
  }
  if (chosen.json) terminal.say(JSON.stringify({ files: answers }, undefined, 2))
  else for (const answer of answers) sayAnswer(answer, terminal)
  if (chosen.report !== undefined) {
    const letterhead = { facility: '', sample: false, order: reportOrder, language: terminal.language }
    await writeFile(chosen.report, await makeReport(answers, letterhead))
    terminal.note(terminal.words.wrote(chosen.report))
  }
  terminal.end(answers.every((answer) => isFine(answer, documentKind)) ? exit.fine : exit.findings)
}

const accreditedIn = async (file: string | undefined) =>
  file === undefined ? {} : { accredited: readAccredited(await readInput(file), file) }

const licencesIn = async (file: string | undefined) =>
  file === undefined ? {} : { licences: readLicences(await readInput(file), file) }

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
