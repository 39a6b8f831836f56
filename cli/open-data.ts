import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { type Caller, consoleCaller } from '#access'
import { openPlatform, type Platform } from '#platform'
import { Refusal } from '#shared'
import type { Terminal } from './terminal.ts'

/** Where the data is, as the command line names it. */
export interface DataOptions {
  readonly data: string
  readonly database?: string
  readonly passphraseFile?: string
  readonly anchor?: string
}

/** The options every command has that works on an installation. */
export function withData(command: Command, { words }: Terminal, needed = true): Command {
  const { data, database, passphraseFile, anchor } = words.options
  const named = needed ? command.requiredOption('--data <folder>', data) : command.option('--data <folder>', data)
  return named
    .option('--database <url>', database)
    .option('--passphrase-file <file>', passphraseFile)
    .option('--anchor <file>', anchor)
}

/** Opens the installation these options name. */
export async function openData(
  { data, database, passphraseFile, anchor }: DataOptions,
  onlyReading = false,
): Promise<Platform> {
  const passphrase = passphraseFile === undefined ? undefined : (await readFile(passphraseFile, 'utf8')).trim()
  return openPlatform({ data, database, passphrase, onlyReading, anchor })
}

/** Opens the installation, which must be there already, does something as the person at the machine, and closes it whatever happens. */
export async function atConsole(
  options: DataOptions,
  act: (platform: Platform, caller: Caller) => Promise<void>,
  onlyReading = false,
): Promise<void> {
  // Only `serve` begins an installation: a mistyped folder must not become one.
  if (!existsSync(join(options.data, 'keys'))) throw new Refusal('not-found', { data: options.data })
  const platform = await openData(options, onlyReading)
  try {
    const [facility] = await platform.facilities()
    if (!facility) throw new Refusal('not-found', { reason: 'no-facility' })
    await act(platform, consoleCaller(facility.facilityId))
  } finally {
    await platform.close()
  }
}
