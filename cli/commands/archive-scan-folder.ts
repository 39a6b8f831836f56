import type { Command } from 'commander'
import { exit } from '../exit.ts'
import { atConsole, withData } from '../open-data.ts'
import type { Terminal } from '../terminal.ts'

/** `omamori archive scan-folder FOLDER`: into which a copier writes; from the next look at the scan desk on. */
export function addScanFolder(archive: Command, terminal: Terminal): void {
  const { options, commands, example, scanFolder } = terminal.words
  withData(archive.command('scan-folder'), terminal)
    .description(commands['archive scan-folder'])
    .argument('<folder>', options.scanFolder)
    .addHelpText('after', `\n${example}: omamori archive scan-folder /srv/scan --data ~/omamori-data`)
    .action((folder: string, chosen: { readonly data: string }) =>
      atConsole(chosen, async ({ scans }, caller) => {
        terminal.say(scanFolder(await scans.nameIntake(caller, folder)))
        terminal.end(exit.fine)
      }),
    )
}
