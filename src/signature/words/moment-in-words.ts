import { dayOf, inEra } from '#shared'

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'Asia/Tokyo',
})
const english = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Asia/Tokyo' })

/** `令和8年11月20日（金）09:00:00`, or `20 November 2026, 09:00:00 (Japan time)`: seconds matter beside a revocation. */
export function momentInWords(at: string, language: 'ja' | 'en'): string {
  const moment = new Date(at)
  if (language === 'ja') return `${inEra(dayOf(at))}${clock.format(moment)}`
  return `${english.format(moment)}, ${clock.format(moment)} (Japan time)`
}
