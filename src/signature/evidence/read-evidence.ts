import { Malformed, type Moment, readCertificates, readOcspAnswer, readRevocationList } from '@omamori/signature'
import { readMaterial } from '../read-material.ts'
import { type Evidence, noEvidence } from './evidence.ts'

export type EvidenceKind = 'certificate' | 'list' | 'ocsp-answer'

export interface ReadEvidence {
  readonly evidence: Evidence
  /** How long it may be kept; it speaks for no longer. */
  readonly until: Moment
}

/** A CA's certificate rarely changes under its address. */
const certificatesKeptMs = 7 * 86_400_000

/** What came from an address, by what was asked for; null: it is something else. */
export function readEvidence(kind: EvidenceKind, bytes: Uint8Array, now: Moment): ReadEvidence | null {
  try {
    return readers[kind](bytes, now)
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}

const readers: Readonly<Record<EvidenceKind, (bytes: Uint8Array, now: Moment) => ReadEvidence | null>> = {
  list: (bytes) => {
    const crls = readMaterial(bytes, 'list').flatMap((one) => (one.kind === 'list' ? [one.octets] : []))
    if (crls.length === 0) return null
    return {
      evidence: { ...noEvidence, crls },
      until: Math.min(...crls.map((one) => readRevocationList(one).nextUpdate ?? 0)),
    }
  },
  'ocsp-answer': (bytes) => {
    const ends = readOcspAnswer(bytes).singles.map(({ nextUpdate }) => nextUpdate ?? 0)
    return ends.length === 0 ? null : { evidence: { ...noEvidence, ocsps: [bytes] }, until: Math.min(...ends) }
  },
  certificate: (bytes, now) => {
    const certificates = isPem(bytes)
      ? readMaterial(bytes, 'certificate').flatMap((one) => (one.kind === 'certificate' ? [one.certificate] : []))
      : readCertificates(bytes)
    return certificates.length === 0
      ? null
      : { evidence: { ...noEvidence, certificates }, until: now + certificatesKeptMs }
  },
}

const isPem = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 11)).toString('latin1') === '-----BEGIN '
