import { openHoursBetween } from './open-hours.ts'
import { DAY_MS, goodGenerations, type Judged, later, type Rule } from './plan-look.ts'

/** Whether a generation is missing between others, in the days for which the plan keeps every one. */
export const checkGaps: Rule = ({ places, now }) =>
  places.flatMap((look) => {
    const { place, schedule, retention } = look
    const good = goodGenerations(look, now)
    const from = later(now, -retention.everyOneForDays * DAY_MS)
    const allowedHours = schedule.everyHours + schedule.graceHours
    const gaps = good.slice(1).flatMap((older, index): readonly Judged[] => {
      const younger = good[index]
      if (younger === undefined || older.takenAt < from) return []
      const hours = Math.round(openHoursBetween(older.takenAt, younger.takenAt, schedule) * 10) / 10
      if (hours <= allowedHours) return []
      const facts = { from: older.takenAt, to: younger.takenAt, hours, allowedHours }
      return [{ state: 'not-met', code: 'gap', placeId: place.id, facts }]
    })
    if (gaps.length > 0 || good.length < 2) return gaps
    return [{ state: 'met', code: 'no-gap', placeId: place.id, facts: { days: retention.everyOneForDays } }]
  })
