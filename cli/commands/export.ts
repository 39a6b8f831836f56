import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { writeFacilityJson, writeFacilityYaml } from '#registry'
import { Refusal } from '#shared'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import type { Terminal } from '../terminal.ts'

interface Options extends DataOptions {
  readonly format: string
  readonly output?: string
}

/** `omamori export`: the registry as a facility file, to the screen or into a file. */
export function addExport(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  withData(program.command('export'), terminal)
    .description(commands.export)
    .option('--format <yaml|json>', options.format, 'yaml')
    .option('--output <file>', options.output)
    .addHelpText('after', `\n${example}: omamori export --data ~/omamori-data --output clinic.yaml`)
    .action((chosen: Options) => exportTo(chosen, terminal))
}

async function exportTo({ format, output, ...place }: Options, terminal: Terminal): Promise<void> {
  if (format !== 'yaml' && format !== 'json') throw new Refusal('malformed', { id: `--format ${format}` })
  await atConsole(place, async ({ registry }, caller) => {
    const facility = await registry.exportFacility(caller)
    const text = format === 'json' ? writeFacilityJson(facility) : writeFacilityYaml(facility)
    if (output === undefined) return terminal.say(text)
    await writeFile(output, text)
    terminal.note(terminal.words.wrote(output))
  })
  terminal.end(exit.fine)
}
