import type { Day } from '#shared'
import type { Assessment } from './contract.ts'
import type { Ground } from './ground.ts'

/** Today and the day of a paper, for a handful of facilities; a judgement of a hospital takes some megabytes. */
const JUDGEMENTS_KEPT = 8

const judgementsOn = new WeakMap<Ground, Map<string, Promise<Assessment>>>()

/**
 * The judgement of a facility on a day, made once for as long as nothing happened. The same rows give the same judgement,
 * and no row changes without an entry in the journal; so a facility's revision of the journal says whether it still holds.
 * Rows that somebody changed past Omamori are seen with the next entry, and by what is kept for good at once: a snapshot
 * is judged anew.
 */
export async function remembered(
  ground: Ground,
  { facilityId }: { readonly facilityId: string },
  on: Day,
  judge: () => Promise<Assessment>,
): Promise<Assessment> {
  // Asked before the rows are read: what changes in between is judged once too often, never too seldom.
  const key = [facilityId, on, await ground.journal.revision({ facilityId })].join(' ')
  const known = judgementsOn.get(ground) ?? new Map<string, Promise<Assessment>>()
  judgementsOn.set(ground, known)
  const judgement = known.get(key) ?? judge()
  known.delete(key)
  known.set(key, judgement)
  for (const oldest of known.keys()) if (known.size > JUDGEMENTS_KEPT) known.delete(oldest)
  // What went wrong is not remembered: the next one tries again.
  judgement.catch(() => known.delete(key))
  return judgement
}
