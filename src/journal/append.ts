import { decodeEntry, type Entry, encodeEntry } from '@omamori/ledger'
import { Refusal } from '#shared'
import { type Change, RunAgain } from '#storage'
import { addEntryTo, addWaiting, type KeptEntry, type NewEntry, type Surroundings, waiting } from './add-entry.ts'
import type { EntryPlace } from './contract.ts'
import { currentLog, newestLog } from './current-log.ts'
import { gather, type Waiting } from './gathered.ts'

/** Writes an entry into the facility's log of this fiscal year. */
export async function append(around: Surroundings, change: Change, entry: NewEntry): Promise<KeptEntry> {
  const at = around.clock.now()
  // On PostgreSQL the log is locked from here on: changes of several processes that append come one after the other.
  return addEntryTo(around, change, await currentLog(around, change, at, change.engine === 'sqlite'), at, entry)
}

/** What became of one call: where its first entry stands, or why none of its entries was added. */
export type Outcome = { readonly place: EntryPlace } | { readonly error: unknown }

/**
 * Adds entries that are encoded already, those of each call in order. A call with an entry of another log is refused by
 * itself; those beside it stay.
 */
export async function appendEncoded(
  around: Surroundings,
  change: Change,
  calls: readonly (readonly EncodedEntry[])[],
): Promise<readonly Outcome[]> {
  const current = await currentLog(around, change, around.clock.now(), true)
  const { origin, size } = current.log
  // Before an entry is turned away, the log is looked at: somebody else may have opened a newer one.
  if (!current.isRead && calls.some((entries) => entries.some(({ entry }) => entry.log !== origin))) {
    around.known.forget(current.log)
    throw new RunAgain(`${origin} may not be the newest log`)
  }
  const added: Waiting[] = []
  const outcomes = calls.map((entries): Outcome => {
    const foreign = entries.find(({ entry }) => entry.log !== origin)
    if (foreign) return { error: new Refusal('conflict', { what: 'log', expected: origin, got: foreign.entry.log }) }
    const index = size + current.count + added.length
    for (const { entry, bytes } of entries) added.push(waiting(entry, bytes))
    return { place: { log: origin, index } }
  })
  if (added.length > 0) addWaiting(around, change, current, added)
  return outcomes
}

/** Has the newest log signed with this commit. */
export async function signNewest(around: Surroundings, change: Change): Promise<void> {
  const newest = await newestLog(around, change)
  gather(change, { ...newest, signNow: true })
  around.keepLater(change, newest.log.origin)
}

/** 符号化した1件 — an entry and its bytes. */
export interface EncodedEntry {
  readonly entry: Entry
  readonly bytes: Uint8Array
}

export interface Encoder {
  encode(entry: Entry): Uint8Array
  read(bytes: Uint8Array): EncodedEntry
}

/**
 * Encodes, and knows again what it has encoded itself; any other bytes are read strictly. Should somebody change bytes
 * that are known, what is read back differs from them and the commit fails.
 */
export function createEncoder(): Encoder {
  // On the bytes themselves: a WeakMap of many would be gone through at every collection.
  const known = Symbol('entry')
  return {
    encode: (entry) => Object.assign(encodeEntry(entry), { [known]: entry }),
    read(bytes) {
      const entry = (bytes as { readonly [known]?: Entry })[known] ?? decodeEntry(bytes)
      // Nothing but the entry comes this way, so a sealed detail would be missing for ever.
      if (entry.detail !== undefined) throw new Refusal('malformed', { what: 'entry', reason: 'detail' })
      return { entry, bytes }
    },
  }
}
