import { oid, sequence, setOf } from '../asn1/write.ts'
import { addToSignedData } from '../cms/extend.ts'
import { cmsOid } from '../cms/oids.ts'
import { wholeContent } from '../cms/open-signer.ts'
import { readSignedData, type SignedData, type SignerInfo } from '../cms/read.ts'
import { attribute } from '../cms/write.ts'
import type { StampTime, ValidationMaterial } from '../keys/signing-key.ts'
import { Malformed } from '../malformed.ts'
import { digest } from '../x509/signature-value.ts'
import { archiveInput, writeHashIndex } from './archive-stamp.ts'

/** To B-T: a time stamp over the signature value. Needs no key. */
export async function stampCades(bytes: Uint8Array, stamp: StampTime): Promise<Uint8Array> {
  const { signer } = firstOf(bytes)
  const token = await stamp({ digest: 'SHA-256', value: digest('SHA-256', signer.signature) })
  return addToSignedData(bytes, { unsignedAttributes: [attribute(cmsOid.signatureTimeStamp, token)] })
}

/** To B-LT: certificates and lists for validating the signature and its stamps offline (EN 319 122-1 §6.3). */
export function completeCades(bytes: Uint8Array, material: ValidationMaterial): Uint8Array {
  const answers = material.ocsps.map((one) => sequenceOfOther(one))
  return addToSignedData(bytes, { certificates: material.certificates, crls: [...material.crls, ...answers] })
}

/** RFC 5940: an OCSP answer stands beside the lists as [1] { format, answer }. */
function sequenceOfOther(answer: Uint8Array): Uint8Array {
  const other = sequence(oid(cmsOid.revocationInfoOcsp), answer)
  return Buffer.concat([Uint8Array.of(0xa1), other.subarray(1)])
}

/** To B-LTA, and again before a stamp's authority or an algorithm ends: an archive stamp over everything that is there. */
export async function archiveCades(
  bytes: Uint8Array,
  content: Uint8Array | null,
  stamp: StampTime,
): Promise<Uint8Array> {
  const { data, signer } = firstOf(bytes)
  const signed = data.content ?? content
  if (signed === null) throw new Malformed('cms-content-missing')
  const index = writeHashIndex(data, signer, 'SHA-256')
  const token = await stamp({
    digest: 'SHA-256',
    value: digest('SHA-256', archiveInput(data, signer, wholeContent(signed), { raw: index, algorithm: 'SHA-256' })),
  })
  const indexed = addToSignedData(token, { unsignedAttributes: [sequence(oid(cmsOid.atsHashIndexV3), setOf(index))] })
  return addToSignedData(bytes, { unsignedAttributes: [attribute(cmsOid.archiveTimeStampV3, indexed)] })
}

function firstOf(bytes: Uint8Array): { readonly data: SignedData; readonly signer: SignerInfo } {
  const data = readSignedData(bytes)
  const [signer] = data.signers
  if (signer === undefined) throw new Malformed('cms-nobody-signed')
  return { data, signer }
}
