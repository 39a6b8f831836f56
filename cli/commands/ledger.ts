import type { Command } from 'commander'
import type { JournalReport } from '#journal'
import { sayJournalFinding } from '../../server/index.ts'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import type { Terminal } from '../terminal.ts'
import { addLedgerWitness } from './ledger-witness.ts'

interface Options extends DataOptions {
  readonly json?: boolean
}

interface Decision extends DataOptions {
  readonly reason: string
}

/**
 * `omamori ledger verify | continue | anchor`: recomputes the whole history; and what somebody decides on the machine when
 * the history does not fit the checkpoint kept elsewhere.
 */
export function addLedger(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const ledger = program.command('ledger').description(commands.ledger)
  withData(ledger.command('verify'), terminal)
    .description(commands['ledger verify'])
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori ledger verify --data ~/omamori-data`)
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

/** Only looks, so it may run beside the server and on a copy that must not be touched. */
async function verify({ json, ...place }: Options, terminal: Terminal): Promise<void> {
  const onlyReading = true
  await atConsole(place, async ({ journal }, caller) => show(await journal.verify(caller), json, terminal), onlyReading)
}

function show(report: JournalReport, json: boolean | undefined, { words, language, say, end }: Terminal): void {
  const { findings, leftOut, entries, logs } = report
  const unsigned = logs.reduce((sum, { size, signedSize }) => sum + Math.max(0, size - signedSize), 0)
  if (json) say(JSON.stringify(report, undefined, 2))
  else if (findings.length === 0) say(words.verified(entries))
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
