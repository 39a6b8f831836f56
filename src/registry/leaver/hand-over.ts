import { type Caller, demand } from '#access'
import { dayOf, Refusal } from '#shared'
import type { StoredValue } from '../facility/facility.ts'
import { type Ground, noteItem, scopeOf } from '../ground.ts'
import { replaceItem } from '../keep-item.ts'
import { itemOf, type Kept } from '../kept.ts'
import { noteView, readFacilityRows } from '../read-items.ts'
import { findKept, holdRegistry, listKept } from '../store.ts'
import type { HandOverRequest, LeavingView } from '../wire.ts'
import { withValue } from '../workbook/columns.ts'
import { answersFor, leavingOf } from './leaving.ts'

/** What is left to be done because the person left; undefined for who is there. */
export async function readLeaving(ground: Ground, caller: Caller, personId: string): Promise<LeavingView> {
  demand(caller, 'registry.read')
  const { facility, person } = await ground.storage.read(scopeOf(caller), async (db) => ({
    facility: await readFacilityRows(db),
    person: await findKept(db, 'person', personId),
  }))
  if (!person) throw new Refusal('not-found', { kind: 'person', id: personId })
  await noteView(ground, caller, (change) => noteItem(ground, change, caller, 'registry.viewed', person))
  const leaving = leavingOf(facility, personId, dayOf(ground.clock.now()))
  if (!leaving) return {}
  const { items, emptyPosts, accounts } = leaving
  const said = accounts.state === 'usable' ? { ...accounts, systems: [...accounts.systems] } : accounts
  return { leaving: { ...leaving, accounts: said, items: [...items], emptyPosts: [...emptyPosts] } }
}

/**
 * 引き継ぎ — everything that a person answers for, and if wanted their posts, goes to a successor who is there: all of it
 * or nothing, with an entry for each item and one for the whole.
 */
export async function handOver(
  ground: Ground,
  caller: Caller,
  personId: string,
  { to, posts }: HandOverRequest,
): Promise<{ readonly items: number; readonly posts: number }> {
  demand(caller, 'registry.change')
  return ground.storage.write(scopeOf(caller), async (change) => {
    await holdRegistry(change)
    const all = await listKept(change.db)
    const from = personIn(all, personId)
    const successor = personIn(all, to)
    if (successor.uid === from.uid || successor.body.state === 'left') {
      throw new Refusal('malformed', {
        issues: [{ path: 'to', code: 'no-such-item', expected: { type: 'reference', to: ['person'] } }],
      })
    }
    const named = answersFor(all, personId)
    const items = all.flatMap((kept): readonly (readonly [Kept, StoredValue])[] => {
      const fields = named.filter(({ kind, id }) => kind === kept.kind && id === kept.id).map(({ field }) => field)
      if (fields.length === 0) return []
      return [[kept, fields.reduce<StoredValue>((item, field) => withValue(item, field, to), itemOf(kept))]]
    })
    for (const [kept, item] of items) await replaceItem(ground, change, caller, kept, item)
    const given = posts ? postsGiven(from, successor) : []
    if (given.length > 0) {
      const held = (successor.body.posts ?? []) as readonly string[]
      await replaceItem(ground, change, caller, successor, { ...itemOf(successor), posts: [...held, ...given] })
    }
    const detail = { to, items: items.length, posts: [...given] }
    await noteItem(ground, change, caller, 'registry.handed-over', from, { after: detail })
    return { items: items.length, posts: given.length }
  })
}

function personIn(all: readonly Kept[], id: string): Kept {
  const person = all.find((each) => each.kind === 'person' && each.id === id)
  if (!person) throw new Refusal('not-found', { kind: 'person', id })
  return person
}

function postsGiven(from: Kept, to: Kept): readonly string[] {
  const held = (to.body.posts ?? []) as readonly string[]
  return ((from.body.posts ?? []) as readonly string[]).filter((post) => !held.includes(post))
}
