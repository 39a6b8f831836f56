import { type Edition, loadEdition, type Requirement } from '@omamori/guideline'
import { countDeciders, type Decider, deciderOf } from './deciders.ts'
import { rooms } from './later-rooms.ts'
import { deciderWords } from './words/deciders-page.ts'
import type { Language } from './words/told.ts'

/** docs/deciders.md — how each requirement is decided, from the code that decides it. */
export function describeDeciders(edition: Edition, language: Language): string {
  const words = deciderWords[language]
  const sections = Map.groupBy(edition.requirements, ({ section }) => section)
  const titles = new Map(edition.chapters.flatMap(({ sections }) => sections).map(({ id, title }) => [id, title]))
  return `${[
    `# ${words.title}`,
    words.other,
    words.intro,
    words.made,
    `## ${words.counted}`,
    table(words.countColumns, countRows(edition, language)),
    ...[...sections].flatMap(([section, requirements]) => [
      `## ${section} ${titles.get(section)?.[language] ?? ''}`.trimEnd(),
      table(
        words.columns,
        requirements.map((requirement) => row(requirement, language)),
      ),
    ]),
  ].join('\n\n')}\n`
}

function countRows(edition: Edition, language: Language): readonly (readonly string[])[] {
  const { ways, sum } = deciderWords[language]
  const counts = Object.entries(countDeciders(edition)) as [Decider['by'], number][]
  const rows = counts.map(([by, count]) => [ways[by][0], String(count), ways[by][1]])
  return [...rows, [sum, String(edition.requirements.length), '']]
}

function row(requirement: Requirement, language: Language): readonly string[] {
  const { id, kind, title } = requirement
  const decider = deciderOf(requirement)
  const room = 'later' in decider && decider.later ? rooms[decider.later][language === 'ja' ? 0 : 1] : ''
  return [`\`${id}\``, kind, title[language], deciderWords[language].ways[decider.by][0], room]
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(columns), `|${columns.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}

if (import.meta.main) process.stdout.write(describeDeciders(loadEdition(), process.argv[2] === 'en' ? 'en' : 'ja'))
