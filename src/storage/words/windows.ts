import { addDays, type Day } from '#shared'
import { monthToken, yearToken } from './postgres-words.ts'

/** 探す期間 — days from `from` to `to`, and the tokens of the months or years they lie in. */
export interface Window {
  readonly from: Day
  readonly to: Day
  readonly times: readonly string[]
}

// In months, newest first, and then all before. A word that stands in most documents is found in the first; for one that stands in few the
// later and longer ones hold no more than a page or two.
const MONTHS = [1, 3, 8, 24, 72] as const
/** Beyond these months, years are fewer. */
const MOST_MONTHS = 24

/** GIN gives what it finds in no order and all at once, so that the newest are asked for first. */
export function windowsOf(oldest: Day, newest: Day): readonly Window[] {
  if (oldest > newest) return []
  const windows: Window[] = []
  let to = newest
  for (const months of MONTHS) {
    const first = firstOfMonth(to, months - 1)
    const from = first > oldest ? first : oldest
    windows.push({ from, to, times: months > MOST_MONTHS ? yearsOf(from, to) : monthsOf(from, to) })
    if (first <= oldest) return windows
    to = addDays(first, -1)
  }
  return [...windows, { from: oldest, to, times: yearsOf(oldest, to) }]
}

function monthsOf(from: Day, to: Day): readonly string[] {
  const tokens: string[] = []
  for (let day = firstOfMonth(to, 0); day >= firstOfMonth(from, 0); day = firstOfMonth(day, 1))
    tokens.push(monthToken(day))
  return tokens
}

function yearsOf(from: Day, to: Day): readonly string[] {
  const years: string[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    years.push(yearToken(`${String(year).padStart(4, '0')}-01-01`))
  return years
}

/** The first day of the month that lies so many months before the one of the day. */
function firstOfMonth(day: Day, before: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - before
  const year = Math.max(0, Math.floor(months / 12))
  return `${String(year).padStart(4, '0')}-${String((((months % 12) + 12) % 12) + 1).padStart(2, '0')}-01`
}
