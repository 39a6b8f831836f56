import { type Day, inEra } from '#shared'

/** 紙の言葉 — each paper is in one language. */
export type PaperLanguage = 'ja' | 'en'

const english = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const shortEnglish = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

/** `令和8年11月22日（日）` or `22 November 2026`. */
export function dayInWords(day: Day, language: PaperLanguage): string {
  return language === 'ja' ? inEra(day) : english.format(new Date(`${day}T00:00:00Z`))
}

/** For narrow places: `令和8年11月22日` or `22 Nov 2026`. */
export function dayInFewWords(day: Day, language: PaperLanguage): string {
  return language === 'ja' ? inEra(day, { weekday: false }) : shortEnglish.format(new Date(`${day}T00:00:00Z`))
}
