import { createHmac, randomBytes } from 'node:crypto'
import type { Keys } from '#keys'
import type { Clock } from '#shared'
import type { Scope, Storage } from '#storage'
import { openWith, sealWith } from '../keys/data-key.ts'
import { type Journal, openJournal } from './journal.ts'

/** Keys that live as long as the test; they close as the real ones do. */
export function keysInMemory(): Keys {
  const root = randomBytes(32)
  const keyOf = (scope: Scope, keyId: string) => {
    const facilityId = scope === 'installation' ? '' : scope.facilityId
    const bytes = createHmac('sha256', root).update(`${facilityId} ${keyId}`).digest()
    return { facilityId, keyId, purpose: keyId.replace(/-1$/, ''), bytes, isCurrent: true }
  }
  return {
    seal: async (scope, purpose, plaintext, context) =>
      sealWith(keyOf(scope, `${purpose}-1`), plaintext, context, randomBytes),
    open: async (scope, { keyId, bytes }, context) => openWith(keyOf(scope, keyId), bytes, context),
    handOver: async (scope, purpose) => [keyOf(scope, `${purpose}-1`)],
    async createFor() {},
  }
}

/** A clock that stands until it is set. */
export function standingClock(now: string): Clock & { set(now: string): void } {
  let current = now
  return {
    now: () => current,
    set(next) {
      current = next
    },
  }
}

export interface TestJournal {
  readonly journal: Journal
  readonly clock: ReturnType<typeof standingClock>
}

export function journalOn(storage: Storage, now = '2026-11-22T01:02:03.004Z', keys = keysInMemory()): TestJournal {
  const clock = standingClock(now)
  return { clock, journal: openedAtFirst(openJournal({ storage, keys, clock, randomBytes })) }
}

/** Tests of other rooms know facilities that nobody founded: their log is opened with the first entry. */
function openedAtFirst(journal: Journal): Journal {
  return {
    ...journal,
    async append(change, entry) {
      if ((await change.logs.newest()) === undefined && change.group.get('journal') === undefined)
        await journal.create(change)
      return journal.append(change, entry)
    },
  }
}
