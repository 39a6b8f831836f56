import { rootOf, signSuccession } from '@omamori/ledger'
import type { LogRow, Reader, Scope } from '#storage'
import { decodedOrUndefined, rangeOf } from './log-state.ts'
import type { Offer } from './offer.ts'
import { isSealed, type LogKey } from './signing-key.ts'
import { allLogs, entriesFrom, lastCheckpointOf } from './store.ts'

/** 引き継ぎ — what a witness of the older log is shown, so that it goes on with the newer one. */
export interface HandedOver {
  /** The older log at its end. */
  readonly ended: Offer
  /** Its word, signed by its key, for the log that goes on. */
  readonly succession: string
}

/**
 * That a log goes on from the one before it, in the older one's own word. Undefined where none is before it, or where what
 * lies here is not its end: after a loss, people hand over the key, for then a person at the witness should hear of it.
 */
export async function readSuccession(
  findKey: (scope: Scope, log: LogRow) => Promise<LogKey>,
  scope: Scope,
  db: Reader,
  origin: string,
): Promise<HandedOver | undefined> {
  const logs = await allLogs(db)
  const newer = logs.find((log) => log.origin === origin)
  const [first] = newer ? await entriesFrom(db, newer, 0, 1) : []
  const named = first && decodedOrUndefined(first.entry)?.previous
  const older = named && logs.find((log) => log.origin === named.origin)
  const last = older && (await lastCheckpointOf(db, older.origin))
  const range = older && rangeOf(older)
  if (!newer || !older || !last || !range) return undefined
  const root = rootOf(range)
  const isEnd =
    range.size === named.size && last.size === named.size && Buffer.from(root).toString('hex') === named.root
  const key = await findKey(scope, older)
  if (!isEnd || !isSealed(key, range, older)) return undefined
  return {
    ended: { ...placeOf(older), durableSize: older.size, size: last.size, note: last.note },
    succession: signSuccession(
      { ended: { origin: older.origin, size: range.size, root }, next: newer.verifier_key },
      key.signer,
    ),
  }
}

const placeOf = ({ origin, verifier_key }: LogRow) => ({ origin, verifierKey: verifier_key })
