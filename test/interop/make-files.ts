import {
  addArchiveTimeStamp,
  addSignatureTimeStamp,
  addValidationData,
  addValidationMaterial,
  archiveCades,
  completeCades,
  signCades,
  signDetached,
  signEnveloped,
  signEnveloping,
  signPdf,
  stampCades,
  stampPdf,
} from '@omamori/signature'
import { pdfOf, smallForm } from '../../packages/signature/pades/testing-pdf.ts'
import { issueList } from '../../packages/signature/testing/issue.ts'
import { stampAuthority } from '../../packages/signature/testing/stamp-authority.ts'
import { testCertificate, testKey, testPrivateKey } from '../../packages/signature/testing/test-pki.ts'

export interface InteropFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** What a signature beside its file signs. */
  readonly contents: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** Whether a validator has to refuse it. */
  readonly isForged: boolean
}

/** pyHanko asks the machine's clock, whatever moment it is given: so everything lies shortly before now. */
const hour = 3_600_000
const now = Math.floor(Date.now() / 1000) * 1000
export const askedAt = new Date(now).toISOString()
const signedAt = now - 48 * hour
const signatureStamp = stampAuthority(now - 47 * hour)
const listedAt = now - 2 * hour
const archiveStamp = stampAuthority(now - hour)

const note = { name: 'note.txt', mimeType: 'text/plain', bytes: Buffer.from('紹介状の見本\n') }
const document = Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<文書>紹介状の見本</文書>\n')
/** None has a scope: DSS reads no list that speaks of certification authorities alone, as HPKI's root publishes them. */
export const lists = ['signing-ca', 'root', 'stamp-root'].map((label) =>
  issueList({
    ...{ number: 9, thisUpdate: listedAt, nextUpdate: now + 72 * hour, revoked: [] },
    issuer: testCertificate(label).subject.raw,
    issuerKey: testPrivateKey(label),
  }),
)
const material = {
  certificates: [testCertificate('signing-ca').raw],
  crls: lists,
  ocsps: [],
}

const keys = { rsa: testKey('doctor'), p256: testKey('doctor-p256') } as const

/** Every format and form at every level, by an RSA key and at B-B by an elliptic curve too; and a forged twin of each first one. */
export async function makeFiles(): Promise<readonly InteropFile[]> {
  const files = [
    ...(await levels('cades-attached.p7m', cades(true), [])),
    ...(await levels('cades-detached.p7s', cades(false), [note])),
    ...(await levels('xades-enveloped.xml', xades('enveloped'), [])),
    ...(await levels('xades-enveloping.xml', xades('enveloping'), [])),
    ...(await levels('xades-detached.xml', xades('detached'), [note])),
    ...(await levels('pades-table.pdf', pades('table'), [])),
    ...(await levels('pades-stream.pdf', pades('stream'), [])),
  ]
  return [...files, ...files.filter(({ name }) => name.includes('B-B')).map(forged)]
}

/** The acts of a format, each on what the one before gave. */
interface Hands {
  sign(key: keyof typeof keys): Promise<Uint8Array>
  stamp(bytes: Uint8Array): Promise<Uint8Array>
  complete(bytes: Uint8Array): Uint8Array
  archive(bytes: Uint8Array): Promise<Uint8Array>
}

async function levels(name: string, hands: Hands, contents: InteropFile['contents']): Promise<readonly InteropFile[]> {
  const file = (level: string, bytes: Uint8Array) => ({ name: `${level}-${name}`, bytes, contents, isForged: false })
  const basic = await hands.sign('rsa')
  const stamped = await hands.stamp(basic)
  const complete = hands.complete(stamped)
  return [
    file('B-B', basic),
    file('B-B-P256', await hands.sign('p256')),
    file('B-T', stamped),
    file('B-LT', complete),
    file('B-LTA', await hands.archive(complete)),
  ]
}

const cades = (attached: boolean): Hands => ({
  sign: (key) => signCades({ key: keys[key], content: note.bytes, attached, signingTime: signedAt, stamp: null }),
  stamp: (bytes) => stampCades(bytes, signatureStamp),
  complete: (bytes) => completeCades(bytes, material),
  archive: (bytes) => archiveCades(bytes, attached ? null : note.bytes, archiveStamp),
})

function xades(form: 'enveloped' | 'enveloping' | 'detached'): Hands {
  const beside = form === 'detached' ? { detached: new Map([[note.name, note.bytes]]) } : {}
  return {
    sign(key) {
      const signer = { key: keys[key], at: signedAt }
      if (form === 'enveloped') return signEnveloped(document, signer)
      return form === 'enveloping' ? signEnveloping(note, signer) : signDetached([note], signer)
    },
    stamp: (bytes) => addSignatureTimeStamp({ bytes, ...beside }, signatureStamp),
    complete: (bytes) => addValidationMaterial({ bytes, ...beside }, material),
    archive: (bytes) => addArchiveTimeStamp({ bytes, ...beside }, archiveStamp),
  }
}

const pades = (kind: 'table' | 'stream'): Hands => ({
  sign: (key) => signPdf(pdfOf(smallForm, { kind }), { key: keys[key], at: signedAt }),
  stamp: () => signPdf(pdfOf(smallForm, { kind }), { key: keys.rsa, at: signedAt, stamp: signatureStamp }),
  complete: (bytes) => addValidationData(bytes, material),
  archive: (bytes) => stampPdf(bytes, 'SHA-256', archiveStamp),
})

/** One octet of what is signed is another, in the file or beside it. */
function forged(file: InteropFile): InteropFile {
  const changed = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((octet, i) => (i === at ? octet ^ 1 : octet))
  const name = `forged-${file.name}`
  const beside = file.contents.map((one) => ({ ...one, bytes: changed(one.bytes, 0) }))
  if (beside.length > 0) return { ...file, name, contents: beside, isForged: true }
  return { ...file, name, bytes: changed(file.bytes, signedOctetOf(file)), isForged: true }
}

function signedOctetOf({ name, bytes }: InteropFile): number {
  const text = Buffer.from(bytes)
  const marks = ['紹介状の見本', note.bytes.toString('base64').slice(0, 8), '14 days']
  const found = marks.map((mark) => text.indexOf(mark)).find((at) => at >= 0)
  if (found === undefined) throw new Error(`nothing to change in ${name}`)
  return found + 1
}
