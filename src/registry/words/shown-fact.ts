import { inEra } from '#shared'
import type { Words } from '../facility/field.ts'
import { fieldAt } from '../field-at.ts'
import type { Language } from './issue.ts'
import { units } from './unit.ts'

const flags = { yes: { ja: 'はい', en: 'yes' }, no: { ja: 'いいえ', en: 'no' }, never: { ja: 'しない', en: 'never' } }
const english = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** A single fact as people read it: はい, 13文字, 令和8年11月22日, the words of a choice. */
export function shownFact(kind: string, field: string, value: unknown, language: Language): string {
  const shape = fieldAt(kind, field)?.shape
  switch (shape?.type) {
    case 'flag':
      return flags[value === true ? 'yes' : 'no'][language]
    case 'count':
      return value === 'never' ? flags.never[language] : `${value}${unitOf(units[shape.unit], language)}`
    case 'day':
      return language === 'ja'
        ? inEra(String(value), { weekday: false })
        : english.format(new Date(`${String(value)}T00:00:00Z`))
    case 'choice':
      return wordOf(shape.options, value, language)
    case 'choices':
      return [value]
        .flat()
        .map((key) => wordOf(shape.options, key, language))
        .join(language === 'ja' ? '、' : ', ')
    default:
      return String(value)
  }
}

const unitOf = (unit: Words, language: Language) => (language === 'ja' ? unit.ja : ` ${unit.en}`)

const wordOf = (options: Readonly<Record<string, Words>>, key: unknown, language: Language) =>
  options[String(key)]?.[language] ?? String(key)
