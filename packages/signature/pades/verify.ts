import { Malformed } from '../malformed.ts'
import type {
  OpenedSignature,
  OpenedStamps,
  SignatureFormat,
  SignatureLevel,
  SignedPiece,
} from '../validation/opened.ts'
import { type Check, failed, indeterminate } from '../validation/verdict.ts'
import type { Certificate } from '../x509/certificate.ts'
import { readableCertificates } from '../x509/readable-certificates.ts'
import { checkByteRange } from './byte-range.ts'
import { laterChanges } from './changes/later-changes.ts'
import { readPdfDate } from './date.ts'
import { openDocumentTimeStamps, type PlacedStamp } from './document-time-stamp.ts'
import { type Store, storeOf } from './dss.ts'
import { coveredContent, type OpenedCms, openCms } from './open-cms.ts'
import { at } from './pdf/objects.ts'
import { openPdfFile, type PdfFile } from './pdf/open.ts'
import { textOf } from './pdf/value.ts'
import { claimsOf, type SignatureDictionary, signaturesOf } from './signature-dictionary.ts'

const formats: Readonly<Record<string, SignatureFormat>> = {
  'ETSI.CAdES.detached': 'PAdES',
  'adbe.pkcs7.detached': 'PDF-CMS',
  'adbe.pkcs7.sha1': 'PDF-CMS',
}

/** A signature read and its CMS judged, before what came after it is looked at. */
export interface Opening {
  readonly signature: SignatureDictionary
  readonly standing: readonly Check[]
  readonly store: Store
  /** Those of the store that can be read. */
  readonly others: readonly Certificate[]
  /** Null when it does not stand as it must: what it covers then means nothing. */
  readonly cms: OpenedCms | null
}

/**
 * Opens every signature of a PDF for the engine (EN 319 142-1, ISO 32000-2 §12.8): where it stands, what it covers, its CMS,
 * what came later, and the time stamps and validation data around it. Never repairs, never throws for what the file holds:
 * a PDF that cannot be read strictly is one signature of FORMAT_FAILURE if it seems to be signed, and none otherwise.
 */
export function openPdfSignatures(bytes: Uint8Array): readonly OpenedSignature[] {
  return openPdf(bytes).signatures
}

/** The same, and the document time stamps of a PDF that nobody signed. */
export function openPdf(bytes: Uint8Array): {
  readonly signatures: readonly OpenedSignature[]
  readonly stamps: OpenedStamps | null
} {
  try {
    const file = openPdfFile(bytes)
    const found = signaturesOf(file)
    const certificatesOf = certificateReader()
    const openings = found
      .filter(({ subFilter }) => subFilter !== 'ETSI.RFC3161')
      .map((one) => openingOf(file, one, certificatesOf))
    const stamps = openDocumentTimeStamps(file, found, openings)
    return {
      signatures: openings.map((opening) => assembled(file, opening, stamps)),
      stamps: openings.length > 0 || stamps.length === 0 ? null : standalone(file, stamps, certificatesOf),
    }
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    const signed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/ByteRange')
    return { signatures: signed ? [unreadable(error)] : [], stamps: null }
  }
}

/** What came after a stamp is judged as after a signature: a change that nobody may make shows the stamp as over something else. */
function standalone(file: PdfFile, stamps: readonly PlacedStamp[], certificatesOf: CertificatesOf): OpenedStamps {
  const store = storeOf({ file, revision: file.revisions.length - 1 }, null)
  return {
    certificates: certificatesOf(store),
    crls: store.crls,
    ocsps: store.ocsps,
    stamps: stamps.map(({ stamp, signature }) => {
      const later = laterChanges(file, signature.revision)
      const checks = [...stamp.checks, later.check]
      return {
        id: signature.field.name,
        stamp: { ...stamp, checks, conclusion: stamp.conclusion ?? later.conclusion },
        coverage: later.coverage,
        stampedPieces: [signedRevision(file, signature)],
      }
    }),
  }
}

function openingOf(file: PdfFile, signature: SignatureDictionary, certificatesOf: CertificatesOf): Opening {
  const known: Check = {
    code: 'known-sub-filter',
    outcome: signature.subFilter in formats ? 'passed' : 'failed',
    facts: { subFilter: signature.subFilter.slice(0, 100) },
  }
  const standing = [known, ...checkByteRange(file, signature)]
  const contents = signature.contents?.octets ?? new Uint8Array()
  const store = storeOf({ file, revision: file.revisions.length - 1 }, contents)
  const stands = standing.every(({ outcome }) => outcome === 'passed')
  const others = certificatesOf(store)
  const cms = stands ? openCms(contents, signature.subFilter, coveredContent(file, signature), others) : null
  return { signature, standing, store, others, cms }
}

