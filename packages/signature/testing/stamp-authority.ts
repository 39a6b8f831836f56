import type { Moment } from '../asn1/value.ts'
import { generalizedTime, integer, octetString, oid, sequence } from '../asn1/write.ts'
import { cmsOid } from '../cms/oids.ts'
import { writeSignedData } from '../cms/write.ts'
import type { SigningKey, StampTime } from '../keys/signing-key.ts'
import { digest, digestOid } from '../x509/signature-value.ts'
import { testKey } from './test-pki.ts'

let serialNumber = 1_000

/** A small real time-stamping authority: tokens as RFC 3161 wants them, at whatever moment the test needs. */
export function stampAuthority(
  at: Moment,
  label = 'stamp-authority',
  crls: readonly Uint8Array[] = [],
  nonce: bigint | null = null,
): StampTime {
  const key: SigningKey = testKey(label, [])
  return async (imprint) => {
    const info = sequence(
      integer(1),
      oid('1.2.392.999999.10'),
      sequence(sequence(oid(digestOid(imprint.digest))), octetString(imprint.value)),
      integer(++serialNumber),
      generalizedTime(at),
      sequence(integer(1)),
      ...(nonce === null ? [] : [integer(nonce)]),
    )
    return writeSignedData({
      key,
      contentType: cmsOid.timeStampInfo,
      content: info,
      contentDigest: digest(key.digest, info),
      signingTime: null,
      certificates: [],
      crls,
    })
  }
}
