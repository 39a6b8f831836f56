import type { Caller } from '#access'
import type { Reader, Storage } from '#storage'
import type { Facility, ItemKindName } from './facility/facility.ts'
import { itemKinds } from './facility/facility.ts'
import type { Registry } from './open-registry.ts'
import { findKept } from './store.ts'

interface Ground {
  readonly storage: Pick<Storage, 'read'>
  readonly registry: Pick<Registry, 'loadFacility'>
}

/** 名簿 — what rooms below the registry are told of it: for whom somebody acts, and whether a thing is there. */
export function openDirectory({ storage, registry }: Ground) {
  return {
    async standsFor(caller: Caller): Promise<readonly string[]> {
      const { facilityId, actor } = caller
      const linked = await storage.read({ facilityId }, (db) => personOf(db, actor.id))
      return personsFor(await registry.loadFacility({ facilityId }), { personId: linked, roles: caller.roles })
    },
    async has(scope: { readonly facilityId: string }, kind: string, id: string): Promise<boolean> {
      if (!Object.hasOwn(itemKinds, kind)) return false
      const name = kind as ItemKindName
      return itemKinds[name].single || (await storage.read(scope, (db) => findKept(db, name, id))) !== undefined
    },
  }
}

async function personOf(db: Reader, accountId: string | undefined): Promise<string | undefined> {
  if (accountId === undefined) return undefined
  const query = db.selectFrom('account').select('person_id').where('account_id', '=', accountId)
  return (await query.executeTakeFirst())?.person_id ?? undefined
}

/**
 * The persons for whom an account acts: the one it is linked to, and whoever holds one of its posts. A post that many
 * hold (staff, supplier) says nothing about who is meant. Those who left hold no post and are nobody's.
 */
export function personsFor(
  { persons = [] }: Pick<Facility, 'persons'>,
  { personId, roles }: { readonly personId: string | undefined; readonly roles: Caller['roles'] },
): readonly string[] {
  const posts: readonly string[] = roles.filter((role) => role !== 'staff' && role !== 'supplier')
  return persons
    .filter(({ state }) => state !== 'left')
    .filter(({ id, posts: held = [] }) => id === personId || held.some((post) => posts.includes(post)))
    .map(({ id }) => id)
}
