import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { inspectionSteps, inspectionWords } from '#assessment'
import { Refusal } from '#shared'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import type { Terminal } from '../terminal.ts'

interface Options extends DataOptions {
  readonly output: string
  readonly json?: boolean
}

/** `omamori inspection`: the inspection file as a dated folder. Ends with 1 when something in it is not there. */
export function addInspection(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  withData(program.command('inspection'), terminal)
    .description(commands.inspection)
    .requiredOption('--output <folder>', options.inspectionFolder)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori inspection --data ~/omamori-data --output ~/Documents`)
    .action((chosen: Options) => make(chosen, terminal))
}

async function make({ output, json, ...place }: Options, terminal: Terminal): Promise<void> {
  const { language, note, say, words, end } = terminal
  const { steps } = inspectionWords(language)
  await atConsole(place, async ({ inspections }, caller) => {
    const { view, folder, files } = await inspections.makeInspection(caller, language, (step) =>
      note(`${inspectionSteps.indexOf(step) + 1}/${inspectionSteps.length} ${steps[step]}`),
    )
    const path = join(output, folder)
    await makeNew(path)
    for (const { name, bytes } of files) await writeFile(join(path, name), bytes, { flag: 'wx' })
    if (json) say(JSON.stringify({ ...view, path, files: files.map(({ name }) => name) }, undefined, 2))
    else say(words.inspectionMade(path, view.missing))
    end(view.missing === 0 ? exit.fine : exit.findings)
  })
}

/** The folder of today; one that is there already may have been handed over, and is left as it is. */
async function makeNew(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new Refusal('already-exists', { file: path }, { cause: error })
    if (code === 'ENOENT') throw new Refusal('not-found', { file: path }, { cause: error })
    throw error
  }
}
