import type { Command } from 'commander'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import { readFacilityFile } from '../read-input.ts'
import type { Terminal } from '../terminal.ts'

interface Options extends DataOptions {
  readonly facility: string
  readonly apply?: boolean
  readonly json?: boolean
}

/** `omamori import`: shows what a file would change, and with `--apply` puts it in the place of what is kept. */
export function addImport(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  withData(program.command('import'), terminal)
    .description(commands.import)
    .requiredOption('--facility <file>', options.facility)
    .option('--apply', options.apply)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori import --data ~/omamori-data --facility clinic.yaml --apply`)
    .action((chosen: Options) => importFile(chosen, terminal))
}

async function importFile({ facility: file, apply, json, ...place }: Options, terminal: Terminal): Promise<void> {
  const { words } = terminal
  await atConsole(place, async ({ registry, knownFacts }, caller) => {
    const facility = await readFacilityFile(file, knownFacts())
    const preview = await (apply
      ? registry.replaceFacility(caller, facility)
      : registry.previewImport(caller, facility))
    if (json) return terminal.say(JSON.stringify(preview, undefined, 2))
    const { added, changed, missing } = preview
    terminal.say(words.preview({ added: added.length, changed: changed.length, missing: missing.length }))
    terminal.say(apply ? words.imported : words.applyHint)
  })
  terminal.end(exit.fine)
}
