import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import * as der from '../asn1/write.ts'
import type { SigningKey } from '../keys/signing-key.ts'
import { swap } from '../testing/edit.ts'
import { readCertificate } from '../x509/certificate.ts'
import { signedText } from './build.ts'
import { enveloped, exclusiveNamespace } from './names.ts'

/** Keys made for one test run, each with a certificate that it signed itself. */
export type TestKeyKind = 'rsa' | 'rsa-pss' | 'p256' | 'p384' | 'p521' | 'ed25519'

export function testKey(kind: TestKeyKind, name = '見本 太郎'): SigningKey {
  const { publicKey, privateKey } = pairOf(kind)
  const raw = selfSigned(publicKey, privateKey, kind, name)
  const algorithm = algorithms[kind]
  const digest = kind === 'p384' ? 'SHA-384' : kind === 'p521' ? 'SHA-512' : 'SHA-256'
  return {
    certificate: readCertificate(raw),
    chain: [],
    algorithm,
    digest,
    sign: async (octets) => signed(octets, privateKey, algorithm, digest),
  }
}

/** The same as PEM, for tools that sign themselves. */
export function testPem(kind: TestKeyKind): { readonly key: string; readonly certificate: Uint8Array } {
  const { publicKey, privateKey } = pairOf(kind)
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { key, certificate: selfSigned(publicKey, privateKey, kind, '見本 太郎') }
}

const algorithms = {
  rsa: 'RSA-PKCS1',
  'rsa-pss': 'RSA-PSS',
  p256: 'ECDSA',
  p384: 'ECDSA',
  p521: 'ECDSA',
  ed25519: 'Ed25519',
} as const

function pairOf(kind: TestKeyKind): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  if (kind === 'ed25519') return generateKeyPairSync('ed25519')
  if (kind === 'rsa' || kind === 'rsa-pss') return generateKeyPairSync('rsa', { modulusLength: 2048 })
  return generateKeyPairSync('ec', { namedCurve: kind.replace('p', 'P-') })
}

function signed(octets: Uint8Array, key: KeyObject, algorithm: SigningKey['algorithm'], digest: string): Uint8Array {
  if (algorithm === 'Ed25519') return sign(null, octets, key)
  // 6 is RSA_PKCS1_PSS_PADDING; -1 asks for a salt as long as the digest.
  const padding = algorithm === 'RSA-PSS' ? { padding: 6, saltLength: -1 } : {}
  return sign(digest.replace('SHA-', 'sha'), octets, { key, ...padding })
}

/** Three years around the moments that tests speak of. */
function selfSigned(publicKey: KeyObject, privateKey: KeyObject, kind: TestKeyKind, commonName: string): Uint8Array {
  const algorithm = kind.startsWith('rsa')
    ? der.sequence(der.oid('1.2.840.113549.1.1.11'), der.nothing())
    : der.sequence(der.oid(kind === 'ed25519' ? '1.3.101.112' : '1.2.840.10045.4.3.2'))
  const name = der.sequence(
    der.setOf(der.sequence(der.oid('2.5.4.6'), der.printableString('JP'))),
    der.setOf(der.sequence(der.oid('2.5.4.3'), der.utf8String(commonName))),
  )
  const body = der.sequence(
    der.explicit(0, der.integer(2)),
    der.integer(4711),
    algorithm,
    name,
    der.sequence(der.time(Date.UTC(2025, 0, 1)), der.time(Date.UTC(2028, 0, 1))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const value = sign(kind === 'ed25519' ? null : 'sha256', body, privateKey)
  return der.sequence(body, algorithm, der.bitString(value))
}

/** XML-DSig without XAdES over a letter, and the certificates that are shown with it: nobody signed which. */
export async function plainSignature(
  key: SigningKey,
  shown: readonly Pick<SigningKey, 'certificate'>[],
): Promise<string> {
  const parts = [{ uri: '', transforms: [enveloped, exclusiveNamespace], mimeType: null }]
  const certificates = shown.map(
    ({ certificate }) => `<ds:X509Certificate>${Buffer.from(certificate.raw).toString('base64')}</ds:X509Certificate>`,
  )
  return signedText({ key, at: 0, id: 'S', parts, objects: '', keyInfoSigned: false }, (signature) => {
    const withoutReference = swap(signature, /<ds:Reference Type=.*?<\/ds:Reference>/, '')
    const withoutProperties = swap(withoutReference, /<ds:Object>.*<\/ds:Object>/, '')
    return `<letter>${swap(withoutProperties, /<ds:X509Certificate>.*<\/ds:X509Certificate>/, certificates.join(''))}</letter>`
  })
}
