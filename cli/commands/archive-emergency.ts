import type { Command } from 'commander'
import { Refusal } from '#shared'
import { exit } from '../exit.ts'
import { atConsole, withData } from '../open-data.ts'
import type { Terminal } from '../terminal.ts'
import { askTwice, choiceOf, type EmergencyOptions } from './export-emergency.ts'

interface Options extends EmergencyOptions {
  readonly data: string
  readonly keep: string
  readonly json?: boolean
}

/** More would fill the medium before anybody looks for so old a copy. */
const MOST_KEPT = 100

/** `omamori archive emergency FOLDER`: every night an emergency package, made by whoever serves. Ends with findings where it lies on the disk of the data. */
export function addEmergency(archive: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  withData(archive.command('emergency'), terminal)
    .description(commands['archive emergency'])
    .argument('<folder>', options.nightlyFolder)
    .option('--all', options.emergencyAll)
    .option('--days <number>', options.emergencyDays)
    .option('--patient <number...>', options.emergencyPatient)
    .option('--keep <number>', options.nightlyKeep, '2')
    .option('--package-passphrase-file <file>', options.packagePassphraseFile)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori archive emergency /mnt/hijou --data ~/omamori-data --days 90`)
    .action((folder: string, chosen: Options) => nameNightly(folder, chosen, terminal))
}

async function nameNightly(folder: string, chosen: Options, terminal: Terminal): Promise<void> {
  const { words, say, end } = terminal
  const choice = choiceOf(chosen)
  const keep = Number(chosen.keep)
  if (!/^[1-9]\d{0,2}$/.test(chosen.keep) || keep > MOST_KEPT)
    throw new Refusal('malformed', { id: `--keep ${chosen.keep}`, limit: MOST_KEPT })
  const passphrase = await askTwice(chosen.packagePassphraseFile, terminal)
  await atConsole(chosen, async ({ emergency }, caller) => {
    const named = await emergency.nameNightly(caller, { folder, choice, passphrase, keep })
    if (chosen.json) say(JSON.stringify(named, undefined, 2))
    else say(words.emergency.nightly(named.folder, named.keep))
    if (!chosen.json && named.onSameDisk) say(words.emergency.sameDisk)
    end(named.onSameDisk ? exit.findings : exit.fine)
  })
}
