import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { inspectionSteps, inspectionWords, inviteInspectorRequest } from '#assessment'
import { Refusal } from '#shared'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import type { Terminal } from '../terminal.ts'

interface Json extends DataOptions {
  readonly json?: boolean
}

interface Make extends Json {
  readonly output: string
}

interface Invite extends Json {
  readonly name: string
  readonly organisation: string
  readonly days: string
}

/** `omamori inspection`: the inspection file as a dated folder, and who may see it from outside. */
export function addInspection(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const inspection = program
    .command('inspection')
    .description(commands.inspection)
    .addHelpText('after', `\n${example}: omamori inspection --data ~/omamori-data --output ~/Documents`)
  withData(inspection.command('make', { isDefault: true }), terminal)
    .description(commands['inspection make'])
    .requiredOption('--output <folder>', options.inspectionFolder)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori inspection make --data ~/omamori-data --output ~/Documents`)
    .action((chosen: Make) => make(chosen, terminal))
  withData(inspection.command('invite'), terminal)
    .description(commands['inspection invite'])
    .requiredOption('--name <name>', options.inspectorName)
    .requiredOption('--organisation <name>', options.inspectorOrganisation)
    .option('--days <number>', options.inspectorDays, '7')
    .option('--json', options.json)
    .addHelpText(
      'after',
      `\n${example}: omamori inspection invite --data ~/omamori-data --name "例題 三郎" --organisation 見本保健所 --days 3`,
    )
    .action((chosen: Invite) => invite(chosen, terminal))
  withData(inspection.command('inspectors'), terminal)
    .description(commands['inspection inspectors'])
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori inspection inspectors --data ~/omamori-data`)
    .action((chosen: Json) => list(chosen, terminal))
  withData(inspection.command('withdraw'), terminal)
    .description(commands['inspection withdraw'])
    .requiredOption('--link <id>', options.inspectorLink)
    .addHelpText('after', `\n${example}: omamori inspection withdraw --data ~/omamori-data --link 0b5c1c1e`)
    .action((chosen: DataOptions & { readonly link: string }) => withdraw(chosen, terminal))
}

/** Says the end of the address once: which name the facility's machine has in the house, only the house knows. */
async function invite({ name, organisation, days, json, ...place }: Invite, terminal: Terminal): Promise<void> {
  const { say, words, end } = terminal
  const request = inviteInspectorRequest.safeParse({ name, organisation, days: Number(days) })
  if (!request.success) {
    const issues = request.error.issues.map(({ path, code }) => ({ path: path.join('.'), code }))
    throw new Refusal('malformed', { issues })
  }
  await atConsole(place, async ({ inspections }, caller) => {
    const issued = await inspections.inviteInspector(caller, request.data)
    const path = `/inspector#${issued.token}`
    say(json ? JSON.stringify({ ...issued, path }, undefined, 2) : words.inspectorInvited(issued, path))
  })
  end(exit.fine)
}

/** Only looks, so it may run beside the server. */
async function list({ json, ...place }: Json, { say, words, end }: Terminal): Promise<void> {
  await atConsole(
    place,
    async ({ inspections }, caller) => {
      const view = await inspections.readInspectors(caller)
      if (json) say(JSON.stringify(view, undefined, 2))
      else if (view.links.length === 0) say(words.nothingFound)
      else for (const link of view.links) say(words.inspector(link))
    },
    true,
  )
  end(exit.fine)
}

/** People name a link by the beginning of its id, as the list shows it; it has to be the only one. */
async function withdraw(
  { link: named, ...place }: DataOptions & { readonly link: string },
  { say, words, end }: Terminal,
): Promise<void> {
  await atConsole(place, async ({ inspections }, caller) => {
    const { links } = await inspections.readInspectors(caller)
    const [link, ...others] = links.filter(({ linkId }) => linkId.startsWith(named))
    if (!link || others.length > 0) throw new Refusal('not-found', { id: named })
    await inspections.withdrawInspector(caller, link.linkId)
    say(words.inspectorWithdrawn(link))
  })
  end(exit.fine)
}

/** Ends with 1 when something in the file is not there. */
async function make({ output, json, ...place }: Make, terminal: Terminal): Promise<void> {
  const { language, note, say, words, end } = terminal
  const { steps } = inspectionWords(language)
  await demandFolder(output)
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

/** Asked before anything is made: a file that was kept and cannot be handed over would only look as if it had been. */
async function demandFolder(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  })
  if (!found?.isDirectory()) throw new Refusal('not-found', { file: path })
}

/** The folder of today; one that is there already may have been handed over, and is left as it is. */
async function makeNew(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new Refusal('already-exists', { file: path }, { cause: error })
    throw error
  }
}
