import { basename } from 'node:path'
import type { Command } from 'commander'
import { type Preview, previewApart, type Section, unreadLine } from '#archive'
import { Refusal } from '#shared'
import { exit } from '../exit.ts'
import { readInput } from '../read-input.ts'
import type { Terminal } from '../terminal.ts'
import { writeNew } from '../write-new.ts'

interface Options {
  readonly page: string
  readonly output?: string
  readonly json?: boolean
}

/** As sharp as a printed page on a screen. */
const longestSide = 1_600

/** `omamori archive preview FILE`: a page as a picture, the sections of a document or its words; needs no server and no other program. */
export function addPreview(archive: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  archive
    .command('preview')
    .description(commands['archive preview'])
    .argument('<file>', options.fileToInspect)
    .option('--page <number>', options.page, '1')
    .option('--output <file>', options.previewOutput)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori archive preview 胸部.dcm --output 胸部.png`)
    .action((file: string, chosen: Options) => preview(file, chosen, terminal))
}

async function preview(file: string, chosen: Options, terminal: Terminal): Promise<void> {
  const page = /^[1-9]\d{0,5}$/.test(chosen.page) ? Number(chosen.page) : Number.NaN
  if (Number.isNaN(page)) throw new Refusal('malformed', { reason: 'not-a-page', id: chosen.page })
  const made = await previewApart(await readInput(file), { name: basename(file), page, longestSide })
  if (made.kind === 'picture') await keepPicture(made, chosen, file, terminal)
  else if (chosen.json) terminal.say(JSON.stringify(made, undefined, 2))
  else terminal.say(wordsOf(made, terminal))
  terminal.end(made.kind === 'none' ? exit.findings : exit.fine)
}

/** Never over a file that is there. */
async function keepPicture(
  { png, ...about }: Extract<Preview, { kind: 'picture' }>,
  { output, json }: Options,
  file: string,
  terminal: Terminal,
): Promise<void> {
  const place = output ?? `${basename(file)}-${about.page}.png`
  await writeNew(place, [png])
  if (json) terminal.say(JSON.stringify({ ...about, output: place }, undefined, 2))
  else terminal.say(`${place} (${about.page}/${about.pages})`)
}

function wordsOf(made: Exclude<Preview, { kind: 'picture' }>, { language, words }: Terminal): string {
  switch (made.kind) {
    case 'text':
      return made.text
    case 'sections':
      return [made.title ?? '', ...made.sections.map(linesOf)].join('\n\n').trim()
    case 'none':
      return `${words.cannotBeShown}: ${unreadLine(made.why, language)}`
  }
}

const linesOf = ({ title, lines }: Section): string =>
  [...(title === null ? [] : [`■ ${title}`]), ...lines.map((cells) => cells.join('\t'))].join('\n')
