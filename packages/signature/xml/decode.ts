import { Malformed } from '../malformed.ts'

/** XML with a hundred scanned pages inside it stays below this; the text must fit into one string of the runtime. */
const biggestDocument = 128 * 1024 * 1024

/**
 * The octets of a document as text, by its byte order mark and its declaration (XML 1.0 appendix F). UTF-8, UTF-16, US-ASCII and
 * ISO-8859-1; another encoding is refused by name, for a wrong guess would change what was signed.
 */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes.length > biggestDocument) throw new Malformed('xml-too-big', { limit: biggestDocument })
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decoded(bytes.subarray(2), 'utf-16le')
  if (first === 0xfe && second === 0xff) return decoded(bytes.subarray(2), 'utf-16be')
  if (first === 0xef && second === 0xbb && bytes[2] === 0xbf) return decoded(bytes.subarray(3), 'utf-8')
  const declared = declaredEncoding(bytes)
  if (declared === 'utf-8') return decoded(bytes, 'utf-8')
  if (declared === 'us-ascii') return ascii(bytes)
  if (declared === 'iso-8859-1') return Buffer.from(bytes).toString('latin1')
  throw new Malformed('xml-encoding', { encoding: declared.slice(0, 40) })
}

/** The declaration must end within this: it holds a version, an encoding and `standalone`. */
const longestDeclaration = 200

function declaredEncoding(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, longestDeclaration)).toString('latin1')
  const declaration = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/.exec(head)
  return (declaration?.[1] ?? 'utf-8').toLowerCase()
}

function decoded(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Malformed('xml-undecodable', { encoding })
  }
}

function ascii(bytes: Uint8Array): string {
  if (bytes.some((octet) => octet > 0x7f)) throw new Malformed('xml-undecodable', { encoding: 'us-ascii' })
  return Buffer.from(bytes).toString('latin1')
}
