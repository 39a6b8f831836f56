import { type Certificate, Malformed, readCertificate, readRevocationList } from '@omamori/signature'

/** 信頼の材料 — one certificate or one revocation list, DER. */
export type Material =
  | { readonly kind: 'certificate'; readonly certificate: Certificate }
  | { readonly kind: 'list'; readonly octets: Uint8Array }

/** Every certificate and every list in the octets, PEM or DER. DER says nowhere which of the two it is: `expected` is tried alone. */
export function readMaterial(bytes: Uint8Array, expected: Material['kind']): readonly Material[] {
  const blocks = pemBlocks(bytes)
  if (blocks.length > 0) return blocks.map(({ octets, kind }) => readDer(octets, kind))
  return [readDer(bytes, expected)]
}

/** The same where nobody says what it is. */
export function readEither(bytes: Uint8Array): readonly Material[] {
  try {
    return readMaterial(bytes, 'certificate')
  } catch (error) {
    if (!(error instanceof Malformed) || pemBlocks(bytes).length > 0) throw error
    return readMaterial(bytes, 'list')
  }
}

function pemBlocks(bytes: Uint8Array) {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const found = text.matchAll(/-----BEGIN (CERTIFICATE|X509 CRL)-----([\sA-Za-z0-9+/=]+)-----END \1-----/g)
  return [...found].map(([, label, inside = '']) => ({
    octets: Buffer.from(inside, 'base64'),
    kind: label === 'CERTIFICATE' ? ('certificate' as const) : ('list' as const),
  }))
}

function readDer(octets: Uint8Array, kind: Material['kind']): Material {
  if (kind === 'certificate') return { kind, certificate: readCertificate(octets) }
  readRevocationList(octets)
  return { kind, octets }
}
