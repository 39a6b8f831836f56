import type { Command } from 'commander'
import { formatLines } from '#archive'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import type { Terminal } from '../terminal.ts'

/** `omamori archive formats`: in which forms documents are kept, and which of them are at risk. Ends with findings where one is. */
export function addFormats(archive: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  withData(archive.command('formats'), terminal)
    .description(commands['archive formats'])
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori archive formats --data ~/omamori-data`)
    .action(({ json, ...place }: DataOptions & { readonly json?: boolean }) =>
      atConsole(place, async ({ contents }, caller) => {
        const formats = await contents.formats(caller)
        terminal.say(json ? JSON.stringify(formats, undefined, 2) : formatLines(formats, terminal.language).join('\n'))
        terminal.end(formats.some(({ outlook }) => outlook === 'at-risk') ? exit.findings : exit.fine)
      }),
    )
}
