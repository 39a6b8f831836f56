import { formatSubmission, parseVerifierKey, readAnswer, type Submission, type WitnessAnswer } from '@omamori/ledger'
import type { Offer } from '#journal'
import type { LogWitnessRow } from '#storage'
import type { Sent } from './client.ts'
import type { FacilityScope, Ground } from './ground.ts'
import { keysOf } from './policy-of.ts'
import type { WitnessAnswerCode } from './wire.ts'

/** What a witness made of our newest checkpoint. */
export interface Asked {
  readonly answer: WitnessAnswerCode
  /** The size that it named. */
  readonly size?: number
  /** Our checkpoint with its cosignatures. */
  readonly note?: string
}

/**
 * 立会いを頼む — offers the checkpoint from the size that we believe the witness has; when it names another one, once more
 * from there. It is our side that calls; nobody calls in.
 */
export async function askWitness(
  ground: Pick<Ground, 'journal' | 'send'>,
  scope: FacilityScope,
  witness: LogWitnessRow & { readonly url: string },
  offer: Offer,
  believed: number,
): Promise<Asked> {
  const keys = keysOf(witness).map(parseVerifierKey)
  const ask = async (oldSize: number): Promise<WitnessAnswer | Sent['kind']> => {
    const submission = await submissionOf(ground, scope, offer, oldSize)
    const sent = await ground.send(witness.url, formatSubmission(submission))
    return sent.kind === 'answered' ? readAnswer(submission, keys, sent) : sent.kind
  }
  const first = await ask(Math.min(believed, offer.size))
  if (typeof first === 'string' || first.kind !== 'behind') return meant(first)
  const second = await ask(first.size)
  // It moved on meanwhile, by file or by another process of ours; the next round goes on from there.
  if (typeof second !== 'string' && second.kind === 'behind') return { answer: 'busy', size: second.size }
  return meant(second)
}

export async function submissionOf(
  { journal }: Pick<Ground, 'journal'>,
  scope: FacilityScope,
  { origin, size, note }: Offer,
  oldSize: number,
): Promise<Submission> {
  const proof = oldSize > 0 && oldSize < size ? await journal.consistency(scope, origin, oldSize, size) : []
  return { oldSize, proof, checkpoint: note }
}

function meant(answer: WitnessAnswer | Sent['kind']): Asked {
  if (typeof answer === 'string') {
    return { answer: answer === 'too-long' || answer === 'answered' ? 'unreadable' : answer }
  }
  switch (answer.kind) {
    case 'cosigned':
      return { answer: 'cosigned', note: answer.note }
    case 'behind':
      return { answer: 'busy', size: answer.size }
    case 'ahead':
    case 'fork':
      return { answer: answer.kind, size: answer.size }
    case 'unreadable':
      return { answer: 'unreadable' }
    case 'refused':
      return { answer: refusals[answer.status] ?? (answer.status >= 500 ? 'busy' : 'refused') }
  }
}

const refusals: Readonly<Record<number, WitnessAnswerCode>> = {
  404: 'unknown-log',
  // Our proof is made from the size that the witness itself has: then its root of that size is not ours.
  422: 'not-continued',
  429: 'busy',
}

/** Answers that speak against our history. They are not believed blindly (a witness may lie), but somebody must hear of them. */
export const contradictions: readonly WitnessAnswerCode[] = ['ahead', 'fork', 'not-continued']
