import { type Caller, demand, may } from '#access'
import { type Day, dayOf } from '#shared'
import type { Storage } from '#storage'
import { dueOf } from './due.ts'
import { type Ground, scopeOf } from './ground.ts'
import { standing, systemsOf, viewsOf } from './kept.ts'
import { namesOfAccounts, readRows } from './store.ts'
import type { DueView, LogReviewsView } from './wire.ts'

/** ログの確認の一覧 — what was reviewed, newest first, and what is due when. */
export async function readReviews(ground: Ground, caller: Caller): Promise<LogReviewsView> {
  demand(caller, 'log-review.read')
  const { facility, ...list } = await loadReviewList(ground, scopeOf(caller))
  const there = (facility.persons ?? []).filter(({ state, supplierId }) => state !== 'left' && !supplierId)
  return {
    ...list,
    persons: there.map(({ id, name }) => ({ id, name })),
    may: {
      write: may(caller, 'log-review.write'),
      lookThrough: may(caller, 'journal.read'),
      openTask: may(caller, 'task.change'),
    },
  }
}

/** For rooms that print the list with other things: what was reviewed and what is due. Asks for no permission. */
export async function loadReviewList(
  { storage, registry, clock }: Pick<Ground, 'clock'> & ReadingGround,
  scope: { readonly facilityId: string },
) {
  const facility = await registry.loadFacility(scope)
  const { rows, nameOf } = await storage.read(scope, async (db) => ({
    rows: await readRows(db),
    nameOf: await namesOfAccounts(db),
  }))
  const today = dayOf(clock.now())
  const due = [...dueOf(facility, rows, today)]
  return { facility, today, intervalDays: facility.limits?.logReviewDays, due, reviews: [...viewsOf(rows, nameOf)] }
}

interface ReadingGround {
  readonly storage: Pick<Ground['storage'], 'read'>
  readonly registry: Pick<Ground['registry'], 'loadFacility'>
}

/** ログの確認の一覧 — reviews and what is due, as papers print them. */
export type ReviewList = Pick<LogReviewsView, 'intervalDays' | 'due' | 'reviews'>

/** 当院の証跡の確認 — how our own journal stands, for the home page: no rule of the assessment speaks of it. */
export async function readOwnDue(ground: Ground, caller: Caller): Promise<DueView | undefined> {
  demand(caller, 'log-review.read')
  const facility = await ground.registry.loadFacility(scopeOf(caller))
  const rows = await ground.storage.read(scopeOf(caller), readRows)
  return dueOf(facility, rows, dayOf(ground.clock.now())).find(({ target }) => target === 'journal')
}

/** Who looked at a system's log, up to which day of it. */
export interface SaidReview {
  readonly systemId: string
  readonly reviewedOn: Day
  readonly by: string
}

/** For the assessment: which reviews stand, so that its evidence says who it was. Asks for no permission. */
export async function loadReviews(
  { storage }: { readonly storage: Pick<Storage, 'read'> },
  scope: { readonly facilityId: string },
): Promise<readonly SaidReview[]> {
  const rows = standing(await storage.read(scope, readRows))
  return rows.flatMap((row) =>
    systemsOf(row).map(({ id }) => ({ systemId: id, reviewedOn: row.reviewed_on, by: row.reviewer_name })),
  )
}
