import { type AlignedRow, align } from './align.ts'
import type { PageComparison, PageRow } from './comparison.ts'
import type { DigestedPages } from './digest-pages.ts'

/** ページの比較 — which page stands where in the other version, and whether both look alike to the pixel. */
export function comparePageDigests(before: DigestedPages, after: DigestedPages): PageComparison {
  const aligned = align(named('before', before), named('after', after))
  if (!aligned) return { kind: 'none', why: { code: 'too-different', facts: {} } }
  const isCut = [before, after].some(({ pages, digests }) => digests.length < pages)
  // The partner of a page may lie behind what was drawn: behind the last that agrees, nothing is said.
  const judged = isCut ? aligned.findLastIndex(({ same }) => same) + 1 : aligned.length
  return {
    kind: 'compared',
    rows: aligned.map((row, index) => ({ ...placesOf(row), mark: markOf(row, before, after, index < judged) })),
    pages: { before: before.pages, after: after.pages },
    firstFrameOnly: before.type === 'dicom' || after.type === 'dicom',
  }
}

/** A page that cannot be drawn is like no other. */
const named = (side: string, { digests }: DigestedPages): readonly string[] =>
  digests.map((digest, index) => digest ?? `${side} ${index}`)

const placesOf = ({ before, after }: AlignedRow) => ({
  ...(before !== undefined && { before: before + 1 }),
  ...(after !== undefined && { after: after + 1 }),
})

function markOf(
  { before, after, same }: AlignedRow,
  one: DigestedPages,
  other: DigestedPages,
  isJudged: boolean,
): PageRow['mark'] {
  if (same) return 'same'
  if (!isJudged) return 'unknown'
  if (before === undefined) return 'added'
  if (after === undefined) return 'removed'
  return one.digests[before] === null || other.digests[after] === null ? 'unknown' : 'changed'
}
