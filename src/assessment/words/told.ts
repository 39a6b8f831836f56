import { fieldAt, type ItemKindName, itemKinds, sayField } from '#registry/contract'
import { type Day, inEra, isDay } from '#shared'
import type { FactReference } from '../contract.ts'

export type Language = 'ja' | 'en'
type Figures = Readonly<Record<string, string | number | boolean>>

/** 言い表すもの — what a sentence is about, with names, figures and days as people of the language write them. */
export interface Told {
  /** The thing in quotation marks: 「電子カルテ」. */
  readonly thing: string
  /** The field in quotation marks, as the form calls it: 「最小の文字数」. */
  readonly field: string
  /** The field alone, without the groups it lies in. */
  readonly label: string
  readonly has: (key: string) => boolean
  /** The figure as it stands: a number, a name, a version. */
  readonly the: (key: string) => string
  /** A count that ends at a thousand, with what is counted: 12件, 1,000件以上. */
  readonly many: (key: string, unit: string) => string
  readonly named: (key: string) => string
  readonly day: (key: string) => string
  /** The words of a choice of the registry, or of several, separated by commas in the figure. */
  readonly choice: (key: string, kind: ItemKindName, path: string) => string
  readonly fields: (key: string, kind: ItemKindName) => string
}

/** Rooms count no further: see `ArchiveFacts`. */
const countsEnd = 1_000

export function tell(language: Language, facts: Figures, about?: Partial<FactReference>): Told {
  const quote = language === 'ja' ? (text: string) => `「${text}」` : (text: string) => `“${text}”`
  const list = (items: readonly string[]) => items.join(language === 'ja' ? '・' : ', ')
  const the = (key: string) => String(facts[key] ?? '')
  return {
    thing: quote(about?.name || wordsOfKind(about?.kind, language)),
    get field() {
      return quote(about?.kind && about.field ? sayField(about.kind, about.field, language) : '')
    },
    get label() {
      return quote(about?.kind && about.field ? wordsOfField(about.kind as ItemKindName, about.field, language) : '')
    },
    has: (key) => facts[key] !== undefined,
    the,
    many: (key, unit) => {
      if (Number(facts[key]) < countsEnd) return `${the(key)}${unit}`
      return language === 'ja' ? `1,000${unit}以上` : 'a thousand or more'
    },
    named: (key) => quote(the(key)),
    day: (key) => sayDay(the(key), language),
    choice: (key, kind, path) =>
      list(
        the(key)
          .split(',')
          .map((value) => sayChoice(value, kind, path, language)),
      ),
    fields: (key, kind) =>
      list(
        the(key)
          .split(',')
          .map((path) => quote(wordsOfField(kind, path, language))),
      ),
  }
}

const english = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** 令和8年11月22日, or 22 November 2026. What is no day is left as it is. */
export function sayDay(day: Day, language: Language): string {
  if (!isDay(day)) return day
  return language === 'ja' ? inEra(day, { weekday: false }) : english.format(new Date(`${day}T00:00:00Z`))
}

function wordsOfKind(kind: string | undefined, language: Language): string {
  return kind && Object.hasOwn(itemKinds, kind) ? itemKinds[kind as ItemKindName].words[language] : ''
}

function wordsOfField(kind: ItemKindName, path: string, language: Language): string {
  return fieldAt(kind, path)?.words[language] ?? path
}

function sayChoice(value: string, kind: ItemKindName, path: string, language: Language): string {
  const shape = fieldAt(kind, path)?.shape
  const options = shape && 'options' in shape ? shape.options : undefined
  return options?.[value]?.[language] ?? value
}
