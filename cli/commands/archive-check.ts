import type { Command } from 'commander'
import { bucketLines, checkLines, secondCopyLines } from '#archive'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import type { Terminal } from '../terminal.ts'

interface Options extends DataOptions {
  readonly due?: boolean
  readonly json?: boolean
}

/** `omamori archive check | second-copy | bucket`: whether what is kept is still what was put there, and where it and its copies lie. */
export function addCheck(archive: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  withData(archive.command('check'), terminal)
    .description(commands['archive check'])
    .option('--due', options.dueContents)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori archive check --data ~/omamori-data`)
    .action((chosen: Options) => check(chosen, terminal))
  withData(archive.command('second-copy'), terminal)
    .description(commands['archive second-copy'])
    .argument('<folder>', options.secondCopy)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori archive second-copy --data ~/omamori-data /mnt/hikae`)
    .action((folder: string, chosen: Options) => nameSecondCopy(folder, chosen, terminal))
  withData(archive.command('bucket'), terminal)
    .description(commands['archive bucket'])
    .argument('<setting>', options.bucketSetting)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori archive bucket --data ~/omamori-data bucket.json`)
    .action((setting: string, chosen: Options) => nameBucket(setting, chosen, terminal))
}

async function nameBucket(setting: string, { json, ...place }: Options, terminal: Terminal): Promise<void> {
  const { say, end, language } = terminal
  await atConsole(place, async ({ contents }, caller) => {
    const named = await contents.nameBucket(caller, setting)
    say(json ? JSON.stringify(named, undefined, 2) : bucketLines(named, language).join('\n'))
    end(named.lock ? exit.fine : exit.findings)
  })
}

async function check({ due, json, ...place }: Options, { say, note, end, words, language }: Terminal): Promise<void> {
  await atConsole(place, async ({ contents }, caller) => {
    const { files } = await contents.read(caller)
    const onLooked = (looked: number) => note(words.verifying(looked, files))
    const report = await contents.check(caller, { all: due !== true, onLooked })
    say(json ? JSON.stringify(report, undefined, 2) : checkLines(report, language).join('\n'))
    end(report.troubles.length === 0 && report.state.lost === 0 ? exit.fine : exit.findings)
  })
}

async function nameSecondCopy(
  folder: string,
  { json, ...place }: Options,
  { say, end, language }: Terminal,
): Promise<void> {
  await atConsole(place, async ({ contents }, caller) => {
    const named = await contents.nameSecondCopy(caller, folder)
    say(json ? JSON.stringify(named, undefined, 2) : secondCopyLines(named, language).join('\n'))
    end(named.onSameDisk ? exit.findings : exit.fine)
  })
}
