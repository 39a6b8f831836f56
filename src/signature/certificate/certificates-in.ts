import { type Certificate, Malformed, type Moment, openFile, readCertificates } from '@omamori/signature'
import { Refusal } from '#shared'
import { readContainer } from '../read-container.ts'
import { readMaterial } from '../read-material.ts'
import { type ShownCertificate, showCertificate } from './show-certificate.ts'

/** The certificates in a file: PEM, DER or PKCS#7, one or a chain. */
export const certificatesIn = (bytes: Uint8Array, file: string, at: Moment): Promise<readonly ShownCertificate[]> =>
  shown(file, at, async () => {
    if (isPem(bytes))
      return readMaterial(bytes, 'certificate').flatMap((one) => (one.kind === 'certificate' ? [one.certificate] : []))
    return readCertificates(bytes)
  })

/** Those that travel with the signatures and time stamps of a signed file, the signers first. */
export const certificatesOfSigners = (
  bytes: Uint8Array,
  file: string,
  at: Moment,
): Promise<readonly ShownCertificate[]> =>
  shown(file, at, async () => {
    const entries = await readContainer(bytes)
    const question = { name: file, bytes, documentKind: null, content: null }
    const opened = openFile(entries === null ? question : { ...question, entries })
    const signatures = opened?.signatures.map((one) => one.opened) ?? []
    const stamps = [
      ...signatures.flatMap(({ timeStamps }) => timeStamps),
      ...(opened?.stamps?.stamps.map(({ stamp }) => stamp) ?? []),
    ]
    const all = [...signatures, ...stamps]
    return [
      ...all.flatMap(({ signingCertificate }) => (signingCertificate === null ? [] : [signingCertificate])),
      ...all.flatMap(({ certificates }) => certificates),
      ...(opened?.stamps?.certificates ?? []),
    ]
  })

async function shown(
  file: string,
  at: Moment,
  read: () => Promise<readonly Certificate[]>,
): Promise<readonly ShownCertificate[]> {
  try {
    const different = new Map((await read()).map((one) => [one.fingerprint, one]))
    if (different.size === 0) throw new Refusal('malformed', { reason: 'no-certificate-here', file })
    return [...different.values()].map((one) => showCertificate(one, at))
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    throw new Refusal('malformed', { reason: 'certificate-unreadable', file, said: error.reason }, { cause: error })
  }
}

const isPem = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 4_096)).includes('-----BEGIN CERTIFICATE-----')
