import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import { type Ground, scopeOf } from './ground.ts'
import { evidenceIn, findWatched, successionOf } from './store.ts'
import type { EvidenceFile, EvidenceKind } from './wire.ts'

type Named = EvidenceFile & { readonly evidenceId: string }

/** All evidence, newest first. */
export async function readEvidence(ground: Ground, caller: Caller): Promise<readonly Named[]> {
  demand(caller, 'witness.read')
  return ground.storage.read(scopeOf(caller), async (db) => {
    const files: Named[] = []
    for (const { evidence_id, origin, kind, found_at, ours, theirs } of await evidenceIn(db)) {
      const verifierKey = (await findWatched(db, origin))?.verifier_key ?? ''
      const place = { evidenceId: evidence_id, format: 'witness-evidence@1', origin, verifierKey } as const
      const succession = kind === 'grew-after-end' ? (await successionOf(db, origin))?.note : undefined
      const file = { ...place, kind: kind as EvidenceKind, foundAt: found_at, cosigned: ours, submitted: theirs }
      files.push(succession === undefined ? file : { ...file, succession })
    }
    return files
  })
}

/** One piece of it, as it is handed on. */
export async function readEvidenceFile(ground: Ground, caller: Caller, wanted: string): Promise<EvidenceFile> {
  const found = (await readEvidence(ground, caller)).find(({ evidenceId }) => evidenceId === wanted)
  if (!found) throw new Refusal('not-found', { what: 'evidence', id: wanted })
  const { evidenceId: _, ...file } = found
  return file
}