function assembled(file: PdfFile, opening: Opening, documentStamps: readonly PlacedStamp[]): OpenedSignature {
  const { signature, standing, store, others, cms } = opening
  const newest = { file, revision: file.revisions.length - 1 }
  const format = formats[signature.subFilter] ?? 'PDF-CMS'
  const wrong = standing.find(({ outcome }) => outcome === 'failed')
  const later = laterChanges(file, signature.revision)
  const covering = documentStamps.filter(({ revision }) => revision > signature.revision)
  const remarks = cms?.saysTime && format === 'PAdES' ? [{ code: 'cms-signing-time', facts: {} }] : []
  return {
    format,
    id: signature.field.name,
    level: levelOf(opening, covering),
    checks: [...standing, ...(cms?.checks ?? []), later.check],
    conclusion: wrong ? failed('FORMAT_FAILURE', wrong.code) : (cms?.conclusion ?? later.conclusion),
    signingCertificate: cms?.signer?.signingCertificate ?? null,
    certificates: [...(cms?.signer?.certificates ?? []), ...others],
    crls: [...(cms?.crls ?? []), ...store.crls],
    ocsps: [...(cms?.ocsps ?? []), ...store.ocsps],
    claimedAt: readPdfDate(textOf(at(newest, signature.dictionary, 'M'))),
    algorithms: cms?.signer?.algorithms ?? [],
    timeStamps: [...(cms?.timeStamps ?? []), ...covering.map(({ stamp }) => stamp)],
    signatureValue: cms?.signature ?? new Uint8Array(),
    coverage: { ...later.coverage, remarks: [...later.coverage.remarks, ...remarks] },
    signedPieces: wrong ? [] : [signedRevision(file, signature)],
    claims: claimsOf(newest, signature),
  }
}

/** The file as it was when it was signed: to be shown instead of what may have come after. */
function signedRevision(file: PdfFile, { byteRange }: SignatureDictionary): SignedPiece {
  return { name: 'revision', bytes: file.bytes.subarray(0, (byteRange?.[2] ?? 0) + (byteRange?.[3] ?? 0)) }
}

/** What was gathered, apart from whether it holds: a stamp, then lists, then a document time stamp over the lists. */
function levelOf({ store, cms }: Opening, covering: readonly PlacedStamp[]): SignatureLevel {
  const usable = covering.filter(({ stamp }) => stamp.conclusion === null)
  const stamped = usable.length > 0 || cms?.timeStamps.some(({ conclusion }) => conclusion === null) === true
  const lists = [...store.crls, ...store.ocsps, ...(cms?.crls ?? []), ...(cms?.ocsps ?? [])]
  if (!stamped) return 'B-B'
  if (lists.length === 0) return 'B-T'
  return usable.some(({ overStore }) => overStore) ? 'B-LTA' : 'B-LT'
}

type CertificatesOf = (store: Store) => readonly Certificate[]

/** Reads each certificate once, however many signatures the store serves; what is none is left out. */
function certificateReader(): CertificatesOf {
  const read = new Map<Uint8Array, readonly Certificate[]>()
  return ({ certificates }) =>
    certificates.flatMap((octets) => {
      const known = read.get(octets) ?? readableCertificates([octets])
      read.set(octets, known)
      return known
    })
}

/** One that is encrypted, or more than we can look through, is not wrong: what was signed could not be seen. */
function unreadable({ reason, facts }: Malformed): OpenedSignature {
  const unseen = reason === 'pdf-encrypted' || reason.startsWith('pdf-too-')
  return {
    format: 'PAdES',
    id: '',
    level: 'B-B',
    checks: [{ code: 'pdf-readable', outcome: unseen ? 'unknown' : 'failed', facts: { reason, ...facts } }],
    conclusion: unseen
      ? indeterminate('SIGNED_DATA_NOT_FOUND', 'pdf-readable')
      : failed('FORMAT_FAILURE', 'pdf-readable'),
    signingCertificate: null,
    certificates: [],
    crls: [],
    ocsps: [],
    claimedAt: null,
    algorithms: [],
    timeStamps: [],
    signatureValue: new Uint8Array(),
    coverage: { whole: false, remarks: [] },
    signedPieces: [],
    claims: {},
  }
}
