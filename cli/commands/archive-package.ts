import { basename } from 'node:path'
import { documentKinds, policyNames } from '@omamori/signature'
import type { Command } from 'commander'
import { packageLines, signedFiles, verifyPackage } from '#archive'
import { Refusal, systemClock } from '#shared'
import { noTrust, readTrust, type VerifiedFile, verifyFiles } from '#signature'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import { sayAnswer } from '../say-answer.ts'
import type { Terminal } from '../terminal.ts'

interface ExportOptions extends DataOptions {
  readonly all?: boolean
  readonly patient?: readonly string[]
  readonly document?: readonly string[]
  readonly json?: boolean
}

interface VerifyOptions {
  readonly key?: readonly string[]
  readonly witness?: readonly string[]
  readonly trust?: string
  readonly json?: boolean
}

/** `omamori archive export | verify`: documents that are read and proved without us. */
export function addPackage(archive: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  withData(archive.command('export'), terminal)
    .description(commands['archive export'])
    .argument('<folder>', options.packageFolder)
    .option('--all', options.packAll)
    .option('--patient <number...>', options.packPatient)
    .option('--document <id...>', options.packDocument)
    .option('--json', options.json)
    .addHelpText(
      'after',
      `\n${example}: omamori archive export /media/usb/hozon --data ~/omamori-data --patient P-0017`,
    )
    .action((folder: string, chosen: ExportOptions) => pack(folder, chosen, terminal))
  archive
    .command('verify')
    .description(commands['archive verify'])
    .argument('<folder>', options.packageFolder)
    .option('--key <key...>', options.packageKey)
    .option('--witness <key...>', options.packageWitness)
    .option('--trust <folder>', options.trust)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori archive verify /media/usb/hozon --key omamori/…+…+… --trust trust`)
    .action((folder: string, chosen: VerifyOptions) => verify(folder, chosen, terminal))
}

async function pack(folder: string, chosen: ExportOptions, terminal: Terminal): Promise<void> {
  const { words, say, note, progress, end } = terminal
  const { json, all, patient, document, ...place } = chosen
  const choice = choiceOf({ all, patient, document })
  await atConsole(place, async ({ bags }, caller) => {
    const told = (done: number, of: number) => progress(words.emergency.progress(done, of))
    const made = await bags.pack(caller, { folder, choice }, told)
    progress('')
    say(json ? JSON.stringify(made, undefined, 2) : words.package.made(made.folder, made.documents))
    if (!json) for (const key of made.verifierKeys) say(`  ${key}`)
    if (made.leftOut > 0) note(words.package.leftOut(made.leftOut))
    end(made.leftOut > 0 ? exit.findings : exit.fine)
  })
}

/** Exactly one way to choose, so that nobody thinks that they took everything. */
function choiceOf({ all, patient, document }: Pick<ExportOptions, 'all' | 'patient' | 'document'>) {
  if ([all, patient, document].filter((one) => one !== undefined).length !== 1)
    throw new Refusal('malformed', { needs: '--all | --patient | --document' })
  if (patient) return { kind: 'patients', patients: [...new Set(patient)] } as const
  return document ? ({ kind: 'documents', documents: [...new Set(document)] } as const) : ({ kind: 'all' } as const)
}

async function verify(folder: string, { key, witness, trust, json }: VerifyOptions, terminal: Terminal): Promise<void> {
  const report = await verifyPackage(folder, key, witness)
  // Files that are not what the package says are not asked who signed them.
  const signatures = report.findings.length === 0 ? await answersOf(folder, trust) : []
  if (json) terminal.say(JSON.stringify({ ...report, signatureFiles: signatures }, undefined, 2))
  else {
    for (const line of packageLines(report, terminal.language)) terminal.say(line)
    for (const answer of signatures) sayAnswer(answer, terminal)
  }
  const isFine = report.findings.length === 0 && signatures.every(({ indication }) => indication === 'TOTAL-PASSED')
  terminal.end(isFine ? exit.fine : exit.findings)
}

async function answersOf(folder: string, trust: string | undefined): Promise<readonly VerifiedFile[]> {
  const order = {
    trust: trust === undefined ? noTrust : await readTrust(trust),
    at: Date.parse(systemClock.now()),
    policy: policyNames[0],
  }
  const answers: VerifiedFile[] = []
  for await (const { name, bytes, content, kind } of signedFiles(folder)) {
    const documentKind = documentKinds.some((one) => one.kind === kind) ? kind : null
    const [answer] = await verifyFiles([{ name: basename(name), bytes, content, documentKind }], order)
    if (answer) answers.push({ ...answer, name })
  }
  return answers
}
