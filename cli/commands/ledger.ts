import type { Command } from 'commander'
import type { JournalReport } from '#journal'
import { sayJournalFinding } from '../../server/index.ts'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import type { Terminal } from '../terminal.ts'

interface Options extends DataOptions {
  readonly json?: boolean
}

/** `omamori ledger verify`: recomputes the whole history and names the first entry that does not fit. */
export function addLedger(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const ledger = program.command('ledger').description(commands.ledger)
  withData(ledger.command('verify'), terminal)
    .description(commands['ledger verify'])
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori ledger verify --data ~/omamori-data`)
    .action((chosen: Options) => verify(chosen, terminal))
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
  if (!json && unsigned > 0) say(words.unsigned(unsigned))
  end(findings.length === 0 ? exit.fine : exit.findings)
}
