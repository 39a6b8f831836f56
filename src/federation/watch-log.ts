import { isOrigin } from '@omamori/ledger'
import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import { type Ground, malformed, note, scopeOf } from './ground.ts'
import { readKeyCard } from './key-card.ts'
import { addWatched, holdWatched, replaceWatched, watchedLogs } from './store.ts'
import type { WatchLogRequest } from './wire.ts'

// A prefecture's association has some thousands of members, and each a log a year.
const MAX_WATCHED = 10_000

/**
 * 立ち会う証跡を登録する — by the verifier key that its owner handed over, which names the log. A log that was taken off the
 * list and comes back goes on from what was cosigned last: otherwise that would be a way to start anew.
 */
export async function watchLog(ground: Ground, caller: Caller, request: WatchLogRequest): Promise<string> {
  demand(caller, 'witness.manage')
  const { keys } = readKeyCard(request.key)
  const [key] = keys
  if (!key || keys.length !== 1) throw malformed('key', 'one-key-needed', { got: keys.length })
  if (key.kind !== 'ed25519' || !isOrigin(key.name)) throw malformed('key', 'not-a-log-key', { kind: key.kind })
  const { label } = request
  await ground.storage.write(scopeOf(caller), async (change) => {
    const row = await holdWatched(change, key.name)
    if (row && row.verifier_key !== key.text)
      throw new Refusal('conflict', { reason: 'witness-another-key', log: key.name })
    if (row && row.removed_at === null) throw new Refusal('already-exists', { what: 'log', log: key.name })
    if ((await watchedLogs(change.db)).length >= MAX_WATCHED) throw new Refusal('too-large', { limit: MAX_WATCHED })
    const fresh = { size: 0, root: null, note: null, cosigned_at: null }
    const place = { facility_id: caller.facilityId, origin: key.name, verifier_key: key.text }
    if (row) await replaceWatched(change, key.name, { label, removed_at: null })
    else await addWatched(change, { ...place, ...fresh, label, added_at: ground.clock.now(), removed_at: null })
    const subject = { kind: 'log', id: key.name }
    const detail = { label, verifierKey: key.text }
    await note(ground, change, { act: 'witness.log-watched', actor: caller.actor, subject, detail })
  })
  return key.name
}

/** 立会いをやめる — the state stays, so that nothing is forgotten. */
export async function unwatchLog(ground: Ground, caller: Caller, origin: string): Promise<void> {
  demand(caller, 'witness.manage')
  await ground.storage.write(scopeOf(caller), async (change) => {
    const row = await holdWatched(change, origin)
    if (!row || row.removed_at !== null) throw new Refusal('not-found', { what: 'log', id: origin })
    await replaceWatched(change, origin, { removed_at: ground.clock.now() })
    const subject = { kind: 'log', id: origin }
    await note(ground, change, { act: 'witness.log-dropped', actor: caller.actor, subject })
  })
}
