import { type Day, isDay } from './time.ts'

interface Era {
  readonly name: string
  readonly letter: string
  readonly from: Day
}

// 元号を改める政令等による改元の日. 明治 begins here with 1873, when Japan took the Gregorian calendar.
const eras: readonly Era[] = [
  { name: '令和', letter: 'R', from: '2019-05-01' },
  { name: '平成', letter: 'H', from: '1989-01-08' },
  { name: '昭和', letter: 'S', from: '1926-12-25' },
  { name: '大正', letter: 'T', from: '1912-07-30' },
  { name: '明治', letter: 'M', from: '1873-01-01' },
]

const weekdays = ['日', '月', '火', '水', '木', '金', '土']

/** 和暦 — `令和8年11月22日（日）`. Years before 明治6年 fall back to the Western year. */
export function inEra(day: Day, options: { weekday?: boolean } = {}): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const era = eras.find((e) => day >= e.from)
  const eraYear = era ? year - Number(era.from.slice(0, 4)) + 1 : year
  const shownYear = era ? `${era.name}${eraYear === 1 ? '元' : eraYear}年` : `${year}年`
  const weekday = options.weekday === false ? '' : `（${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}）`
  return `${shownYear}${month}月${date}日${weekday}`
}

/**
 * Reads what people write in a date box: `R8.11.22`, `令和8年11月22日`, `令和8/11/22`, `2026-11-22`, `2026/11/22`,
 * in full or half width. Returns undefined for anything else, and for days that do not exist or lie outside the era.
 */
export function parseDay(text: string): Day | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/\(.\)$/, '')
  const match = /^(令和|平成|昭和|大正|明治|[RHSTM])?\s*(元|\d{1,4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/i.exec(plain)
  if (!match) return undefined
  const [, eraText, yearText, month, date] = match as unknown as [string, string | undefined, string, string, string]
  const index = eras.findIndex((e) => e.name === eraText || e.letter === eraText?.toUpperCase())
  const era = eras[index]
  if (eraText && !era) return undefined
  const written = yearText === '元' ? 1 : Number(yearText)
  if (!era && yearText.length !== 4) return undefined
  const year = era ? Number(era.from.slice(0, 4)) + written - 1 : written
  const day = `${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (!isDay(day)) return undefined
  const endsBefore = eras[index - 1]?.from
  if (era && (day < era.from || (endsBefore !== undefined && day >= endsBefore))) return undefined
  return day
}
