import type { Unit, Words } from '../facility/field.ts'

/** 単位 — what a number counts, as it is written after it. */
export const units: Readonly<Record<Unit, Words>> = {
  characters: { ja: '文字', en: 'characters' },
  days: { ja: '日', en: 'days' },
  minutes: { ja: '分', en: 'minutes' },
  seconds: { ja: '秒', en: 'seconds' },
  milliseconds: { ja: 'ミリ秒', en: 'milliseconds' },
  times: { ja: '回', en: 'times' },
  units: { ja: '台', en: 'units' },
  accounts: { ja: '個', en: 'accounts' },
  beds: { ja: '床', en: 'beds' },
  people: { ja: '人', en: 'people' },
}
