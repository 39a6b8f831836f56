import { generateKeyPairSync, sign } from 'node:crypto'
import * as der from '../asn1/write.ts'
import { cmsOid } from '../cms/oids.ts'
import type { StampTime } from '../keys/signing-key.ts'
import { digest, digestOid } from '../x509/signature-value.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const sha256 = der.sequence(der.oid(digestOid('SHA-256')))
const rsa = der.sequence(der.oid('1.2.840.113549.1.1.11'), der.nothing())
const name = der.sequence(der.setOf(der.sequence(der.oid('2.5.4.3'), der.utf8String('みほん時刻認証局'))))

/** The certificate of a small time-stamping authority, made for one test run. */
const body = der.sequence(
  der.explicit(0, der.integer(2)),
  der.integer(7),
  rsa,
  name,
  der.sequence(der.time(Date.UTC(2025, 0, 1)), der.time(Date.UTC(2036, 0, 1))),
  name,
  publicKey.export({ type: 'spki', format: 'der' }),
  der.explicit(
    3,
    der.sequence(
      der.sequence(
        der.oid('2.5.29.37'),
        der.boolean(true),
        der.octetString(der.sequence(der.oid('1.3.6.1.5.5.7.3.8'))),
      ),
    ),
  ),
)
export const stampCertificate = der.sequence(body, rsa, der.bitString(sign('sha256', body, privateKey)))

let serial = 1

/** Stamps at the moment it is told, whatever it is shown. */
export const stampAt =
  (moment: number): StampTime =>
  async ({ digest: algorithm, value }) => {
    const info = der.sequence(
      der.integer(1),
      der.oid('1.2.392.100495.999.1'),
      der.sequence(der.sequence(der.oid(digestOid(algorithm))), der.octetString(value)),
      der.integer(serial++),
      der.generalizedTime(moment),
    )
    const reference = der.sequence(der.sequence(der.sequence(der.octetString(digest('SHA-256', stampCertificate)))))
    const attribute = (type: string, held: Uint8Array) => der.sequence(der.oid(type), der.setOf(held))
    const attributes = der.setOf(
      attribute(cmsOid.contentType, der.oid(cmsOid.timeStampInfo)),
      attribute(cmsOid.messageDigest, der.octetString(digest('SHA-256', info))),
      attribute(cmsOid.signingCertificateV2, reference),
    )
    const signer = der.sequence(
      der.integer(1),
      der.sequence(name, der.integer(7)),
      sha256,
      der.implicit(0xa0, attributes),
      der.sequence(der.oid('1.2.840.113549.1.1.1'), der.nothing()),
      der.octetString(sign('sha256', attributes, privateKey)),
    )
    const data = der.sequence(
      der.integer(3),
      der.setOf(sha256),
      der.sequence(der.oid(cmsOid.timeStampInfo), der.explicit(0, der.octetString(info))),
      der.implicit(0xa0, der.setOf(stampCertificate)),
      der.setOf(signer),
    )
    return der.sequence(der.oid(cmsOid.signedData), der.explicit(0, data))
  }
