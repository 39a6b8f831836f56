import {
  formatNote,
  formatSubmission,
  LedgerError,
  parseNote,
  parseSignatureLines,
  parseSubmission,
  parseVerifierKey,
  verifyNote,
} from '@omamori/ledger'
import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import { type Answer, addCheckpoint } from './add-checkpoint.ts'
import { submissionOf } from './ask-witness.ts'
import { type Ground, malformed, scopeOf } from './ground.ts'
import { keepCosigned } from './keep-cosigned.ts'
import type { FindCosigners } from './own-keys.ts'
import { keysOf } from './policy-of.ts'
import { lastCosignedBy } from './progress.ts'
import { policyNow } from './round.ts'
import { cosignedOf, logWitnesses, replaceLogWitness } from './store.ts'

/** What a submission is made for. */
export interface SubmissionRequest {
  /** The witness that it goes to; left out, the one there is. */
  readonly witnessId?: string
  /** The size that the witness said it has, where it differs from what we believe. */
  readonly from?: number
}

/** 立会いの依頼をファイルに — the same text that is sent over the network, for a medium that is carried. */
export async function writeSubmission(
  ground: Ground,
  caller: Caller,
  { witnessId, from }: SubmissionRequest,
): Promise<string> {
  demand(caller, 'witness.manage')
  const scope = scopeOf(caller)
  const offer = await ground.journal.offer(scope)
  if (!offer) throw new Refusal('not-found', { what: 'checkpoint' })
  const [witnesses, rows] = await ground.storage.read(scope, async (db) => [
    await logWitnesses(db),
    await cosignedOf(db, offer.origin),
  ])
  const witness = witnesses.find((one) => witnessId === undefined || one.witness_id === witnessId)
  if (witnessId !== undefined && !witness) throw new Refusal('not-found', { what: 'witness', id: witnessId })
  if (from !== undefined && from > offer.size) throw malformed('from', 'beyond', { size: offer.size })
  const oldSize = from ?? (witness ? lastCosignedBy(witness, rows) : 0)
  return formatSubmission(await submissionOf(ground, scope, offer, oldSize))
}

/** 依頼に連署する — as the witness: the checkpoint with our cosignatures, or why not. */
export async function signSubmission(
  ground: Ground,
  findCosigners: FindCosigners,
  caller: Caller,
  body: string,
): Promise<Answer> {
  demand(caller, 'witness.manage')
  const answer = await addCheckpoint(ground, findCosigners, scopeOf(caller), body)
  if (answer.status !== 200) return answer
  const { text, signatures } = parseNote(parseSubmission(body).checkpoint)
  return { ...answer, body: formatNote({ text, signatures: [...signatures, ...parseSignatureLines(answer.body)] }) }
}

/** 連署を受け取る — a checkpoint of ours that came back by file. Only what verifies is kept; gives whose it was. */
export async function takeCosigned(ground: Ground, caller: Caller, cosigned: string): Promise<readonly string[]> {
  demand(caller, 'witness.manage')
  const scope = scopeOf(caller)
  const offer = await ground.journal.offer(scope)
  const doubt = await ground.journal.compareWith(scope, cosigned)
  if (doubt?.reason === 'unreadable') throw malformed('file', 'unreadable')
  if (!offer || doubt) throw new Refusal('conflict', { reason: 'witness-not-our-history', found: doubt?.reason })
  return ground.storage.write(scope, async (change) => {
    const witnesses = await logWitnesses(change.db)
    const signed = await readable(async () => {
      const keys = witnesses.flatMap((one) => keysOf(one).map(parseVerifierKey))
      return verifyNote(cosigned, keys).signatures.map(({ key }) => `${key.name}+${key.keyId}`)
    })
    const by = witnesses.filter((one) =>
      keysOf(one)
        .map(parseVerifierKey)
        .some((key) => signed.includes(`${key.name}+${key.keyId}`)),
    )
    if (by.length === 0) throw malformed('file', 'no-known-cosignature')
    const at = ground.clock.now()
    for (const { witness_id } of by) {
      await replaceLogWitness(change, witness_id, {
        tried_at: at,
        answer: 'cosigned',
        answer_size: null,
        cosigned_at: at,
      })
    }
    await keepCosigned(ground, change, scope.facilityId, await policyNow(change, offer.verifierKey), cosigned)
    return by.map(({ label }) => label)
  })
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof LedgerError) throw malformed('file', 'unreadable', { ledger: error.code })
    throw error
  }
}
