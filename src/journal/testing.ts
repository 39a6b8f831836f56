import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Keys } from '#keys'
import { type Clock, Refusal } from '#shared'
import type { Storage } from '#storage'
import { type Journal, openJournal } from './journal.ts'

/** Keys that live as long as the test: the same cipher and the same binding to a place as the real ones. */
export function keysInMemory(): Keys {
  const key = randomBytes(32)
  return {
    async seal(scope, purpose, plaintext, context) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound(scope, `${purpose}-1`, context))
      const bytes = Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
      return { keyId: `${purpose}-1`, bytes }
    },
    async open(scope, { keyId, bytes }, context) {
      try {
        const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(bound(scope, keyId, context))
        cipher.setAuthTag(bytes.subarray(-16))
        return Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()])
      } catch (error) {
        throw new Refusal('corrupt', { keyId }, { cause: error })
      }
    },
    async createFor() {},
  }
}

function bound(scope: unknown, keyId: string, context: string): Uint8Array {
  return Buffer.from(JSON.stringify([scope, keyId, context]))
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
