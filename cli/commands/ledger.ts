import type { Command } from 'commander'
import type { Caller } from '#access'
import { type AuditProgress, auditResult, type JournalReport } from '#journal'
import type { Platform } from '#platform'
import { Refusal } from '#shared'
import { sayJournalFinding } from '../../server/index.ts'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import type { Terminal } from '../terminal.ts'
import { addLedgerWitness } from './ledger-witness.ts'

interface Options extends DataOptions {
  readonly json?: boolean
  readonly full?: boolean
  readonly share?: string
  readonly fullEvery?: string
  readonly record?: boolean
}

interface Decision extends DataOptions {
  readonly reason: string
}

/**
 * `omamori ledger verify | continue | anchor`: recomputes the history, all of it or a share; and what somebody decides on the machine when
 * the history does not fit the checkpoint kept elsewhere.
 */
export function addLedger(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const ledger = program.command('ledger').description(commands.ledger)
  withData(ledger.command('verify'), terminal)
    .description(commands['ledger verify'])
    .option('--full', options.fullAudit)
    .option('--share <share>', options.auditShare)
    .option('--full-every <days>', options.fullEvery)
    .option('--record', options.recordAudit)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori ledger verify --data ~/omamori-data --full`)
    .action((chosen: Options) => verify(chosen, terminal))
  withData(ledger.command('continue'), terminal)
    .description(commands['ledger continue'])
    .requiredOption('--reason <text>', options.reason)
    .addHelpText('after', `\n${example}: omamori ledger continue --data ~/omamori-data --reason …`)
    .action((chosen: Decision) => goOn(chosen, terminal))
  withData(ledger.command('anchor'), terminal)
    .description(commands['ledger anchor'])
    .requiredOption('--reason <text>', options.reason)
    .addHelpText(
      'after',
      `\n${example}: omamori ledger anchor --data ~/omamori-data --anchor /media/usb/anchor.json --reason …`,
    )
    .action((chosen: Decision) => anchorAnew(chosen, terminal))
  addLedgerWitness(ledger, terminal)
}

async function goOn({ reason, ...place }: Decision, { say, words, end }: Terminal): Promise<void> {
  await atConsole(place, async ({ journal }, caller) => {
    const { from, to } = await journal.goOn(caller, reason)
    say(words.continued(to - from))
  })
  end(exit.fine)
}

async function anchorAnew({ reason, ...place }: Decision, { say, words, end }: Terminal): Promise<void> {
  await atConsole(place, async ({ journal }, caller) => journal.anchorAnew(caller, reason))
  say(words.anchored)
  end(exit.fine)
}

/**
 * Only looks, so it may run beside the server and on a copy that must not be touched. With `--record` the result is written into the journal, as
 * the server's own audits are, and the next one may go on from it: then nobody else may have the data open.
 */
async function verify({ json, full, share, fullEvery, record, ...place }: Options, terminal: Terminal): Promise<void> {
  if (full && share !== undefined) throw new Refusal('malformed', { needs: '--full | --share' })
  const asked = { mode: full ? 'full' : share === undefined ? 'auto' : 'incremental' } as const
  const options = {
    ...asked,
    ...(share !== undefined && { share: readShare(share) }),
    ...(fullEvery !== undefined && { fullEveryDays: readDays(fullEvery) }),
    onProgress: ({ done, of }: AuditProgress) => terminal.progress(terminal.words.verifying(done, of)),
  }
  await atConsole(
    place,
    async ({ journal }, caller) => {
      const report = await journal.verify(caller, options)
      terminal.progress('')
      show(report, json, terminal)
      if (share !== undefined && !json) sayWhyAll(report.coverage, terminal)
      if (record) await sayWhetherKept(journal, caller, report, terminal)
    },
    record !== true,
  )
}

/** A share was asked for, and everything was looked at: without the reason the option would seem to be without effect. */
function sayWhyAll({ mode, because }: JournalReport['coverage'], { say, words }: Terminal): void {
  if (mode === 'full' && because in words.auditedAll) say(words.auditedAll[because as keyof typeof words.auditedAll])
}

/** Where nothing can be written, in quarantine or on a full disk, the report stands, and the next audit does not know of it. */
async function sayWhetherKept(
  journal: Platform['journal'],
  caller: Caller,
  { verifiedAt }: JournalReport,
  { note, words, end }: Terminal,
): Promise<void> {
  const [newest] = (await journal.read(caller, { act: 'journal.' }, { limit: 1 })).entries
  const isKept = auditResult.safeParse(newest?.detail).data?.verifiedAt === verifiedAt
  if (isKept) return
  note(words.auditNotKept)
  end(exit.findings)
}

/** From nothing of the older entries, 0, to all of them, 1. */
function readShare(text: string): number {
  const share = Number(text)
  if (text.trim() === '' || !(share >= 0 && share <= 1)) throw new Refusal('malformed', { id: `--share ${text}` })
  return share
}

function readDays(text: string): number {
  const days = Number(text)
  if (!/^\d{1,4}$/.test(text)) throw new Refusal('malformed', { id: `--full-every ${text}` })
  return days
}

function show(report: JournalReport, json: boolean | undefined, { words, language, say, end }: Terminal): void {
  const { findings, leftOut, entries, logs, coverage } = report
  const unsigned = logs.reduce((sum, { size, signedSize }) => sum + Math.max(0, size - signedSize), 0)
  if (json) say(JSON.stringify(report, undefined, 2))
  else if (findings.length === 0) say(coverage.mode === 'full' ? words.verified(entries) : words.verifiedPart(coverage))
  else {
    say(words.notVerified(findings.length + leftOut))
    for (const finding of findings) say(`  ${sayJournalFinding(finding, language)}`)
  }
  for (const { size, witnessed } of json ? [] : logs) {
    if (witnessed) say(words.witness.standing(witnessed, size))
  }
  for (const { lost } of json ? [] : logs) if (lost) say(words.lost(lost.log, lost.from, lost.to - 1))
  if (!json && unsigned > 0) say(words.unsigned(unsigned))
  end(findings.length === 0 ? exit.fine : exit.findings)
}
