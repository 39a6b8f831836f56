import { fieldAt, type Shape, units } from '#registry/contract'
import type { Language } from '../../contract.ts'
import { sayDay } from '../../words/told.ts'

const flags = { ja: ['いいえ', 'はい'], en: ['no', 'yes'] } as const
const nothing = { ja: '書かれていない', en: 'not recorded' } as const

/** A value of the registry as people write it; what is absent is said to be so. */
export function sayValue(kind: string, field: string, value: unknown, language: Language): string {
  if (value === undefined) return nothing[language]
  if (typeof value === 'boolean') return flags[language][value ? 1 : 0]
  const shape = fieldAt(kind, field)?.shape
  if (field === 'confirmedOn' || shape?.type === 'day') return sayDay(String(value), language)
  if (Array.isArray(value))
    return value.map((each) => wordOf(shape, each, language)).join(language === 'ja' ? '・' : ', ')
  if (shape?.type === 'count' && typeof value === 'number') return `${value}${unitOf(shape.unit, language)}`
  return wordOf(shape, value, language)
}

function wordOf(shape: Shape | undefined, value: unknown, language: Language): string {
  const options = shape && 'options' in shape ? shape.options : undefined
  return options?.[String(value)]?.[language] ?? (typeof value === 'object' ? JSON.stringify(value) : String(value))
}

function unitOf(unit: keyof typeof units, language: Language): string {
  return language === 'ja' ? units[unit].ja : ` ${units[unit].en}`
}
