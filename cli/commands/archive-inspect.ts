import { basename } from 'node:path'
import type { Command } from 'commander'
import { type Content, contentLines, readApart, searchable, withWords } from '#archive'
import { exit } from '../exit.ts'
import { readInput } from '../read-input.ts'
import type { Terminal } from '../terminal.ts'

interface Options {
  readonly find?: string
  readonly ocr?: boolean
  readonly text?: boolean
  readonly json?: boolean
}

/** `omamori archive inspect FILE…`: what a file is and says, and what of it cannot be read; needs no server and keeps nothing. */
export function addInspect(archive: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  archive
    .command('inspect')
    .description(commands['archive inspect'])
    .argument('<file...>', options.fileToInspect)
    .option('--find <words>', options.find)
    .option('--ocr', options.ocr)
    .option('--text', options.showText)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori archive inspect 紹介状.pdf 胸部.dcm --find ﾜﾙﾌｧﾘﾝ`)
    .action((files: readonly string[], chosen: Options) => inspect(files, chosen, terminal))
}

async function inspect(
  files: readonly string[],
  { find, ocr, text, json }: Options,
  terminal: Terminal,
): Promise<void> {
  const { say, words, language } = terminal
  const answers: ({ readonly file: string; readonly found?: boolean } & Content)[] = []
  for (const file of files) {
    const [bytes, name] = [await readInput(file), basename(file)]
    const read = await readApart(bytes, name)
    const content = ocr ? await withWords(read, bytes, name) : read
    const found = find === undefined ? {} : { found: searchable(content.text).includes(searchable(find)) }
    answers.push({ file, ...content, ...found })
  }
  if (json) say(JSON.stringify({ files: answers }, undefined, 2))
  else
    for (const { file, found, ...content } of answers) {
      const lines = [...contentLines(content, language), ...(found === undefined ? [] : [words.wordsFound(found)])]
      say([file, ...lines.map((line) => `  ${line}`), ...(text ? [content.text] : [])].join('\n'))
    }
  const isFine = answers.every(({ misnamed, unread, found }) => !misnamed && unread.length === 0 && found !== false)
  terminal.end(isFine ? exit.fine : exit.findings)
}
