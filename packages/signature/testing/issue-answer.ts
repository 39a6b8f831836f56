import { sign } from 'node:crypto'
import type { Moment } from '../asn1/value.ts'
import {
  bitString,
  der,
  explicit,
  generalizedTime,
  integer,
  nothing,
  octetString,
  oid,
  sequence,
} from '../asn1/write.ts'
import { digest, digestOid } from '../x509/signature-value.ts'
import { testCertificate, testPrivateKey } from './test-pki.ts'

/** An OCSP answer to be made about a certificate of `signing-ca`. */
export interface AnswerSpec {
  readonly serialNumber: bigint
  readonly status: 'good' | 'unknown' | Moment
  /** What stands in the file in place of the status that was signed. */
  readonly shown?: 'good'
  readonly responder: string
  readonly thisUpdate: Moment
  readonly nextUpdate: Moment
}

/** The whole response in DER (RFC 6960 §4.2.1), signed by the responder, whose certificate travels with it. */
export function issueAnswer(spec: AnswerSpec): Uint8Array {
  const responder = testCertificate(spec.responder)
  const algorithm = sequence(oid('1.2.840.113549.1.1.11'), nothing())
  const signature = sign('sha256', dataOf(spec, spec.status), testPrivateKey(spec.responder))
  const basic = sequence(
    dataOf(spec, spec.shown ?? spec.status),
    algorithm,
    bitString(signature),
    explicit(0, sequence(responder.raw)),
  )
  const successful = der(0x0a, Uint8Array.of(0))
  return sequence(successful, explicit(0, sequence(oid('1.3.6.1.5.5.7.48.1.1'), octetString(basic))))
}

function dataOf(
  { serialNumber, responder, thisUpdate, nextUpdate }: AnswerSpec,
  status: AnswerSpec['status'],
): Uint8Array {
  const issuer = testCertificate('signing-ca')
  const id = sequence(
    sequence(oid(digestOid('SHA-256')), nothing()),
    octetString(digest('SHA-256', issuer.subject.raw)),
    octetString(digest('SHA-256', issuer.publicKeyBits)),
    integer(serialNumber),
  )
  const single = sequence(id, statusOf(status), generalizedTime(thisUpdate), explicit(0, generalizedTime(nextUpdate)))
  return sequence(explicit(1, testCertificate(responder).subject.raw), generalizedTime(thisUpdate), sequence(single))
}

function statusOf(status: AnswerSpec['status']): Uint8Array {
  if (status === 'good') return der(0x80)
  return status === 'unknown' ? der(0x82) : der(0xa1, generalizedTime(status))
}
