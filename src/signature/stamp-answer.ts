import {
  buildPath,
  Malformed,
  nameInWords,
  openTimeStamp,
  readStampAnswer,
  type StampQuestion,
} from '@omamori/signature'
import { plain } from './certificate-view.ts'
import type { Trust } from './read-trust.ts'
import { type Asked, type Failed, reasonOf } from './stamp-client.ts'

/** 押されたタイムスタンプ — which authority answered. */
export interface Stamped {
  readonly address: string
  readonly authority: string
  /** Whether its certificates lead to a root that is trusted for time stamps; null: no trust is at hand. */
  readonly underTrust: boolean | null
}

export interface Token {
  readonly token: Uint8Array
  readonly told: Stamped
}

/** A token that answers this question and holds by itself; anything else is a failure of whoever sent it. */
export function readAnswer(
  answer: Asked,
  question: StampQuestion,
  address: string,
  trust: Trust | null,
): Token | Failed {
  if (!answer.answered) return answer
  try {
    const token = readStampAnswer(answer.bytes, question)
    return { token, told: { address, ...lookedAt(token, question.value, trust) } }
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return { answered: false, said: reasonOf(error), mayHeal: false, restMs: null }
  }
}

/** A token that does not hold by itself would cost the level later, when nobody can ask again. */
function lookedAt(token: Uint8Array, imprint: Uint8Array, trust: Trust | null): Omit<Stamped, 'address'> {
  const { conclusion, signingCertificate, certificates } = openTimeStamp(token, {
    kind: 'signature',
    digest: () => imprint,
    covers: [],
  })
  if (conclusion !== null || signingCertificate === null)
    throw new Malformed('time-stamp-does-not-hold', {
      decidedBy: conclusion !== null && 'decidedBy' in conclusion ? conclusion.decidedBy : '',
    })
  const authority = plain(nameInWords(signingCertificate.subject))
  if (trust === null) return { authority, underTrust: null }
  const others = [...certificates, ...trust.certificates]
  return { authority, underTrust: buildPath(signingCertificate, trust.stampAnchors, others).path !== null }
}
