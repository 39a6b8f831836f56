import { createPrivateKey, createPublicKey, hash, type KeyObject, sign } from 'node:crypto'
import type { Moment } from '../asn1/value.ts'
import {
  bitString,
  boolean,
  der,
  explicit,
  ia5String,
  implicit,
  integer,
  nothing,
  octetString,
  oid,
  printableString,
  sequence,
  setOf,
  time,
  utf8String,
} from '../asn1/write.ts'

/** A certificate to be made. Small pieces, so that a test can leave one out or make it wrong. */
export interface CertificateSpec {
  readonly serialNumber: number
  readonly subject: Uint8Array
  readonly issuer: Uint8Array
  readonly notBefore: Moment
  readonly notAfter: Moment
  readonly key: KeyObject
  readonly issuerKey: KeyObject
  readonly extensions: readonly Uint8Array[]
  readonly digest?: 'sha1' | 'sha256'
}

const nameTypes: Readonly<Record<string, string>> = {
  C: '2.5.4.6',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  CN: '2.5.4.3',
  serialNumber: '2.5.4.5',
}

/** `name(['C', 'JP'], ['OU', '…'])`: C and serialNumber are PrintableString, the others UTF8String. */
export const name = (...parts: readonly (readonly [string, string])[]): Uint8Array =>
  sequence(
    ...parts.map(([type, text]) =>
      setOf(
        sequence(
          oid(nameTypes[type] ?? type),
          type === 'C' || type === 'serialNumber' ? printableString(text) : utf8String(text),
        ),
      ),
    ),
  )

export const extension = (type: string, critical: boolean, value: Uint8Array): Uint8Array =>
  sequence(oid(type), ...(critical ? [boolean(true)] : []), octetString(value))

export const basicConstraints = (isCa: boolean, pathLength?: number): Uint8Array =>
  extension(
    '2.5.29.19',
    true,
    sequence(...(isCa ? [boolean(true)] : []), ...(pathLength === undefined ? [] : [integer(pathLength)])),
  )

const usageBits = { digitalSignature: 0, nonRepudiation: 1, keyCertSign: 5, cRLSign: 6 } as const

export function keyUsage(...uses: readonly (keyof typeof usageBits)[]): Uint8Array {
  const bits = uses.reduce((sum, use) => sum | (0x80 >> usageBits[use]), 0)
  const unused = Math.log2(bits & -bits)
  return extension('2.5.29.15', true, der(0x03, Uint8Array.of(unused, bits)))
}

export const extendedKeyUsage = (critical: boolean, ...purposes: readonly string[]): Uint8Array =>
  extension('2.5.29.37', critical, sequence(...purposes.map(oid)))

export const policies = (...oids: readonly string[]): Uint8Array =>
  extension('2.5.29.32', true, sequence(...oids.map((one) => sequence(oid(one)))))

/** Full names of one point: directory names and addresses, as HPKI writes them. */
export const pointNames = (directory: Uint8Array | null, uri: string | null): Uint8Array =>
  explicit(
    0,
    ...(directory === null ? [] : [explicit(4, directory)]),
    ...(uri === null ? [] : [implicit(0x86, ia5String(uri))]),
  )

export const distributionPoint = (directory: Uint8Array | null, uri: string | null): Uint8Array =>
  extension('2.5.29.31', false, sequence(sequence(explicit(0, pointNames(directory, uri)))))

export const keyIdOf = (key: KeyObject): Uint8Array => hash('sha1', publicOctets(key), 'buffer')
export const subjectKeyId = (key: KeyObject): Uint8Array => extension('2.5.29.14', false, octetString(keyIdOf(key)))
export const authorityKeyId = (key: KeyObject): Uint8Array =>
  extension('2.5.29.35', false, sequence(implicit(0x80, octetString(keyIdOf(key)))))

export const spkiOf = (key: KeyObject): Uint8Array => createPublicKey(key).export({ type: 'spki', format: 'der' })
const publicOctets = (key: KeyObject): Uint8Array => spkiOf(key)

