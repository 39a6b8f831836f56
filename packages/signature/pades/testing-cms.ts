import * as der from '../asn1/write.ts'
import { cmsOid } from '../cms/oids.ts'
import type { SigningKey } from '../keys/signing-key.ts'
import { digest, digestOid } from '../x509/signature-value.ts'
import { openPdfFile } from './pdf/open.ts'
import { name } from './pdf/value.ts'
import { digestAround, fill, preparePlaceholder } from './placeholder.ts'

export type CmsMaker = (digest: Uint8Array, content: () => Uint8Array) => Promise<Uint8Array>

/** The file signed in its field `doctor` with a CMS that is not what `signPdf` would make. */
export async function pdfWithCms(
  plain: Uint8Array,
  make: CmsMaker,
  subFilter = 'ETSI.CAdES.detached',
): Promise<Uint8Array> {
  const prepared = preparePlaceholder(openPdfFile(plain), {
    field: 'doctor',
    keys: { Type: name('Sig'), Filter: name('Adobe.PPKLite'), SubFilter: name(subFilter) },
    room: 4000,
  })
  const content = () =>
    Buffer.concat([plain, prepared.added.subarray(0, prepared.gap[0]), prepared.added.subarray(prepared.gap[1])])
  return Buffer.concat([plain, fill(prepared, await make(digestAround(prepared, 'SHA-256'), content))])
}

/** What a forger would have different from `buildCms`. */
export interface Forged {
  /** The certificate whose digest is signed; null: none. */
  readonly bound?: Uint8Array | null
  readonly content?: Uint8Array
  readonly signers?: number
  readonly attributeTwice?: boolean
  readonly signingTime?: number
  readonly contentType?: string
}

/** A CMS by an RSA key that is right but for what is asked for. */
export async function forgedCms(key: SigningKey, messageDigest: Uint8Array, forged: Forged = {}): Promise<Uint8Array> {
  const attribute = (type: string, held: Uint8Array) => der.sequence(der.oid(type), der.setOf(held))
  const bound = forged.bound === undefined ? key.certificate.raw : forged.bound
  const reference = (octets: Uint8Array) =>
    der.sequence(der.sequence(der.sequence(der.octetString(digest('SHA-256', octets)))))
  const one = attribute(cmsOid.messageDigest, der.octetString(messageDigest))
  const attributes = der.setOf(
    attribute(cmsOid.contentType, der.oid(forged.contentType ?? cmsOid.data)),
    one,
    ...(forged.attributeTwice ? [one] : []),
    ...(bound === null ? [] : [attribute(cmsOid.signingCertificateV2, reference(bound))]),
    ...(forged.signingTime === undefined ? [] : [attribute(cmsOid.signingTime, der.time(forged.signingTime))]),
  )
  const sha256 = der.sequence(der.oid(digestOid('SHA-256')))
  const signer = der.sequence(
    der.integer(1),
    der.sequence(key.certificate.issuer.raw, der.integer(key.certificate.serialNumber)),
    sha256,
    der.implicit(0xa0, attributes),
    der.sequence(der.oid('1.2.840.113549.1.1.1'), der.nothing()),
    der.octetString(await key.sign(attributes)),
  )
  const content = forged.content ? [der.explicit(0, der.octetString(forged.content))] : []
  const data = der.sequence(
    der.integer(1),
    der.setOf(sha256),
    der.sequence(der.oid(forged.contentType ?? cmsOid.data), ...content),
    der.implicit(0xa0, der.setOf(key.certificate.raw)),
    der.setOf(...Array.from({ length: forged.signers ?? 1 }, () => signer)),
  )
  return der.sequence(der.oid(cmsOid.signedData), der.explicit(0, data))
}
