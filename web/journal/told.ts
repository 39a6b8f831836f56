import { type Role, roles } from '#access/contract'
import { resultWords, targetWords } from '#log-review/contract'
import { type ItemName, itemKinds } from '#registry/contract'
import { isDay } from '#shared'
import type { Language } from '../app/i18n.ts'
import { dayText } from '../parts/day.tsx'
import { isItemKind } from './particulars.ts'

/** The particulars that have a word of their own; what a later version adds is shown as it is written. */
export const toldNames = [
  'device',
  'way',
  'displayName',
  'loginName',
  'name',
  'roles',
  'kind',
  'itemIds',
  'requirementId',
  'statement',
  'reason',
  'reviewOn',
  'attestedOn',
  'validUntil',
  'asOf',
  'added',
  'changed',
  'removed',
  'unchanged',
  'sessions',
  'identityCheckedBy',
  'target',
  'systemIds',
  'fromOn',
  'untilOn',
  'reviewedOn',
  'result',
  'format',
  'entries',
  'personId',
  'taskId',
  'corrects',
] as const

export type ToldName = (typeof toldNames)[number]

export const isTold = (name: string): name is ToldName => toldNames.includes(name as ToldName)

/** A particular's value as people read it: kinds, roles and days in words, items by their names. */
export function toldText(name: string, value: unknown, names: readonly ItemName[], language: Language): string {
  const say = (each: unknown) => wordOf(name, String(each), names, language)
  if (Array.isArray(value)) return value.map(say).join(language === 'ja' ? '、' : ', ')
  return typeof value === 'object' ? JSON.stringify(value) : say(value)
}

function wordOf(name: string, value: string, names: readonly ItemName[], language: Language): string {
  if (name === 'kind' && isItemKind(value)) return itemKinds[value].words[language]
  if (name === 'roles' && Object.hasOwn(roles, value)) return roles[value as Role][language]
  if (name === 'target' && Object.hasOwn(targetWords, value)) return targetWords[value as 'journal'][language]
  if (name === 'result' && Object.hasOwn(resultWords, value)) return resultWords[value as 'findings'][language]
  if (name === 'systemIds') return nameOf('system', value, names)
  if (name === 'personId') return nameOf('person', value, names)
  if (name === 'itemIds') return names.find(({ id }) => id === value)?.name ?? value
  return isDay(value) ? dayText(value, language, false) : value
}

function nameOf(kind: string, id: string, names: readonly ItemName[]): string {
  return names.find((item) => item.id === id && item.kind === kind)?.name ?? id
}
