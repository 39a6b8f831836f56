import { fieldsOf } from './expected-at.ts'
import { type AnyKind, itemKinds } from './facility/facility.ts'
import type { Fields, Shape, Words } from './facility/field.ts'
import type { Language } from './words/issue.ts'
import { units } from './words/unit.ts'

/** One line of the page of the format: a field by its path, or the group it lies in. */
export interface FieldLine {
  readonly path: string
  readonly words: Words
  readonly help?: Words
  readonly shape: Shape
}

/** Every field of a kind, groups before what lies in them. */
export function linesOf(kind: AnyKind): readonly FieldLine[] {
  return inGroup(fieldsOf(kind), '')
}

function inGroup(fields: Fields, prefix: string): readonly FieldLine[] {
  return Object.entries(fields).flatMap(([name, { words, help, shape }]) => {
    const line = { path: `${prefix}${name}`, words, help, shape }
    return shape.type === 'group' ? [line, ...inGroup(shape.fields, `${line.path}.`)] : [line]
  })
}

/** The type of a field with its unit and limits: 「整数（文字）0〜256」. */
export function sayShape(shape: Shape, language: Language): string {
  const ja = language === 'ja'
  switch (shape.type) {
    case 'text':
      return ja ? `文字 1〜${shape.max}字${shape.lines ? '（改行可）' : ''}` : sayText(shape.max, shape.lines)
    case 'flag':
      return 'true / false'
    case 'count':
      return sayCount(shape, language)
    case 'day':
      return ja ? '日（2026-11-22）' : 'day (2026-11-22)'
    case 'choice':
      return `${ja ? '次のどれか' : 'one of'}: ${optionsOf(shape.options, language)}`
    case 'choices':
      return `${ja ? '次の一覧' : 'list of'}: ${optionsOf(shape.options, language)}`
    case 'reference':
      return sayReference(shape.to, language) + (shape.orNobody ? (ja ? '、または none' : ', or none') : '')
    case 'references':
      return ja ? `${sayReference(shape.to, language)}の一覧` : `list of ${sayReference(shape.to, language)}`
    case 'group':
      return ja ? 'まとまり' : 'group'
  }
}

function sayText(max: number, lines: boolean | undefined): string {
  return `text, 1 to ${max} characters${lines ? ', line breaks allowed' : ''}`
}

function sayCount({ unit, max, never }: Extract<Shape, { type: 'count' }>, language: Language): string {
  const least = never ? 1 : 0
  const most = max.toLocaleString('en-US')
  return language === 'ja'
    ? `整数（${units[unit].ja}） ${least}〜${most}${never ? '、または never' : ''}`
    : `whole number (${units[unit].en}), ${least} to ${most}${never ? ', or never' : ''}`
}

function optionsOf(options: Readonly<Record<string, Words>>, language: Language): string {
  const names = Object.entries(options).map(([key, words]) =>
    language === 'ja' ? `\`${key}\`（${words.ja}）` : `\`${key}\` (${words.en})`,
  )
  return names.join(language === 'ja' ? '、' : ', ')
}

function sayReference(to: readonly string[], language: Language): string {
  const names = to.map((kind) => itemKinds[kind as keyof typeof itemKinds].words)
  return language === 'ja'
    ? `${names.map(({ ja }) => ja).join('・')}の id`
    : `id of a ${names.map(({ en }) => en.toLowerCase()).join(' or ')}`
}

/** A value as it could stand in a file, on one line: the sample's own where it has one. */
export function exampleOf({ path, shape }: FieldLine, items: readonly unknown[]): string {
  const found = items.map((item) => path.split('.').reduce(memberOf, item)).find((value) => value !== undefined)
  if (shape.type === 'group') return ''
  return flow(found ?? fallback(shape))
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

function fallback(shape: Shape): unknown {
  switch (shape.type) {
    case 'text':
      return '見本'
    case 'flag':
      return true
    case 'count':
      return 1
    case 'day':
      return '2026-11-22'
    case 'choice':
      return Object.keys(shape.options)[0]
    case 'choices':
      return Object.keys(shape.options).slice(0, 1)
    case 'reference':
      return 'x-01'
    case 'references':
      return ['x-01']
    case 'group':
      return ''
  }
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  // Text that YAML would read as a number is written in quotes.
  return typeof value === 'string' && /^[\d.]+$/.test(value) ? `"${value}"` : String(value)
}
