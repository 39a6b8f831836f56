import { Malformed } from '../malformed.ts'
import type { Certificate } from '../x509/certificate.ts'
import { consultAnswers } from './consult-answers.ts'
import { consultLists } from './consult-lists.ts'
import type { OcspAnswer } from './ocsp-answer.ts'
import type { RevocationList } from './revocation-list.ts'
import type { RevocationStatus } from './status.ts'

/** Lists and answers together, and among whom their signers may be found. */
export interface RevocationMaterial {
  readonly lists: readonly RevocationList[]
  readonly answers: readonly OcspAnswer[]
  readonly certificates: readonly Certificate[]
}

/**
 * What all lists and answers together say of a certificate below an anchor. A revocation counts wherever it stands, unless the other kind is
 * newer and says that a hold was lifted; of two that say good, the one that speaks longer is named. Anchors are never asked about.
 */
export function revocationOf(
  certificate: Certificate,
  issuer: Certificate,
  anchor: Certificate,
  { lists, answers, certificates }: RevocationMaterial,
): RevocationStatus {
  const listed = (one: Certificate, above: Certificate) => consultLists(one, above, anchor, lists, certificates)
  const isGood = (one: Certificate, above: Certificate): boolean => listed(one, above).state === 'good'
  try {
    return together(listed(certificate, issuer), consultAnswers(certificate, issuer, answers, { certificates, isGood }))
  } catch (error) {
    if (error instanceof Malformed) return { state: 'unknown', why: 'revocation-unreadable' }
    throw error
  }
}

const onHold = 6

function together(listed: RevocationStatus, answered: RevocationStatus): RevocationStatus {
  if (listed.state === 'unknown')
    return answered.state === 'unknown' && answered.why === 'no-answer' ? listed : answered
  if (answered.state === 'unknown') return listed
  const [newer, older] = listed.source.thisUpdate > answered.source.thisUpdate ? [listed, answered] : [answered, listed]
  if (newer.state === 'good' && older.state === 'good') return newer.speaksUntil >= older.speaksUntil ? newer : older
  if (newer.state === 'revoked' && older.state === 'revoked') return newer.revokedAt <= older.revokedAt ? newer : older
  if (newer.state === 'revoked') return newer
  return older.state === 'revoked' && older.reason !== onHold ? older : newer
}
