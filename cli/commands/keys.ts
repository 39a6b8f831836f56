import { join } from 'node:path'
import type { Command } from 'commander'
import { recoverKeys } from '#platform'
import { systemClock } from '#shared'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import type { Terminal } from '../terminal.ts'

interface Recovery {
  readonly data: string
  readonly code: string
}

/** `omamori keys rotate | recover`: a new root key with a new recovery sheet; a new key file from the sheet. */
export function addKeys(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const keys = program.command('keys').description(commands.keys)
  withData(keys.command('rotate'), terminal)
    .description(commands['keys rotate'])
    .addHelpText('after', `\n${example}: omamori keys rotate --data ~/omamori-data`)
    .action((chosen: DataOptions) => rotate(chosen, terminal))
  keys
    .command('recover')
    .description(commands['keys recover'])
    .requiredOption('--data <folder>', options.data)
    .requiredOption('--code <code>', options.recoveryCode)
    .addHelpText('after', `\n${example}: omamori keys recover --data ~/omamori-data --code XXXX-…`)
    .action((chosen: Recovery) => recover(chosen, terminal))
}

async function rotate(place: DataOptions, terminal: Terminal): Promise<void> {
  await atConsole(place, async (platform, caller) => {
    const { recoveryCode } = await platform.rotateKeys(caller)
    terminal.say(terminal.words.recoverySheet(recoveryCode))
  })
  terminal.end(exit.fine)
}

async function recover({ data, code }: Recovery, terminal: Terminal): Promise<void> {
  const place = { directory: join(data, 'keys'), unlock: { kind: 'key-file' }, clock: systemClock } as const
  await recoverKeys(place, code)
  terminal.say(terminal.words.recovered)
  terminal.end(exit.fine)
}
