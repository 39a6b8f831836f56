import { addDays, type Instant, isDay, startOf } from '#shared'

const pattern = /(?<!\d)(20\d\d)-?(\d\d)-?(\d\d)(?:[T_ -]?([01]\d|2[0-3])[-:]?([0-5]\d)(?:[-:]?([0-5]\d))?(Z)?)?(?!\d)/

/** When a generation was taken, as its name says it: the minute, or the whole day. Without `Z` the time is Tokyo's. */
export function timeInName(name: string): { readonly from: Instant; readonly to: Instant } | undefined {
  const [, year, month, date, hour, minute, second = '00', utc] = pattern.exec(name) ?? []
  const day = `${year}-${month}-${date}`
  if (!isDay(day)) return undefined
  if (hour === undefined) return { from: startOf(day), to: startOf(addDays(day, 1)) }
  const at = new Date(`${day}T${hour}:${minute}:${second}${utc ? 'Z' : '+09:00'}`).toISOString()
  return { from: at, to: at }
}

const DAY_MS = 86_400_000

/**
 * The time of a generation that is a file or folder: what was written within a day of what the name says, else the
 * name's, else the file's. A name with a day only counts as its end, but never later than now.
 */
export function takenAtOf(
  name: string,
  writtenAt: Instant | undefined,
  now: Instant,
): { readonly takenAt?: Instant; readonly namedAt?: { readonly from: Instant; readonly to: Instant } } {
  const namedAt = timeInName(name)
  if (!namedAt) return writtenAt === undefined ? {} : { takenAt: writtenAt }
  const [from, to] = [Date.parse(namedAt.from), Date.parse(namedAt.to)]
  const written = writtenAt === undefined ? Number.NaN : Date.parse(writtenAt)
  if (from < to && written >= from && written <= to + DAY_MS)
    return { takenAt: new Date(written).toISOString(), namedAt }
  return { takenAt: from < to && namedAt.from < now && now < namedAt.to ? now : namedAt.to, namedAt }
}
