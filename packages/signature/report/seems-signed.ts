import { oid } from '../asn1/write.ts'
import { cmsOid } from '../cms/oids.ts'
import { ds } from '../xades/names.ts'

/** What a signature cannot do without, format by format: it stands in every file that carries one, however broken. */
const marks: readonly (string | Buffer)[] = [
  ...[Buffer.from(oid(cmsOid.signedData)), '-----BEGIN CMS-----', '-----BEGIN PKCS7-----'],
  ...['/ByteRange', 'application/vnd.etsi.asic-'],
  ...[ds, Buffer.from(ds, 'utf16le'), Buffer.from(ds, 'utf16le').swap16()],
]

/** Whether a file that cannot be read was meant to carry a signature: then its format is broken, and it is no file that nobody signed. */
export function seemsSigned(bytes: Uint8Array): boolean {
  const octets = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return marks.some((mark) => octets.includes(mark))
}
