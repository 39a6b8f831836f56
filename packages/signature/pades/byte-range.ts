import type { Check } from '../validation/verdict.ts'
import type { PdfFile } from './pdf/open.ts'
import { type SignatureDictionary, wasThere } from './signature-dictionary.ts'

/**
 * What must be true of where a signature stands before its digest means anything (ISO 32000-2 §12.8.1, EN 319 142-1 §5.5):
 * it covers its revision from the first octet to the last, all but its own /Contents. Each trick of those who hide something
 * has a check of its own; the first that fails decides, and the others are `not-checked`.
 */
export function checkByteRange(file: PdfFile, signature: SignatureDictionary): readonly Check[] {
  const steps = [four, fromZero, gap, toRevisionEnd, inItsRevision, padding]
  const checks: Check[] = []
  for (const step of steps) {
    const decided = checks.some(({ outcome }) => outcome === 'failed')
    checks.push(decided ? { code: codes.get(step) ?? '', outcome: 'not-checked', facts: {} } : step(file, signature))
  }
  return checks
}

type Step = (file: PdfFile, signature: SignatureDictionary) => Check

const check = (code: string, holds: boolean, facts: Check['facts'] = {}): Check => ({
  code,
  outcome: holds ? 'passed' : 'failed',
  facts,
})

const four: Step = (_, { byteRange }) =>
  check('byte-range-four-numbers', byteRange?.length === 4 && byteRange.every((number) => number >= 0), {
    count: byteRange?.length ?? 0,
  })

const fromZero: Step = (_, { byteRange }) =>
  check('byte-range-from-zero', byteRange?.[0] === 0, { from: byteRange?.[0] ?? -1 })

/** Exactly the string with its brackets: a wider gap hides something unsigned, a narrower one makes the ranges overlap. */
const gap: Step = (_, { byteRange, contents }) => {
  const [from, to] = [byteRange?.[1] ?? -1, byteRange?.[2] ?? -1]
  const facts = { from, to, contentsFrom: contents?.start ?? -1, contentsTo: contents?.end ?? -1 }
  return check('byte-range-gap', contents?.hex === true && from === contents.start && to === contents.end, facts)
}

const toRevisionEnd: Step = (file, { byteRange, revision }) => {
  const end = (byteRange?.[2] ?? 0) + (byteRange?.[3] ?? 0)
  const { end: mark, endOfLine } = file.revisions[revision] ?? { end: -1, endOfLine: -1 }
  return check('byte-range-to-revision-end', end >= mark && end <= endOfLine, { end, revisionEnd: endOfLine })
}

/** A signature that only a later revision hangs into a field signed nothing that anybody saw. */
const inItsRevision: Step = (file, signature) => check('signature-in-signed-revision', wasThere(file, signature))

/** Behind the CMS there are zeros only; what could stand there would be covered by nothing. */
const padding: Step = (_, { contents }) => {
  const octets = contents?.octets ?? new Uint8Array()
  let end = octets.length
  while (end > 0 && octets[end - 1] === 0) end--
  const used = derLength(octets)
  return check('contents-padding', used >= end, { used, end })
}

/** Octets of the first DER or BER value; open-ended ones end where the reader of CMS says, so here where the zeros begin. */
function derLength(octets: Uint8Array): number {
  const first = octets[1] ?? 0
  if (first === 0x80) return octets.length
  if (first < 0x80) return 2 + first
  return (
    Buffer.from(octets.subarray(2, 2 + Math.min(first & 0x7f, 6))).reduce((sum, octet) => sum * 256 + octet, 0) +
    2 +
    (first & 0x7f)
  )
}

const codes: ReadonlyMap<Step, string> = new Map([
  [four, 'byte-range-four-numbers'],
  [fromZero, 'byte-range-from-zero'],
  [gap, 'byte-range-gap'],
  [toRevisionEnd, 'byte-range-to-revision-end'],
  [inItsRevision, 'signature-in-signed-revision'],
  [padding, 'contents-padding'],
])
