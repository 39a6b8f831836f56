import { inEra } from '#shared'
import type { Language } from './words.ts'

/** A day as people write it: 2026年11月20日 has its era, and its weekday. */
export const sayDay = (day: string, language: Language): string => (language === 'ja' ? inEra(day) : day)

export const sayMoment = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    ...{ dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Tokyo' },
  }).format(new Date(instant))
