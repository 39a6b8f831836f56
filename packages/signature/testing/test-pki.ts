import { createPrivateKey, type KeyObject, sign as signOctets } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { SigningKey } from '../keys/signing-key.ts'
import { type Certificate, readCertificate } from '../x509/certificate.ts'

const folder = new URL('../testdata/test-pki/', import.meta.url)
const certificates = new Map<string, Certificate>()

/** A certificate of the test PKI by the name of its file. */
export function testCertificate(label: string): Certificate {
  const known = certificates.get(label)
  if (known !== undefined) return known
  const pem = readFileSync(new URL(`certificates/${label}.pem`, folder), 'latin1')
  const certificate = readCertificate(Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64'))
  certificates.set(label, certificate)
  return certificate
}

export const testPrivateKey = (label: string): KeyObject =>
  createPrivateKey(readFileSync(new URL(`keys/${label}.pem`, folder)))

/** Its key, as everything that signs wants it. The chain is the issuing CA, where one stands between. */
export function testKey(label: string, chain: readonly string[] = ['signing-ca']): SigningKey {
  const key = testPrivateKey(label)
  return {
    certificate: testCertificate(label),
    chain: chain.map(testCertificate),
    algorithm: key.asymmetricKeyType === 'ec' ? 'ECDSA' : 'RSA-PKCS1',
    digest: 'SHA-256',
    sign: async (octets) => signOctets('sha256', octets, key),
  }
}

/** A list by the name of its file, in DER. */
export const testList = (label: string): Uint8Array => readFileSync(new URL(`lists/${label}.crl`, folder))
