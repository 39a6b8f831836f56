import { fieldAt, NOBODY, type Shape, units } from '#registry/contract'
import type { Day } from '#shared'
import type { Language } from '../app/i18n.ts'
import { dayText } from './day.tsx'

/** What a fact needs to be said: the language, the few words that are none of its own, the names it refers to. */
export interface Saying {
  readonly language: Language
  readonly nameOf: (kinds: readonly string[], id: string) => string
  readonly yes: string
  readonly no: string
  readonly never: string
  readonly nobody: string
}

/** The value at a path as people write it; an empty text when nothing is known. */
export function factText(kind: string, path: string, value: unknown, saying: Saying): string {
  if (value === undefined || value === null || value === '') return ''
  const place = fieldAt(kind, path)
  return place ? shapeText(place.shape, value, saying) : plain(value)
}

function shapeText(shape: Shape, value: unknown, saying: Saying): string {
  const { language, nameOf } = saying
  switch (shape.type) {
    case 'flag':
      return value === true ? saying.yes : saying.no
    case 'day':
      return dayText(value as Day, language, false)
    case 'count':
      return value === 'never' ? saying.never : countText(value, units[shape.unit][language], language)
    case 'choice':
      return shape.options[String(value)]?.[language] ?? plain(value)
    case 'choices':
      return list(value, language, (each) => shape.options[each]?.[language] ?? each)
    case 'reference':
      return shape.orNobody && value === NOBODY ? saying.nobody : nameOf(shape.to, String(value))
    case 'references':
      return list(value, language, (each) => nameOf(shape.to, each))
    case 'text':
    case 'group':
      return plain(value)
  }
}

function countText(value: unknown, unit: string, language: Language): string {
  const figure = typeof value === 'number' ? value.toLocaleString('en-US') : plain(value)
  return language === 'ja' ? `${figure}${unit}` : `${figure} ${unit}`
}

function list(value: unknown, language: Language, say: (each: string) => string): string {
  const members: readonly unknown[] = Array.isArray(value) ? value : [value]
  return members.map((each) => say(String(each))).join(language === 'ja' ? '、' : ', ')
}

function plain(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
