import { NOBODY } from '#registry/contract'
import { type Day, daysBetween } from '#shared'
import { hasField } from './kind-groups.ts'
import type { Entry, Registry } from './queries.ts'

// The same interval the judgement takes when the facility has set none (see the field's own help).
const DEFAULT_VALID_DAYS = 365

/**
 * What is visibly amiss with an item: nobody answers for it, its person has left, it is not known who answers, its
 * facts are too old.
 */
export const lacks = ['no-owner', 'owner-left', 'owner-unknown', 'stale'] as const

export type Lack = (typeof lacks)[number]

/** Whether it is known that nobody who is here answers for it. */
export const hasNobody = (found: readonly Lack[]) => found.includes('no-owner') || found.includes('owner-left')

/** Whether nobody who is here answers for it, as far as is known. */
export const lacksOwner = (found: readonly Lack[]) => found.some((lack) => lack !== 'stale')

/** The lacks of an item as seen on a day, gravest first. */
export function lacksOf(entry: Entry, registry: Registry, today: Day): readonly Lack[] {
  const owner = ownerLack(entry, registry)
  const stale = isStale(entry, registry, today)
  return [...(owner ? [owner] : []), ...(stale ? (['stale'] as const) : [])]
}

/** What is out of use needs nobody to answer for it any more. */
function ownerLack({ kind, item }: Entry, { items }: Registry): Lack | undefined {
  if (!hasField(kind, 'ownerId') || item.state === 'retired') return undefined
  if (item.ownerId === NOBODY) return 'no-owner'
  if (item.ownerId === undefined) return 'owner-unknown'
  const owner = items.find((each) => each.kind === 'person' && each.id === item.ownerId)
  return owner?.item.state === 'left' ? 'owner-left' : undefined
}

function isStale({ item }: Entry, registry: Registry, today: Day): boolean {
  return item.confirmedOn !== undefined && daysBetween(item.confirmedOn, today) > validDays(registry)
}

export function validDays({ items }: Registry): number {
  const limit = items.find(({ kind }) => kind === 'limits')?.item.factValidDays
  return typeof limit === 'number' ? limit : DEFAULT_VALID_DAYS
}
