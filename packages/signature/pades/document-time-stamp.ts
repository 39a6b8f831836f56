import { hash } from 'node:crypto'
import { readFirstAsn1 } from '../asn1/read.ts'
import { Malformed } from '../malformed.ts'
import { openTimeStamp } from '../timestamp/open-time-stamp.ts'
import type { Covered, OpenedTimeStamp } from '../validation/opened.ts'
import { failed } from '../validation/verdict.ts'
import { checkByteRange } from './byte-range.ts'
import { storeOf } from './dss.ts'
import { coveredContent } from './open-cms.ts'
import type { PdfFile } from './pdf/open.ts'
import type { SignatureDictionary } from './signature-dictionary.ts'
import type { Opening } from './verify.ts'

/** 文書タイムスタンプ — a stamp over a whole revision (EN 319 142-1 §5.4.3), and whether validation data lies under it. */
export interface PlacedStamp {
  readonly stamp: OpenedTimeStamp
  readonly revision: number
  readonly signature: SignatureDictionary
  readonly overStore: boolean
}

/** Oldest first. A token that cannot be read proves nothing and is left out: that costs a level, never the signature. */
export function openDocumentTimeStamps(
  file: PdfFile,
  found: readonly SignatureDictionary[],
  openings: readonly Opening[],
): readonly PlacedStamp[] {
  const placed: PlacedStamp[] = []
  for (const one of found.filter(({ subFilter }) => subFilter === 'ETSI.RFC3161')) {
    const stamp = openOne(file, one, openings, placed)
    if (stamp) placed.push(stamp)
  }
  return placed
}

function openOne(
  file: PdfFile,
  one: SignatureDictionary,
  openings: readonly Opening[],
  earlier: readonly PlacedStamp[],
): PlacedStamp | null {
  const standing = checkByteRange(file, one)
  const wrong = standing.find(({ outcome }) => outcome === 'failed')
  const content = coveredContent(file, one)
  const view = { file, revision: one.revision }
  try {
    const { raw } = readFirstAsn1(one.contents?.octets ?? new Uint8Array(), 'BER')
    const covers = coversOf(one, view, openings, earlier)
    const stamp = openTimeStamp(raw, { kind: 'document', digest: (name) => content.digest(name), covers })
    const store = storeOf(view, null)
    const conclusion = wrong ? failed('FORMAT_FAILURE', wrong.code) : stamp.conclusion
    const overStore = store.crls.length + store.ocsps.length > 0
    return {
      stamp: { ...stamp, checks: [...standing, ...stamp.checks], conclusion },
      revision: one.revision,
      signature: one,
      overStore,
    }
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}

/** Everything that the file held when it was stamped: signatures, earlier stamps, and what the store held for them. */
function coversOf(
  { revision }: SignatureDictionary,
  view: { readonly file: PdfFile; readonly revision: number },
  openings: readonly Opening[],
  earlier: readonly PlacedStamp[],
): readonly Covered[] {
  const under = openings.filter(({ signature }) => signature.revision < revision)
  const stamps = [...under.flatMap(({ cms }) => cms?.timeStamps ?? []), ...earlier.map(({ stamp }) => stamp)]
  const stores = [null, ...under.map(({ signature }) => signature.contents?.octets ?? null)].map((one) =>
    storeOf(view, one),
  )
  const certificates = [
    ...under.flatMap(({ cms }) => cms?.signer?.certificates ?? []),
    ...stamps.flatMap((stamp) => stamp.certificates),
  ].map(({ raw }) => raw)
  const carriers = [...stores, ...stamps, ...under.flatMap(({ cms }) => (cms ? [cms] : []))]
  const lists = carriers.flatMap(({ crls, ocsps }) => [...crls, ...ocsps])
  const named = (kind: Covered['kind'], octets: readonly Uint8Array[]) =>
    octets.map((one) => ({ kind, digest: hash('sha256', one, 'hex') }))
  const all = [
    ...named(
      'signature',
      under.flatMap(({ cms }) => (cms ? [cms.signature] : [])),
    ),
    ...named('certificate', [...certificates, ...stores.flatMap((store) => store.certificates)]),
    ...named('revocation', lists),
    ...stamps.map(({ digest }) => ({ kind: 'time-stamp' as const, digest })),
  ]
  return [...new Map(all.map((one) => [`${one.kind} ${one.digest}`, one])).values()]
}
