import { createHash, hash } from 'node:crypto'
import { type Asn1, insideOf, membersOf, readFirstAsn1 } from '../asn1/read.ts'
import { constructed } from '../asn1/tag.ts'
import { cmsOid } from '../cms/oids.ts'
import { type OpenedSigner, openSigner, type SignedContent, wholeContent } from '../cms/open-signer.ts'
import { type CmsAttribute, type SignedData, type SignerInfo, signedDataOf } from '../cms/read.ts'
import { Malformed } from '../malformed.ts'
import { openTimeStamp } from '../timestamp/open-time-stamp.ts'
import type { OpenedTimeStamp } from '../validation/opened.ts'
import { type Check, type Conclusion, failed } from '../validation/verdict.ts'
import type { Certificate } from '../x509/certificate.ts'
import { type DigestName, digest } from '../x509/signature-value.ts'
import type { PdfFile } from './pdf/open.ts'
import type { SignatureDictionary } from './signature-dictionary.ts'

/** What the CMS inside a PDF signature says, judged over the octets that it covers. */
export interface OpenedCms {
  readonly checks: readonly Check[]
  readonly conclusion: Conclusion | null
  readonly signer: OpenedSigner | null
  readonly signature: Uint8Array
  readonly crls: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
  readonly timeStamps: readonly OpenedTimeStamp[]
  /** Whether the CMS says a time too, which PAdES forbids because /M does. */
  readonly saysTime: boolean
}

/** The octets that a signature covers: two slices of the file, digested without being put together. */
export function coveredContent(file: PdfFile, { byteRange }: SignatureDictionary): SignedContent {
  const [, first = 0, second = 0, rest = 0] = byteRange ?? []
  const parts = [file.bytes.subarray(0, first), file.bytes.subarray(second, second + rest)]
  const known = new Map<DigestName, Uint8Array>()
  return {
    digest(name) {
      const found = known.get(name) ?? digestOfParts(name, parts)
      known.set(name, found)
      return found
    },
    octets: () => Buffer.concat(parts),
  }
}

function digestOfParts(name: DigestName, parts: readonly Uint8Array[]): Uint8Array {
  const computing = createHash(name.replace(/^SHA-/, 'sha'))
  for (const part of parts) computing.update(part)
  return computing.digest()
}

/** `others`: certificates of the document's store, among which the signer's may be. */
export function openCms(
  contents: Uint8Array,
  subFilter: string,
  content: SignedContent,
  others: readonly Certificate[],
): OpenedCms {
  try {
    return opened(signedDataOf(readFirstAsn1(contents, 'BER')), subFilter, content, others)
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    const check: Check = { code: 'cms-readable', outcome: 'failed', facts: { reason: error.reason, ...error.facts } }
    return { ...unopened, checks: [check], conclusion: failed('FORMAT_FAILURE', 'cms-readable') }
  }
}

const unopened: OpenedCms = {
  checks: [],
  conclusion: null,
  signer: null,
  signature: new Uint8Array(),
  crls: [],
  ocsps: [],
  timeStamps: [],
  saysTime: false,
}

function opened(
  data: SignedData,
  subFilter: string,
  content: SignedContent,
  others: readonly Certificate[],
): OpenedCms {
  const [info, ...more] = data.signers
  const sha1 = subFilter === 'adbe.pkcs7.sha1'
  const alone: Check = {
    code: 'cms-one-signer',
    outcome: info && more.length === 0 ? 'passed' : 'failed',
    facts: { signers: data.signers.length },
  }
  const embedded = embeddedContent(data, sha1, content)
  const conclusion = [alone, embedded].find(({ outcome }) => outcome === 'failed')
  const lists = { crls: [...data.crls], ocsps: [...data.ocsps] }
  if (!info || conclusion) {
    const checks = [alone, embedded]
    return { ...unopened, ...lists, checks, conclusion: failed('FORMAT_FAILURE', conclusion?.code ?? 'cms-one-signer') }
  }
  const binding = subFilter === 'ETSI.CAdES.detached' ? 'required' : 'if-present'
  const signed = sha1 ? wholeContent(data.content ?? new Uint8Array()) : content
  const signer = openSigner(data, info, signed, { binding, others })
  const stamps = signatureTimeStamps(info)
  const archived = archivedLists(info.signedAttributes ?? [])
  return {
    checks: [alone, embedded, ...signer.checks, ...stamps.checks],
    conclusion: signer.conclusion,
    signer: sha1
      ? { ...signer, algorithms: [...signer.algorithms, { algorithm: 'SHA-1', place: 'signed-digest' }] }
      : signer,
    signature: info.signature,
    crls: [...lists.crls, ...archived.crls],
    ocsps: [...lists.ocsps, ...archived.ocsps],
    timeStamps: stamps.opened,
    saysTime: (info.signedAttributes ?? []).some(({ oid }) => oid === cmsOid.signingTime),
  }
}

/** What is signed is the file; a content inside would be signed instead. adbe.pkcs7.sha1 alone carries the file's SHA-1 there. */
function embeddedContent(data: SignedData, sha1: boolean, content: SignedContent): Check {
  const holds = sha1
    ? data.content !== null && Buffer.compare(data.content, content.digest('SHA-1')) === 0
    : data.content === null && data.contentType === cmsOid.data
  return { code: 'cms-detached', outcome: holds ? 'passed' : 'failed', facts: { contentType: data.contentType } }
}

/** A stamp that cannot be used costs a level, never the signature. */
function signatureTimeStamps({ unsignedAttributes, signature }: SignerInfo) {
  const opened: OpenedTimeStamp[] = []
  const checks: Check[] = []
  const tokens = unsignedAttributes
    .filter(({ oid }) => oid === cmsOid.signatureTimeStamp)
    .flatMap(({ values }) => values)
  for (const token of tokens) {
    try {
      const covers = [{ kind: 'signature', digest: hash('sha256', signature, 'hex') }] as const
      opened.push(openTimeStamp(token.raw, { kind: 'signature', digest: (name) => digest(name, signature), covers }))
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      checks.push({ code: 'time-stamp-readable', outcome: 'failed', facts: { reason: error.reason } })
    }
  }
  return { opened: opened.sort((a, b) => a.at - b.at), checks }
}

/** What Acrobat has signers sign: revocation lists [0] and OCSP answers [1] of their own certificate. */
const revocationArchival = '1.2.840.113583.1.1.8'

function archivedLists(attributes: readonly CmsAttribute[]) {
  const values = attributes.filter(({ oid }) => oid === revocationArchival).flatMap((attribute) => attribute.values)
  const members = values.flatMap(membersOf)
  const inside = (number: number): readonly Uint8Array[] =>
    members
      .filter(({ tag }) => tag === constructed(number))
      .flatMap((holder: Asn1) => membersOf(insideOf(holder)).map(({ raw }) => raw))
  return { crls: inside(0), ocsps: inside(1) }
}
