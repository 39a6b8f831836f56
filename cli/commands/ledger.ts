import type { Command } from 'commander'
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

async function verify({ json, ...place }: Options, terminal: Terminal): Promise<void> {
  await atConsole(place, async ({ journal }, caller) => {
    const report = await journal.verify(caller)
    const { findings, leftOut, entries } = report
    if (json) terminal.say(JSON.stringify(report, undefined, 2))
    else if (findings.length === 0) terminal.say(terminal.words.verified(entries))
    else {
      terminal.say(terminal.words.notVerified(findings.length + leftOut))
      for (const finding of findings) terminal.say(`  ${sayJournalFinding(finding, terminal.language)}`)
    }
    terminal.end(findings.length === 0 ? exit.fine : exit.findings)
  })
}
