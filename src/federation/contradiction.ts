import { parseCheckpoint, parseNote, parseSubmission, type Weighed } from '@omamori/ledger'
import type { WatchedLogRow } from '#storage'
import type { EvidenceKind } from './wire.ts'

/**
 * Whether a submission speaks against what was cosigned before. Only what the log's own key signed gets this far (a status
 * of 403 or 404 does not). Two roots for one size are proof, whatever old size was claimed; a proof that does not hold
 * may also be a mistake in making it.
 */
export function contradictionOf(
  body: string,
  weighed: Weighed,
  last: WatchedLogRow,
  hasEnded = false,
): EvidenceKind | undefined {
  if (last.root === null || last.note === null) return undefined
  // It said itself, signed, that this was its end.
  if (weighed.status === 200 && hasEnded && weighed.checkpoint.size > last.size) return 'grew-after-end'
  if (weighed.status !== 409 && weighed.status !== 422) return undefined
  const { size, root } = parseCheckpoint(parseNote(parseSubmission(body).checkpoint).text)
  if (size === last.size && Buffer.compare(root, last.root) !== 0) return 'two-roots'
  return weighed.status === 422 ? 'not-continued' : undefined
}
