import { parseVerifierKey, TLOG_SIZE_TYPE, type WeighedSuccession, weighSuccession } from '@omamori/ledger'
import type { Change, LogSuccessionRow, WatchedLogRow } from '#storage'
import type { Answer } from './add-checkpoint.ts'
import { type FacilityScope, type Ground, note } from './ground.ts'
import { addSuccession, addWatched, findWatched, holdWatched, successionOf } from './store.ts'

/**
 * 後継を受け取る — a log that we cosigned to its end names the one that goes on, and from now on that one is witnessed under
 * the same label. Asked twice, it answers twice and keeps once. Ours, not the specification's: docs/formats/log-succession.md.
 */
export async function addSuccessor(ground: Ground, scope: FacilityScope, body: string): Promise<Answer> {
  const first = weighSuccession(body, () => undefined)
  if (first.status !== 404) return answerTo(first)
  const foreseen = await ground.storage.read(scope, async (db) =>
    weigh(body, await findWatched(db, first.origin), await successionOf(db, first.origin)),
  )
  if (foreseen.status !== 200) return answerTo(foreseen)
  return answerTo(await ground.storage.write(scope, (change) => keep(ground, change, first.origin, body)))
}

async function keep(ground: Ground, change: Change, origin: string, body: string): Promise<WeighedSuccession> {
  const row = await holdWatched(change, origin)
  const there = await successionOf(change.db, origin)
  const weighed = weigh(body, row, there)
  if (weighed.status !== 200 || !row || there) return weighed
  const { next } = weighed.succession
  const { name } = parseVerifierKey(next)
  const known = await findWatched(change.db, name)
  // Somebody here entered another key under this name, or ceased to witness it: that stands.
  if (known && (known.verifier_key !== next || known.removed_at !== null)) return { status: 403, origin }
  const at = ground.clock.now()
  const place = { facility_id: row.facility_id, accepted_at: at }
  await addSuccession(change, { ...place, origin, next: name, verifier_key: next, note: body })
  if (!known) await addWatched(change, watchedFrom(row, name, next, at))
  const subject = { kind: 'log', id: name }
  const detail = { ended: origin, size: row.size, verifierKey: next }
  await note(ground, change, { act: 'witness.log-succeeded', actor: { kind: 'peer', id: origin }, subject, detail })
  return weighed
}

function watchedFrom({ facility_id, label }: WatchedLogRow, origin: string, key: string, at: string): WatchedLogRow {
  const fresh = { size: 0, root: null, note: null, cosigned_at: null, removed_at: null }
  return { facility_id, origin, verifier_key: key, label, added_at: at, ...fresh }
}

function weigh(body: string, row: WatchedLogRow | undefined, there: LogSuccessionRow | undefined): WeighedSuccession {
  return weighSuccession(body, () => {
    if (!row || row.removed_at !== null) return undefined
    const last = row.root === null ? {} : { last: { size: row.size, root: row.root } }
    return { key: parseVerifierKey(row.verifier_key), ...last, ...(there && { next: there.verifier_key }) }
  })
}

function answerTo(weighed: WeighedSuccession): Answer {
  const text = (status: Answer['status'], body: string) => ({ status, type: 'text/plain; charset=utf-8', body })
  switch (weighed.status) {
    case 200:
      return text(200, 'witnessed from now on\n')
    case 400:
      return text(400, `${weighed.problem}\n`)
    case 403:
      return text(403, 'not signed by the log, of another owner, or followed already\n')
    case 404:
      return text(404, 'unknown log\n')
    case 409:
      return { status: 409, type: TLOG_SIZE_TYPE, body: `${weighed.size}\n` }
  }
}
