import type { AlarmKind } from '#outbox'
import { type Beat, createBeat, isMissing } from '#timetable'
import type { KnownFacility, Platform } from '../platform.ts'
import { onItsOwn } from './jobs.ts'

type Watched = Pick<
  Platform,
  'clock' | 'facilities' | 'journal' | 'federation' | 'timetable' | 'outbox' | 'contents' | 'sweepFiles'
>
type Report = (error: unknown) => void

export type Background = Beat

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
// After a start, or after the machine slept, the hours that passed are made up for before anybody is alarmed.
const RESTED_MS = 3 * MINUTE_MS

/** What goes on by itself. A long audit keeps no mail waiting: jobs have a beat of their own. */
export function backgroundOf(watched: Watched, report: Report): Background {
  const jobs = createBeat({
    ...{ everyMs: MINUTE_MS, firstMs: 10_000, report },
    async step(isStopped) {
      for (const { trouble } of await watched.timetable.runDue(isStopped)) if (trouble !== undefined) report(trouble)
    },
  })
  // Soon after the start, and not before it: a large store keeps nobody waiting for the first page.
  const sweep = createBeat({
    ...{ everyMs: DAY_MS, firstMs: 1_000, report },
    step: async () => void (await watched.sweepFiles()),
  })
  const watch = createBeat({ everyMs: MINUTE_MS, firstMs: 20_000, report, step: watching(watched, report) })
  return {
    start() {
      sweep.start()
      jobs.start()
      watch.start()
    },
    async stop() {
      await Promise.all([sweep.stop(), jobs.stop(), watch.stop()])
    },
  }
}

/** Looks for alarms and sends what is due. Trouble in one facility keeps none of the others from being looked at. */
export function watching(watched: Watched, report: Report): (isStopped: () => boolean) => Promise<void> {
  let lookedAt = 0
  return async (isStopped) => {
    const now = Date.parse(watched.clock.now())
    const isAwake = now - lookedAt < RESTED_MS
    lookedAt = now
    for (const facility of await watched.facilities()) {
      if (isStopped()) return
      try {
        if (isAwake) await lookForAlarms(watched, facility)
        if (!isQuarantined(watched, facility)) await watched.outbox.sendDue(facility, isStopped)
      } catch (error) {
        report(error)
      }
    }
  }
}

function isQuarantined({ journal }: Watched, { facilityId }: KnownFacility): boolean {
  return journal.quarantine(onItsOwn(facilityId)) !== undefined
}

/** 警報の見回り — everything that people must hear of, by how it stands now. */
async function lookForAlarms(watched: Watched, facility: KnownFacility): Promise<void> {
  const { journal, federation, timetable, outbox, contents } = watched
  if (isQuarantined(watched, facility)) return outbox.tellWithoutRow(facility, 'quarantine')
  const caller = onItsOwn(facility.facilityId)
  const standing: AlarmKind[] = []
  if (((await journal.lastAudit(caller))?.findings ?? 0) > 0) standing.push('journal-findings')
  if (await contents.isAnyLost(caller)) standing.push('contents-damaged')
  if (isMissing(await timetable.readTimetable(caller))) standing.push('audit-missing')
  const { alarm } = await federation.readWitnessing(caller)
  if (alarm) standing.push(`witness-${alarm.code}`)
  await outbox.tellAlarms(facility, standing)
}
