import {
  type Certificate,
  chainAbove,
  chooseCertificate,
  digest,
  Malformed,
  type Moment,
  outsideAlgorithmOf,
  readCertificate,
  SigningKeyError,
} from '@omamori/signature'
import type { Clock } from '#shared'
import { askCsc, type Service } from './ask-csc.ts'
import {
  authoriseAnswer,
  type Credential,
  credentialAnswer,
  infoAnswer,
  listAnswer,
  signAnswer,
} from './csc-answers.ts'
import { inHex, type RemoteSigner } from './remote-signer.ts'

export interface CscOrder extends Service {
  /** null: the only one that the service shows. */
  readonly credential: string | null
  /** SHA-256 of the certificate that is meant; null: whichever the credential has. */
  readonly fingerprint: string | null
  readonly clock: Clock
  /** PIN, OTP, …: asked for once per authorisation, when the digests are known. */
  readonly secret: (name: string) => Promise<string>
}

/**
 * A signer by the API of the Cloud Signature Consortium, v2.0.0.2, with credentials that the service itself authorises (`explicit`) and binds to the
 * digests (SCAL 2). Written from the method descriptions of the specification; tried with a service of our own only.
 */
export async function openCsc(order: CscOrder): Promise<RemoteSigner> {
  const { methods } = await askCsc(order, 'info', {}, infoAnswer)
  const missing = ['credentials/info', 'credentials/authorize', 'signatures/signHash'].filter(
    (method) => !methods.includes(method),
  )
  if (missing.length > 0) throw new SigningKeyError('credential-not-usable', { said: missing.join(' ') })
  const credentialID = order.credential ?? (await onlyCredential(order))
  const question = { credentialID, certificates: 'chain', certInfo: false, authInfo: true }
  const credential = await askCsc(order, 'credentials/info', question, credentialAnswer)
  const certificates = certificatesOf(credential)
  const certificate = meantCertificate(certificates, order.fingerprint, Date.parse(order.clock.now()))
  mayBeUsed(credential)
  const signAlgo = algorithmFor(certificate, credential)
  return {
    certificate,
    chain: chainAbove(certificate, certificates),
    signDigests: async (digests) => {
      const hashes = digests.map((one) => Buffer.from(one).toString('base64'))
      const activation = await authorise(order, credentialID, credential, hashes)
      const values = await signHashes(order, { credentialID, SAD: activation.SAD, hashes, hashAlgorithmOID, signAlgo })
      const authorisation = {
        service: order.address,
        credential: credentialID,
        certificate: certificate.fingerprint,
        digests: digests.map(inHex),
        at: activation.at,
        until: activation.until,
        by: activation.by,
        activation: inHex(digest('SHA-256', Buffer.from(activation.SAD))),
      }
      return { values, authorisation }
    },
  }
}

/** SHA-256. */
const hashAlgorithmOID = '2.16.840.1.101.3.4.2.1'

async function onlyCredential(order: CscOrder): Promise<string> {
  const { credentialIDs } = await askCsc(order, 'credentials/list', {}, listAnswer)
  const [only, ...others] = credentialIDs
  if (only === undefined) throw new SigningKeyError('credential-not-usable', { said: 'credentials/list' })
  if (others.length > 0) throw new SigningKeyError('several-credentials', { said: credentialIDs })
  return only
}

function certificatesOf({ cert }: Credential): readonly Certificate[] {
  try {
    return cert.certificates.map((one) => readCertificate(Buffer.from(one, 'base64')))
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    throw new SigningKeyError('signer-answer', { said: `certificates: ${error.reason}` }, { cause: error })
  }
}

/** The first is the signer's (§11.5). It is named by its credential, so that any that may sign will do, but not another than the person named. */
function meantCertificate([own]: readonly Certificate[], wanted: string | null, at: Moment): Certificate {
  if (own === undefined) throw new SigningKeyError('no-certificate')
  if (wanted !== null && own.fingerprint !== wanted)
    throw new SigningKeyError('another-certificate', { said: own.fingerprint })
  return chooseCertificate([own], { at, fingerprint: own.fingerprint })
}

function mayBeUsed({ key, cert, auth, SCAL }: Credential): void {
  const troubles = [
    key.status === 'enabled' ? '' : `key ${key.status}`,
    cert.status === undefined || cert.status === 'valid' ? '' : `certificate ${cert.status}`,
    auth.mode === 'explicit' ? '' : `authorisation ${auth.mode}`,
    /\b(OR|XOR)\b/.test(auth.expression ?? '') ? 'authorisation OR' : '',
    ...(auth.objects ?? []).map(({ type }) => (type === 'Password' ? '' : `authorisation by ${type}`)),
  ].filter((trouble) => trouble !== '')
  if (troubles.length > 0) throw new SigningKeyError('credential-not-usable', { said: troubles.join(', ') })
  if (SCAL !== '2') throw new SigningKeyError('not-bound-to-digests', { said: `SCAL ${SCAL}` })
}

/** With its digest where the service knows it so, else the bare algorithm of the key. */
function algorithmFor(certificate: Certificate, { key }: Credential): string {
  const known = {
    'RSA-PKCS1': ['1.2.840.113549.1.1.11', '1.2.840.113549.1.1.1'],
    ECDSA: ['1.2.840.10045.4.3.2', '1.2.840.10045.2.1'],
  }
  const found = known[outsideAlgorithmOf(certificate)].find((one) => key.algo.includes(one))
  if (found === undefined) throw new SigningKeyError('unsupported-mechanism', { said: key.algo.join(' ') })
  return found
}

/** The person allows signatures over these digests, and over nothing else. */
async function authorise(
  order: CscOrder,
  credentialID: string,
  { auth, multisign }: Credential,
  hashes: readonly string[],
) {
  if (hashes.length > multisign) throw new SigningKeyError('credential-not-usable', { said: `multisign ${multisign}` })
  const by = (auth.objects ?? []).map(({ id }) => id)
  const authData: { id: string; value: string }[] = []
  for (const id of by) authData.push({ id, value: await order.secret(id) })
  const question = { credentialID, numSignatures: hashes.length, hashes, hashAlgorithmOID, authData }
  const { SAD, expiresIn } = await askCsc(order, 'credentials/authorize', question, authoriseAnswer)
  const at = order.clock.now()
  return { SAD, by, at, until: new Date(Date.parse(at) + expiresIn * 1000).toISOString() }
}

/** Once it is asked to sign, a service that does not answer rightly may have signed all the same: that is said, and nothing is asked twice. */
async function signHashes(order: CscOrder, question: object): Promise<readonly Uint8Array[]> {
  try {
    const { signatures } = await askCsc(order, 'signatures/signHash', question, signAnswer)
    return signatures.map((one) => Buffer.from(one, 'base64'))
  } catch (error) {
    if (!(error instanceof SigningKeyError) || !['signer-unreachable', 'signer-answer'].includes(error.code))
      throw error
    throw new SigningKeyError('perhaps-signed', error.facts, { cause: error })
  }
}
