import type { DigestName, SignatureScheme } from '../x509/signature-value.ts'
import type { CanonicalForm } from '../xml/canonical.ts'

export const ds = 'http://www.w3.org/2000/09/xmldsig#'
export const xades = 'http://uri.etsi.org/01903/v1.3.2#'
export const xades141 = 'http://uri.etsi.org/01903/v1.4.1#'
export const exclusiveNamespace = 'http://www.w3.org/2001/10/xml-exc-c14n#'

/** The Type of the reference that covers the signed properties; XAdES before 1.3.2 wrote its version into it. */
export const signedPropertiesType = 'http://uri.etsi.org/01903#SignedProperties'

export const enveloped = `${ds}enveloped-signature`
export const base64 = `${ds}base64`

const more2001 = 'http://www.w3.org/2001/04/xmldsig-more#'
const more2007 = 'http://www.w3.org/2007/05/xmldsig-more#'
const more2021 = 'http://www.w3.org/2021/04/xmldsig-more#'

const canonicalForms: Readonly<Record<string, CanonicalForm>> = {
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315': { method: 'inclusive-1.0', comments: false },
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments': { method: 'inclusive-1.0', comments: true },
  'http://www.w3.org/2006/12/xml-c14n11': { method: 'inclusive-1.1', comments: false },
  'http://www.w3.org/2006/12/xml-c14n11#WithComments': { method: 'inclusive-1.1', comments: true },
  [exclusiveNamespace]: { method: 'exclusive', comments: false },
  [`${exclusiveNamespace}WithComments`]: { method: 'exclusive', comments: true },
}

export const canonicalFormOf = (uri: string): CanonicalForm | undefined => canonicalForms[uri]

const digests: Readonly<Record<string, DigestName>> = {
  [`${more2001}md5`]: 'MD5',
  [`${ds}sha1`]: 'SHA-1',
  [`${more2001}sha224`]: 'SHA-224',
  'http://www.w3.org/2001/04/xmlenc#sha256': 'SHA-256',
  [`${more2001}sha384`]: 'SHA-384',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'SHA-512',
  [`${more2007}sha3-256`]: 'SHA3-256',
  [`${more2007}sha3-384`]: 'SHA3-384',
  [`${more2007}sha3-512`]: 'SHA3-512',
}

export const digestOfUri = (uri: string): DigestName | undefined => digests[uri]

export const uriOfDigest = (name: DigestName): string => uriOf(digests, (digest) => digest === name)

const pss = (digest: DigestName, saltLength: number): SignatureScheme => ({
  algorithm: 'RSA-PSS',
  digest,
  saltLength,
})

/** RFC 9231. HMAC is missing on purpose: whoever can verify it could have made it. */
const schemes: Readonly<Record<string, SignatureScheme>> = {
  [`${ds}dsa-sha1`]: { algorithm: 'DSA', digest: 'SHA-1' },
  'http://www.w3.org/2009/xmldsig11#dsa-sha256': { algorithm: 'DSA', digest: 'SHA-256' },
  [`${more2001}rsa-md5`]: { algorithm: 'RSA-PKCS1', digest: 'MD5' },
  [`${ds}rsa-sha1`]: { algorithm: 'RSA-PKCS1', digest: 'SHA-1' },
  [`${more2001}rsa-sha224`]: { algorithm: 'RSA-PKCS1', digest: 'SHA-224' },
  [`${more2001}rsa-sha256`]: { algorithm: 'RSA-PKCS1', digest: 'SHA-256' },
  [`${more2001}rsa-sha384`]: { algorithm: 'RSA-PKCS1', digest: 'SHA-384' },
  [`${more2001}rsa-sha512`]: { algorithm: 'RSA-PKCS1', digest: 'SHA-512' },
  [`${more2007}sha1-rsa-MGF1`]: pss('SHA-1', 20),
  [`${more2007}sha224-rsa-MGF1`]: pss('SHA-224', 28),
  [`${more2007}sha256-rsa-MGF1`]: pss('SHA-256', 32),
  [`${more2007}sha384-rsa-MGF1`]: pss('SHA-384', 48),
  [`${more2007}sha512-rsa-MGF1`]: pss('SHA-512', 64),
  [`${more2007}sha3-256-rsa-MGF1`]: pss('SHA3-256', 32),
  [`${more2007}sha3-384-rsa-MGF1`]: pss('SHA3-384', 48),
  [`${more2007}sha3-512-rsa-MGF1`]: pss('SHA3-512', 64),
  [`${more2001}ecdsa-sha1`]: { algorithm: 'ECDSA', digest: 'SHA-1' },
  [`${more2001}ecdsa-sha224`]: { algorithm: 'ECDSA', digest: 'SHA-224' },
  [`${more2001}ecdsa-sha256`]: { algorithm: 'ECDSA', digest: 'SHA-256' },
  [`${more2001}ecdsa-sha384`]: { algorithm: 'ECDSA', digest: 'SHA-384' },
  [`${more2001}ecdsa-sha512`]: { algorithm: 'ECDSA', digest: 'SHA-512' },
  [`${more2021}ecdsa-sha3-256`]: { algorithm: 'ECDSA', digest: 'SHA3-256' },
  [`${more2021}ecdsa-sha3-384`]: { algorithm: 'ECDSA', digest: 'SHA3-384' },
  [`${more2021}ecdsa-sha3-512`]: { algorithm: 'ECDSA', digest: 'SHA3-512' },
  [`${more2021}eddsa-ed25519`]: { algorithm: 'Ed25519', digest: null },
  [`${more2021}eddsa-ed448`]: { algorithm: 'Ed448', digest: null },
}

export const schemeOfUri = (uri: string): SignatureScheme | undefined => schemes[uri]

export const uriOfScheme = (algorithm: SignatureScheme['algorithm'], digest: DigestName): string =>
  uriOf(schemes, (scheme) => scheme.algorithm === algorithm && (scheme.digest ?? digest) === digest)

function uriOf<Value>(table: Readonly<Record<string, Value>>, fits: (value: Value) => boolean): string {
  const found = Object.entries(table).find(([, value]) => fits(value))
  if (!found) throw new RangeError('no identifier for this algorithm')
  return found[0]
}
