import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import { type Ground, scopeOf } from './ground.ts'
import { evidenceIn, findWatched } from './store.ts'

/** 食い違いの証拠のファイル — `witness-evidence@1`: whoever has the log's key can check it without us. */
export interface EvidenceFile {
  readonly format: 'witness-evidence@1'
  readonly origin: string
  readonly verifierKey: string
  readonly kind: string
  readonly foundAt: string
  /** The signed checkpoint that was cosigned before. */
  readonly cosigned: string
  /** The submission that does not go with it, verbatim. */
  readonly submitted: string
}

/** All evidence, newest first, or the one that is named. */
export async function readEvidence(
  ground: Ground,
  caller: Caller,
  evidenceId?: string,
): Promise<readonly (EvidenceFile & { readonly evidenceId: string })[]> {
  demand(caller, 'witness.read')
  const found = await ground.storage.read(scopeOf(caller), async (db) => {
    const rows = (await evidenceIn(db)).filter((row) => evidenceId === undefined || row.evidence_id === evidenceId)
    return Promise.all(rows.map(async (row) => ({ row, key: (await findWatched(db, row.origin))?.verifier_key ?? '' })))
  })
  if (evidenceId !== undefined && found.length === 0)
    throw new Refusal('not-found', { what: 'evidence', id: evidenceId })
  return found.map(({ row, key }) => ({
    evidenceId: row.evidence_id,
    format: 'witness-evidence@1',
    origin: row.origin,
    verifierKey: key,
    kind: row.kind,
    foundAt: row.found_at,
    cosigned: row.ours,
    submitted: row.theirs,
  }))
}
