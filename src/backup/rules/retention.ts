import { DAY_MS, goodGenerations, HOUR_MS, type Rule } from './plan-look.ts'

/** Whether the oldest good generation is as old as the plan says it keeps them, less one turn of the schedule. */
export const checkRetention: Rule = ({ places, now }) =>
  places.flatMap((look) => {
    const { place, retention, schedule, observation } = look
    const oldest = goodGenerations(look, now).at(-1)
    if (retention.days === undefined || !observation.listed || !oldest) return []
    const ageMs = Date.parse(now) - Date.parse(oldest.takenAt)
    const turnMs = (schedule.everyHours + schedule.graceHours + 24 * schedule.closedDays.length) * HOUR_MS
    const isLong = ageMs >= retention.days * DAY_MS - turnMs
    const facts = { oldestAt: oldest.takenAt, days: Math.floor(ageMs / DAY_MS), neededDays: retention.days }
    return [
      {
        state: isLong ? 'met' : 'not-met',
        code: isLong ? 'kept-long-enough' : 'kept-too-short',
        placeId: place.id,
        facts,
      },
    ]
  })
