import { constants, createPublicKey, type KeyObject, sign as signOctets } from 'node:crypto'
import type { Certificate } from '../x509/certificate.ts'
import { chainAbove } from './chain-above.ts'
import type { SigningKey } from './signing-key.ts'
import { SigningKeyError } from './signing-key-error.ts'

/** A key in memory, with the certificate that belongs to it found among those at hand; the others become its chain. */
export function softwareKey(
  key: KeyObject,
  certificates: readonly Certificate[],
  digest: SigningKey['digest'] = 'SHA-256',
): SigningKey {
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' })
  if (certificates.length === 0) throw new SigningKeyError('no-certificate')
  const certificate = certificates.find((one) => Buffer.compare(one.publicKey, publicKey) === 0)
  if (certificate === undefined)
    throw new SigningKeyError('key-of-another-certificate', { certificates: certificates.length })
  return {
    certificate,
    chain: chainAbove(certificate, certificates),
    algorithm: algorithmOf(key),
    digest,
    sign: async (octets) =>
      signOctets(key.asymmetricKeyType === 'ed25519' ? null : digest.replace('-', '').toLowerCase(), octets, {
        key,
        ...padding(key, digest),
      }),
  }
}

function algorithmOf(key: KeyObject): SigningKey['algorithm'] {
  switch (key.asymmetricKeyType) {
    case 'rsa':
      return 'RSA-PKCS1'
    case 'rsa-pss':
      return 'RSA-PSS'
    case 'ec':
      return 'ECDSA'
    case 'ed25519':
      return 'Ed25519'
    default:
      throw new SigningKeyError('unsupported-encryption', { key: key.asymmetricKeyType ?? 'unknown' })
  }
}

const padding = (key: KeyObject, digest: SigningKey['digest']): object =>
  key.asymmetricKeyType === 'rsa-pss'
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: Number(digest.slice(4)) / 8 }
    : {}
