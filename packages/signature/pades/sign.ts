import type { Moment } from '../asn1/value.ts'
import { cmsOid } from '../cms/oids.ts'
import { attribute, writeSignedData } from '../cms/write.ts'
import type { MayStampTime, SigningKey } from '../keys/signing-key.ts'
import { Malformed } from '../malformed.ts'
import { digest } from '../x509/signature-value.ts'
import { restrictionOf } from './changes/restriction.ts'
import { writePdfDate } from './date.ts'
import { openPdfFile } from './pdf/open.ts'
import { name, textString } from './pdf/value.ts'
import { digestAround, fill, freeName, preparePlaceholder, roomForToken } from './placeholder.ts'

/** Who signs a PDF, and what they say of it. */
export interface PdfSigner {
  readonly key: SigningKey
  /** /M: when they say it is. Nothing proves it; a time stamp does. */
  readonly at: Moment
  /** An empty signature field of the file; without it a field is added that is shown nowhere. */
  readonly field?: string
  /** With it the signature is B-T, unless nobody gives a stamp. */
  readonly stamp?: MayStampTime
  /** 認証署名 — what may come after: 1 nothing, 2 filling and signing, 3 annotations too. Only for the first signature. */
  readonly certify?: 1 | 2 | 3
  readonly name?: string
  readonly reason?: string
  readonly location?: string
}

/** Certificates are in the CMS twice at most; a signature of RSA-4096 and what surrounds it take less than this. */
const roomBesides = 2048

/**
 * PDFへの署名 — PAdES B-B, or B-T with a time stamp (EN 319 142-1 §6). The file is only added to: not one earlier octet changes,
 * so signatures that are already there go on to hold. Throws `Malformed` for a file that
 * cannot be read strictly, and for one whose certification allows no further signature.
 */
export async function signPdf(bytes: Uint8Array, signer: PdfSigner): Promise<Uint8Array> {
  return Buffer.concat([bytes, await pdfSignature(bytes, signer)])
}

/** Only what the signature adds behind the file, so that a large one is not held twice. */
export async function pdfSignature(bytes: Uint8Array, signer: PdfSigner): Promise<Uint8Array> {
  const { key } = signer
  const file = openPdfFile(bytes)
  const restriction = restrictionOf({ file, revision: file.revisions.length - 1 })
  if (restriction.allowed === 1) throw new Malformed('pdf-may-not-be-signed')
  const texts = { Name: signer.name, Reason: signer.reason, Location: signer.location }
  const said = Object.entries(texts).flatMap(([entry, text]) =>
    text === undefined ? [] : [[entry, textString(text)] as const],
  )
  const certificates = [key.certificate, ...key.chain].reduce((sum, { raw }) => sum + raw.length, 0)
  const prepared = preparePlaceholder(file, {
    field: signer.field ?? freeName(file, 'Signature'),
    keys: {
      Type: name('Sig'),
      Filter: name('Adobe.PPKLite'),
      SubFilter: name('ETSI.CAdES.detached'),
      M: textString(writePdfDate(signer.at)),
      ...Object.fromEntries(said),
    },
    room: roomBesides + certificates + (signer.stamp ? roomForToken : 0),
    certify: signer.certify,
  })
  return fill(prepared, await cmsOver(digestAround(prepared, key.digest), signer))
}

/** Detached, the certificate bound by its digest, and no signing time: that is /M. The stamp is over the signature value. */
function cmsOver(contentDigest: Uint8Array, { key, stamp }: PdfSigner): Promise<Uint8Array> {
  return writeSignedData({
    key,
    contentType: cmsOid.data,
    content: null,
    contentDigest,
    signingTime: null,
    certificates: key.chain.map(({ raw }) => raw),
    unsignedAttributes: async (signature) => {
      const token = await stamp?.({ digest: key.digest, value: digest(key.digest, signature) })
      return token ? [attribute(cmsOid.signatureTimeStamp, token)] : []
    },
  })
}
