import type { HandedOver } from '#journal'
import type { LogWitnessRow } from '#storage'
import { type Asked, askWitness } from './ask-witness.ts'
import type { FacilityScope, Ground } from './ground.ts'
import { lastCosignedBy } from './progress.ts'
import { cosignedOf } from './store.ts'

/** The path that our witnesses have beside the specification's; another's answers 404, and then people hand over the key. */
export const SUCCESSOR_PATH = 'add-successor'

// A witness that was away for longer than this is told by a person.
const MOST_YEARS = 5

type Reached = LogWitnessRow & { readonly url: string }

/** A log that ended, cosigned to its end on the way. */
export interface Ended {
  readonly verifierKey: string
  readonly note: string
}

/**
 * 引き継ぐ — a witness that does not know the log of the new year is told by the log of the old one, in its own signed word; where
 * it has not seen that one's end, or does not know that one either, this comes first. Gives what was cosigned on the
 * way; undefined where the witness would not have it.
 */
export async function handOver(
  ground: Pick<Ground, 'journal' | 'send' | 'storage'>,
  scope: FacilityScope,
  witness: Reached,
  origin: string,
  years = MOST_YEARS,
): Promise<readonly Ended[] | undefined> {
  const handed = years > 0 ? await ground.journal.succession(scope, origin) : undefined
  if (!handed) return undefined
  const first = await tell(ground, witness, handed)
  if (first === 200) return []
  const before = first === 404 ? await handOver(ground, scope, witness, handed.ended.origin, years - 1) : []
  if (before === undefined || (first !== 404 && first !== 409)) return undefined
  const { answer, note } = await cosignEnd(ground, scope, witness, handed)
  if (answer !== 'cosigned' || note === undefined || (await tell(ground, witness, handed)) !== 200) return undefined
  return [...before, { verifierKey: handed.ended.verifierKey, note }]
}

async function tell({ send }: Pick<Ground, 'send'>, { url }: Reached, { succession }: HandedOver): Promise<number> {
  const sent = await send(url, succession, SUCCESSOR_PATH)
  return sent.kind === 'answered' ? sent.status : 0
}

async function cosignEnd(
  ground: Pick<Ground, 'journal' | 'send' | 'storage'>,
  scope: FacilityScope,
  witness: Reached,
  { ended }: HandedOver,
): Promise<Asked> {
  const rows = await ground.storage.read(scope, (db) => cosignedOf(db, ended.origin))
  return askWitness(ground, scope, witness, ended, lastCosignedBy(witness, rows))
}
