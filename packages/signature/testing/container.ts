import type { ContainerEntry } from '../asic/entry.ts'
import { digest } from '../x509/signature-value.ts'

export const asicE = 'application/vnd.etsi.asic-e+zip'
export const asicS = 'application/vnd.etsi.asic-s+zip'

export const entry = (name: string, bytes: Uint8Array | string, stored = true): ContainerEntry => ({
  name,
  bytes: Buffer.from(bytes),
  stored,
})

/** ASiCManifest over these entries, as EN 319 162-1 §A.4 writes it. */
export function manifestOver(signature: string, files: readonly ContainerEntry[], more = ''): Uint8Array {
  const references = files.map(
    ({ name, bytes }) =>
      `<asic:DataObjectReference URI="${encodeURI(name)}">` +
      '<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>' +
      `<ds:DigestValue>${Buffer.from(digest('SHA-256', bytes)).toString('base64')}</ds:DigestValue>` +
      '</asic:DataObjectReference>',
  )
  return Buffer.from(
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">' +
      `<asic:SigReference URI="${signature}" MimeType="application/pkcs7-signature"/>${references.join('')}${more}` +
      '</asic:ASiCManifest>',
  )
}
