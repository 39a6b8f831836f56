import { addDays, type Day, daysBetween } from '#shared'
import { referrersOf } from '../check-references.ts'
import type { Facility, Item } from '../facility/facility.ts'
import { type Value, valuesOf } from '../kept.ts'
import type { Referrer } from '../wire.ts'

/** 退職・異動の後始末 — what is to be done because a person left: accounts, posts, and what they answered for. */
export interface Leaving {
  readonly leftOn?: Day
  /** The day by which accounts are to be disabled; unknown without the day of leaving or the facility's limit. */
  readonly dueOn?: Day
  /** Days until then; below nought it is overdue. Only while accounts are usable, or nobody knows. */
  readonly daysLeft?: number
  readonly accounts:
    | { readonly state: 'stopped'; readonly on: Day }
    | { readonly state: 'usable'; readonly systems: readonly { readonly id: string; readonly name: string }[] }
    | { readonly state: 'unknown' }
  /** Posts that nobody else holds now. */
  readonly emptyPosts: readonly string[]
  /** What they answer for and nobody took over. */
  readonly items: readonly Referrer[]
}

// Whoever approved a paper has approved it, also after leaving; only these name who answers now.
const answering: ReadonlySet<string> = new Set(['ownerId', 'contactId'])

// Nobody has to be found for these.
const everyones: ReadonlySet<string> = new Set(['staff', 'supplier'])

/** The places at which a person is named as the one who answers. */
export function answersFor(values: readonly Value[], personId: string): readonly Referrer[] {
  return referrersOf(values, 'person', personId).filter(({ field }) => answering.has(field.split('.').at(-1) ?? ''))
}

/** What is left to be done for a person. Undefined while the person is there, or nobody said otherwise. */
export function leavingOf(facility: Facility, personId: string, today: Day): Leaving | undefined {
  const person = facility.persons?.find(({ id }) => id === personId)
  if (person?.state !== 'left') return undefined
  const accounts = accountsOf(facility, person)
  const dueOn = disabledBy(facility, person)
  const others = (facility.persons ?? []).filter(({ id, state }) => id !== personId && state !== 'left')
  return {
    ...(person.leftOn && { leftOn: person.leftOn }),
    ...(dueOn && { dueOn }),
    ...(dueOn && accounts.state !== 'stopped' && { daysLeft: daysBetween(today, dueOn) }),
    accounts,
    emptyPosts: (person.posts ?? []).filter(
      (post) => !everyones.has(post) && !others.some(({ posts }) => posts?.includes(post)),
    ),
    items: answersFor(valuesOf(facility), personId),
  }
}

function disabledBy({ limits }: Facility, { leftOn }: Item<'person'>): Day | undefined {
  if (leftOn === undefined || limits?.leaverDays === undefined) return undefined
  return addDays(leftOn, limits.leaverDays)
}

function accountsOf({ systems = [] }: Facility, person: Item<'person'>): Leaving['accounts'] {
  const { accountsStoppedOn, accountSystemIds = [] } = person
  if (accountsStoppedOn) return { state: 'stopped', on: accountsStoppedOn }
  if (accountSystemIds.length === 0) return { state: 'unknown' }
  const usable = systems.filter(({ id }) => accountSystemIds.includes(id))
  return { state: 'usable', systems: usable.map(({ id, name }) => ({ id, name })) }
}

/** How many people left longer ago than the facility allows and can still get into a system, as far as persons say. */
export function overdueLeavers(facility: Facility, systemId: string, on: Day): number {
  const overdue = (facility.persons ?? []).filter((person) => {
    const { state, accountSystemIds, accountsStoppedOn } = person
    if (state !== 'left' || !accountSystemIds?.includes(systemId)) return false
    if (accountsStoppedOn !== undefined && accountsStoppedOn <= on) return false
    const due = disabledBy(facility, person)
    return due !== undefined && due < on
  })
  return overdue.length
}
