import { oid, sequence, setOf } from '../asn1/write.ts'
import { addToSignedData } from '../cms/extend.ts'
import { cmsOid } from '../cms/oids.ts'
import { wholeContent } from '../cms/open-signer.ts'
import { readSignedData, type SignerInfo } from '../cms/read.ts'
import { attribute } from '../cms/write.ts'
import type { StampTime, ValidationMaterial } from '../keys/signing-key.ts'
import { Malformed } from '../malformed.ts'
import { digest } from '../x509/signature-value.ts'
import { archiveInput, writeHashIndex } from './archive-stamp.ts'

/** To B-T: a time stamp over each signature value. Needs no key. */
export function stampCades(bytes: Uint8Array, stamp: StampTime): Promise<Uint8Array> {
  return withForEach(bytes, readSignedData(bytes).signers, async (signer) => {
    const token = await stamp({ digest: 'SHA-256', value: digest('SHA-256', signer.signature) })
    return attribute(cmsOid.signatureTimeStamp, token)
  })
}

/** To B-LT: certificates and lists for validating the signature and its stamps offline (EN 319 122-1 §6.3). */
export function completeCades(bytes: Uint8Array, material: ValidationMaterial): Uint8Array {
  const { signers } = readSignedData(bytes)
  const older = signers.some(({ unsignedAttributes }) =>
    unsignedAttributes.some(({ oid: type }) => type === cmsOid.archiveTimeStampV2),
  )
  // It covers everything that stands there: whatever is added takes its proof away.
  if (older) throw new Malformed('older-archive-stamp')
  const answers = material.ocsps.map((one) => sequenceOfOther(one))
  return addToSignedData(bytes, { certificates: material.certificates, crls: [...material.crls, ...answers] })
}

/** RFC 5940: an OCSP answer stands beside the lists as [1] { format, answer }. */
function sequenceOfOther(answer: Uint8Array): Uint8Array {
  const other = sequence(oid(cmsOid.revocationInfoOcsp), answer)
  return Buffer.concat([Uint8Array.of(0xa1), other.subarray(1)])
}

/** To B-LTA, and again before a stamp's authority or an algorithm ends: for each signer an archive stamp over everything that is there. */
export async function archiveCades(
  bytes: Uint8Array,
  content: Uint8Array | null,
  stamp: StampTime,
): Promise<Uint8Array> {
  const data = readSignedData(bytes)
  const signed = data.content ?? content
  if (signed === null) throw new Malformed('cms-content-missing')
  const whole = wholeContent(signed)
  return withForEach(bytes, data.signers, async (signer) => {
    const index = writeHashIndex(data, signer, 'SHA-256')
    const input = archiveInput(data, signer, whole, { raw: index, algorithm: 'SHA-256' })
    const token = await stamp({ digest: 'SHA-256', value: digest('SHA-256', input) })
    const indexed = addToSignedData(token, {
      unsignedAttributes: [[sequence(oid(cmsOid.atsHashIndexV3), setOf(index))]],
    })
    return attribute(cmsOid.archiveTimeStampV3, indexed)
  })
}

/** One attribute for each signer: what all signed together is only kept together. */
async function withForEach(
  bytes: Uint8Array,
  signers: readonly SignerInfo[],
  make: (signer: SignerInfo) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  if (signers.length === 0) throw new Malformed('cms-nobody-signed')
  const unsignedAttributes: (readonly Uint8Array[])[] = []
  for (const signer of signers) unsignedAttributes.push([await make(signer)])
  return addToSignedData(bytes, { unsignedAttributes })
}
