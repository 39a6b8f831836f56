import type { Moment } from '../asn1/value.ts'
import { cmsOid } from '../cms/oids.ts'
import { attribute, writeSignedData } from '../cms/write.ts'
import type { MayStampTime, SigningKey } from '../keys/signing-key.ts'
import { digest } from '../x509/signature-value.ts'

export interface CadesOrder {
  readonly key: SigningKey
  readonly content: Uint8Array
  /** Whether the content travels in the signature. */
  readonly attached: boolean
  readonly signingTime: Moment
  /** null: B-B. A time stamp over the signature value makes it B-T. */
  readonly stamp: MayStampTime | null
}

/** A CAdES signature at B-B or B-T (EN 319 122-1 §6), DER. */
export function signCades({ key, content, attached, signingTime, stamp }: CadesOrder): Promise<Uint8Array> {
  return writeSignedData({
    key,
    contentType: cmsOid.data,
    content: attached ? content : null,
    contentDigest: digest(key.digest, content),
    signingTime,
    certificates: key.chain.map(({ raw }) => raw),
    unsignedAttributes: async (signature) => {
      const token = await stamp?.({ digest: key.digest, value: digest(key.digest, signature) })
      return token ? [attribute(cmsOid.signatureTimeStamp, token)] : []
    },
  })
}
