import { type Caller, demand } from '#access'
import type { EntryView, JournalFilter } from '#journal'
import { type Instant, type Json, Refusal } from '#shared'
import { type Ground, scopeOf } from '../ground.ts'
import { namesOfAccounts } from '../store.ts'
import { type AccessListFormat, accessListLimits } from '../wire.ts'

/** アクセス一覧 — every entry that fits, newest first, with the names of those who did it. */
export interface AccessList {
  readonly at: Instant
  readonly facility: string
  readonly sample: boolean
  readonly filter: JournalFilter
  readonly entries: readonly EntryView[]
  readonly unreadable: number
  readonly nameOf: (accountId: string) => string
}

// What one page of the journal gives at most.
const PAGE = 200

/**
 * All that fits, or nothing: a list that is longer than the limit is refused with its number, never cut. That it was made
 * stands in the journal before it is handed out, with what was asked for and how many entries it has.
 */
export async function listAccess(
  ground: Ground,
  caller: Caller,
  filter: JournalFilter,
  format: AccessListFormat,
): Promise<AccessList> {
  demand(caller, 'journal.read')
  demand(caller, 'journal.export')
  const scope = scopeOf(caller)
  const limit = accessListLimits[format]
  const counted = await ground.journal.count(scope, filter)
  if (counted.entries > limit)
    throw new Refusal('too-large', { reason: 'access-list-too-long', entries: counted.entries, limit })
  const { profile, sample = false } = await ground.registry.loadFacility(scope)
  const nameOf = await ground.storage.read(scope, namesOfAccounts)
  const found = await readAll(ground, scope, filter)
  await note(ground, caller, filter, { format, entries: found.entries.length })
  return { ...found, at: ground.clock.now(), facility: profile.name, sample, filter, nameOf }
}

/** Page by page; what is written meanwhile stands before the first page and is not of this list. */
async function readAll(
  { journal }: Ground,
  scope: { readonly facilityId: string },
  filter: JournalFilter,
): Promise<Pick<AccessList, 'entries' | 'unreadable'>> {
  const entries: EntryView[] = []
  let unreadable = 0
  let after: string | undefined
  do {
    const page = await journal.entries(scope, filter, { limit: PAGE, after })
    entries.push(...page.entries)
    unreadable += page.unreadable
    after = page.next
  } while (after !== undefined)
  return { entries, unreadable }
}

async function note({ storage, journal }: Ground, caller: Caller, filter: JournalFilter, made: object): Promise<void> {
  const subject = { kind: 'facility', id: caller.facilityId }
  const detail = JSON.parse(JSON.stringify({ ...filter, ...made })) as Json
  await storage.write(scopeOf(caller), (change) =>
    journal.append(change, { act: 'log.listed', actor: caller.actor, subject, detail }),
  )
}
