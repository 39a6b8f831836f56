import type { ContainerEntry } from '../asic/entry.ts'
import { openContainer } from '../asic/verify.ts'
import { openCades } from '../cades/verify.ts'
import { openEprescription } from '../eprescription/verify.ts'
import { Malformed } from '../malformed.ts'
import { openPdf } from '../pades/verify.ts'
import { openTokenFile } from '../timestamp/open-token-file.ts'
import type { OpenedSignature, OpenedStamps } from '../validation/opened.ts'
import { onlyContent } from '../xades/reference.ts'
import { openXmlSignatures } from '../xades/verify.ts'
import type { FileKind } from './answer.ts'
import { seemsSigned } from './seems-signed.ts'

/** A file whose signatures are asked about. */
export interface FileQuestion {
  readonly name: string
  readonly bytes: Uint8Array
  /** What it is said to be; null: the file's own kind where it has one (e-prescriptions), or none. */
  readonly documentKind: string | null
  /** The content of a detached signature, where somebody has it. */
  readonly content: Uint8Array | null
  /** What lies in a file that is a zip, in order; or why it was not unpacked. Nothing here unpacks. */
  readonly entries?: readonly ContainerEntry[] | Malformed
}

export interface OpenedFile {
  readonly kind: FileKind
  readonly signatures: readonly { readonly opened: OpenedSignature; readonly documentKind: string | null }[]
  /** Time stamps that belong to none of them. */
  readonly stamps: OpenedStamps | null
  readonly documentKind: string | null
}

/** What the file is, by its first octets; null: nothing that carries signatures we know. */
export function openFile({ bytes, content, entries }: FileQuestion): OpenedFile | null {
  if (entries instanceof Malformed) throw entries
  if (entries !== undefined) {
    const container = openContainer(entries)
    return container && plain('asic', container.signatures, container.stamps)
  }
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.includes('%PDF-')) {
    const { signatures, stamps } = openPdf(bytes)
    return plain('pdf', signatures, stamps)
  }
  if (/^(\xef\xbb\xbf)?\s*</.test(head) || /^(\xff\xfe|\xfe\xff)/.test(head)) return openXml(bytes, content)
  if (bytes[0] === 0x30) return openCms(bytes, content)
  const pem = /-----BEGIN (?:PKCS7|CMS)-----([\sA-Za-z0-9+/=]+)-----END/.exec(Buffer.from(bytes).toString('latin1'))
  return pem?.[1] === undefined ? null : openCms(Buffer.from(pem[1], 'base64'), content)
}

const plain = (
  kind: FileKind,
  signatures: readonly OpenedSignature[],
  stamps: OpenedStamps | null = null,
): OpenedFile => ({
  kind,
  signatures: signatures.map((opened) => ({ opened, documentKind: null })),
  stamps,
  documentKind: null,
})

/** A time stamp is SignedData too, but nobody signed with it. */
function openCms(bytes: Uint8Array, content: Uint8Array | null): OpenedFile {
  const stamps = openTokenFile(bytes, content)
  return stamps === null ? plain('cms', openCades({ bytes, content })) : plain('time-stamp', [], stamps)
}

function openXml(bytes: Uint8Array, content: Uint8Array | null): OpenedFile {
  const prescription = openEprescription(bytes)
  if (prescription === null) return openPlainXml(bytes, content)
  const dispensed = prescription.kind === 'dispensed-prescription'
  return {
    kind: dispensed ? 'electronic-dispensing' : 'electronic-prescription',
    signatures: prescription.signatures,
    stamps: null,
    documentKind: dispensed ? 'electronic-prescription-with-dispensing' : 'prescription',
  }
}

/** XML that cannot be read is one broken signature, and without a trace of one just a file that cannot be read. */
function openPlainXml(bytes: Uint8Array, content: Uint8Array | null): OpenedFile {
  const signatures = openXmlSignatures(bytes, content === null ? new Map() : onlyContent(content))
  const trouble = signatures[0]?.checks.find(({ code }) => code === 'format')
  if (trouble !== undefined && !seemsSigned(bytes)) throw new Malformed(String(trouble.facts.reason))
  return plain('xml', signatures)
}