/** hcRole (ISO 17090): one actor for each name, under a coding scheme; explicit tags, a SET in a SET. */
export const healthcareRoles = (scheme: string, ...roles: readonly string[]): Uint8Array =>
  extension(
    '2.5.29.9',
    false,
    sequence(
      sequence(
        oid('1.0.17090.0.1'),
        setOf(
          setOf(
            ...roles.map((role) =>
              sequence(explicit(0, der(0x31, explicit(0, oid(scheme)), explicit(2, utf8String(role))))),
            ),
          ),
        ),
      ),
    ),
  )

function signatureAlgorithm(key: KeyObject, digest: 'sha1' | 'sha256'): Uint8Array {
  if (key.asymmetricKeyType === 'ec')
    return sequence(oid(digest === 'sha1' ? '1.2.840.10045.4.1' : '1.2.840.10045.4.3.2'))
  return sequence(oid(digest === 'sha1' ? '1.2.840.113549.1.1.5' : '1.2.840.113549.1.1.11'), nothing())
}

const signed = (body: Uint8Array, key: KeyObject, digest: 'sha1' | 'sha256'): Uint8Array =>
  sequence(body, signatureAlgorithm(key, digest), bitString(sign(digest, body, key)))

/** The certificate in DER. */
export function issueCertificate(spec: CertificateSpec): Uint8Array {
  const digest = spec.digest ?? 'sha256'
  const body = sequence(
    explicit(0, integer(2)),
    integer(spec.serialNumber),
    signatureAlgorithm(spec.issuerKey, digest),
    spec.issuer,
    sequence(time(spec.notBefore), time(spec.notAfter)),
    spec.subject,
    spkiOf(spec.key),
    explicit(3, sequence(...spec.extensions)),
  )
  return signed(body, spec.issuerKey, digest)
}

export interface ListSpec {
  readonly issuer: Uint8Array
  readonly issuerKey: KeyObject
  readonly number: number
  readonly digest?: 'sha1' | 'sha256'
  readonly thisUpdate: Moment
  readonly nextUpdate: Moment
  readonly revoked: readonly {
    readonly serialNumber: number
    readonly at: Moment
    readonly reason?: number
    readonly invalidityDate?: Moment
  }[]
  /** `onlyCas` with a directory name, as the root of HPKI writes its lists; critical. */
  readonly scope?: { readonly directory: Uint8Array | null; readonly onlyCas: boolean }
}

/** The revocation list in DER. */
export function issueList(spec: ListSpec): Uint8Array {
  const entries = spec.revoked.map(({ serialNumber, at, reason, invalidityDate }) => {
    const extensions = [
      ...(reason === undefined ? [] : [extension('2.5.29.21', false, der(0x0a, Uint8Array.of(reason)))]),
      ...(invalidityDate === undefined
        ? []
        : [extension('2.5.29.24', false, der(0x18, Buffer.from(generalized(invalidityDate))))]),
    ]
    return sequence(integer(serialNumber), time(at), ...(extensions.length > 0 ? [sequence(...extensions)] : []))
  })
  const scope = spec.scope
  const point =
    scope === undefined
      ? []
      : [
          extension(
            '2.5.29.28',
            true,
            sequence(
              ...(scope.directory === null ? [] : [explicit(0, pointNames(scope.directory, null))]),
              ...(scope.onlyCas ? [implicit(0x82, boolean(true))] : []),
            ),
          ),
        ]
  const body = sequence(
    integer(1),
    signatureAlgorithm(spec.issuerKey, spec.digest ?? 'sha256'),
    spec.issuer,
    time(spec.thisUpdate),
    time(spec.nextUpdate),
    ...(entries.length > 0 ? [sequence(entries)] : []),
    explicit(
      0,
      sequence(authorityKeyId(spec.issuerKey), extension('2.5.29.20', false, integer(spec.number)), ...point),
    ),
  )
  return signed(body, spec.issuerKey, spec.digest ?? 'sha256')
}

const generalized = (moment: Moment): string =>
  `${new Date(moment).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`

export const privateKeyOf = (pem: string | Buffer): KeyObject => createPrivateKey(pem)
