import {
  loadEdition,
  markWords,
  type Requirement,
  requirement,
  requirementsOfSection,
  search,
} from '@omamori/guideline'
import type { Command } from 'commander'
import { Refusal } from '#shared'
import { exit } from '../exit.ts'
import type { Terminal } from '../terminal.ts'

interface Options {
  readonly id?: string
  readonly section?: string
  readonly json?: boolean
}

/** `omamori guideline [words]`: one requirement, a section, or whatever the words find, in either language. */
export function addGuideline(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  program
    .command('guideline [words...]')
    .description(commands.guideline)
    .option('--id <id>', options.id)
    .option('--section <section>', options.section)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori guideline パスワード\n    omamori guideline --id 6.5.C-14-4 --json`)
    .action((words: readonly string[], chosen: Options) => show(find(words, chosen), chosen, terminal))
}

function find(words: readonly string[], { id, section }: Options): readonly Requirement[] {
  const edition = loadEdition()
  if (id !== undefined) {
    const found = requirement(edition, id)
    if (!found) throw new Refusal('not-found', { id })
    return [found]
  }
  const among = section === undefined ? edition.requirements : requirementsOfSection(edition, section)
  if (words.length === 0) return among
  const hits = search(edition, words.join(' '))
  return section === undefined ? hits : hits.filter((hit) => among.includes(hit))
}

function show(found: readonly Requirement[], { json }: Options, terminal: Terminal): void {
  if (json) terminal.say(JSON.stringify({ edition: loadEdition().id, requirements: found }, undefined, 2))
  else for (const item of found) terminal.say(describe(item, found.length === 1, terminal))
  if (found.length === 0) terminal.note(terminal.words.nothingFound)
  terminal.end(found.length === 0 ? exit.findings : exit.fine)
}

function describe(item: Requirement, whole: boolean, { language }: Terminal): string {
  const marks = markWords(loadEdition(), item).map((mark) => `［${mark[language]}］`)
  const head = `${item.id}  ${item.title[language]}${marks.join('')}`
  return whole ? `${head}\n  ${item.summary[language]}\n  ${loadEdition().officialPage}` : head
}
