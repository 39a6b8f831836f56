import { readFileSync } from 'node:fs'
import { loadEdition } from '@omamori/guideline'
import { itemsOf } from './check-references.ts'
import { type AnyKind, itemKinds } from './facility/facility.ts'
import { exampleOf, type FieldLine, linesOf, sayShape } from './field-table.ts'
import { sampleFacility } from './sample/sample.ts'
import { pageWords } from './words/format-page.ts'
import type { Language } from './words/issue.ts'

// The days of the examples; the sample moves with the calendar, the page must not.
const EXAMPLE_DAY = '2026-11-22'

/** docs/formats/facility.md — every field with its meaning, type, limits, absence and an example. */
export function describeFormat(language: Language): string {
  const words = pageWords[language]
  const example = readFileSync(new URL('sample/small-facility.yaml', import.meta.url), 'utf8')
  const kinds = Object.values<AnyKind>(itemKinds).map((kind) => describeKind(kind, language))
  return `${[
    `# ${words.title}`,
    words.other,
    words.intro,
    words.made,
    words.rules,
    words.workbook,
    words.example,
    `\`\`\`yaml\n${example}\`\`\``,
    words.head,
    words.age,
    words.practices,
    table(words.factColumns, factRows(language)),
    words.kinds,
    ...kinds,
  ].join('\n\n')}\n`
}

function factRows(language: Language): readonly (readonly string[])[] {
  return loadEdition('mhlw-5.2').facts.map(({ key, question }) => [code(key), question[language]])
}

function describeKind(kind: AnyKind, language: Language): string {
  const words = pageWords[language]
  const items = itemsOf(sampleFacility(EXAMPLE_DAY), kind)
  const rows = linesOf(kind).map((line) => [
    code(line.path),
    meaningOf(line, language),
    sayShape(line.shape, language),
    absenceOf(line, language),
    code(exampleOf(line, items)),
  ])
  const heading = `### \`${kind.member}\` — ${kind.words[language]}`
  return [heading, kind.single ? words.single : words.listed, table(words.columns, rows)].join('\n\n')
}

function meaningOf({ words, help }: FieldLine, language: Language): string {
  if (!help) return words[language]
  return language === 'ja' ? `${words.ja}。${help.ja}` : `${words.en}. ${help.en}`
}

function absenceOf({ path, shape }: FieldLine, language: Language): string {
  const words = pageWords[language]
  if (path === 'name') return words.required
  return shape.type === 'group' ? '' : (words.absent[path] ?? words.unknown)
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(columns), `|${columns.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}

function code(text: string): string {
  return text === '' ? '' : `\`${text}\``
}

if (import.meta.main) process.stdout.write(describeFormat(process.argv[2] === 'en' ? 'en' : 'ja'))
