import { Malformed } from '../malformed.ts'
import { openPdfSignatures } from './verify.ts'

/** What came of a stretch of mutants; plain data, so that stretches can be added up. */
export interface PdfFuzzFigures {
  readonly mutants: number
  /** Mutants whose signature was called right though they cover other octets, and those that threw: there must be none. */
  readonly accepted: readonly string[]
  readonly thrown: readonly string[]
}

type Dice = (sides: number) => number

/**
 * Mutated signed PDFs, from number `from` up to `to`. Each mutant follows from the seed and its number alone, so that a run
 * can be stopped, continued, and any find repeated.
 */
export function fuzzPdf(samples: readonly Uint8Array[], seed: number, from: number, to: number): PdfFuzzFigures {
  const accepted: string[] = []
  const thrown: string[] = []
  for (let number = from; number < to; number++) {
    const dice = diceOf(seed, number)
    const sample = samples[dice(samples.length)]
    if (sample === undefined) continue
    const came = judged(sample, mutant(sample, dice))
    if (came === 'accepted') accepted.push(`seed ${seed} number ${number}`)
    else if (came !== 'refused') thrown.push(`seed ${seed} number ${number}: ${came}`)
  }
  return { mutants: to - from, accepted, thrown }
}

/** A signature that is right must cover what it covered before the mutation: the earlier octets, none of them changed. */
function judged(sample: Uint8Array, changed: Uint8Array): string {
  try {
    const right = openPdfSignatures(changed).filter(({ conclusion }) => conclusion === null)
    const honest = openPdfSignatures(sample).map(({ signedPieces }) => signedPieces[0]?.bytes ?? new Uint8Array())
    const lies = right.filter(
      ({ signedPieces }) => !honest.some((piece) => sameButTheGap(piece, signedPieces[0]?.bytes)),
    )
    return lies.length > 0 ? 'accepted' : 'refused'
  } catch (error) {
    return error instanceof Malformed ? `malformed ${error.reason}` : String(error)
  }
}

/** The gap holds the CMS: unsigned attributes and the zeros' letters may differ, nothing else. */
function sameButTheGap(honest: Uint8Array, changed: Uint8Array | undefined): boolean {
  if (changed === undefined || honest.length !== changed.length) return false
  const text = Buffer.from(honest)
  const from = text.lastIndexOf('/Contents <')
  const to = text.indexOf('>', from)
  return (
    Buffer.compare(honest.subarray(0, from), changed.subarray(0, from)) === 0 &&
    Buffer.compare(honest.subarray(to), changed.subarray(to)) === 0
  )
}

const words = [
  '<<',
  '>>',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  'obj',
  'endobj',
  'R',
  '/Prev',
  '/Length',
  'stream',
  '%%EOF',
  '-1',
  '9999999999',
  '0',
]

function mutant(sample: Uint8Array, dice: Dice): Uint8Array {
  let changed = Buffer.from(sample)
  for (let i = 1 + dice(3); i > 0; i--) changed = mutated(changed, dice)
  return changed
}

function mutated(bytes: Buffer<ArrayBuffer>, dice: Dice): Buffer<ArrayBuffer> {
  const at = dice(bytes.length)
  const length = 1 + dice(dice(4) === 0 ? 2000 : 12)
  const other = dice(bytes.length)
  switch (dice(6)) {
    case 0:
      return Buffer.concat([bytes.subarray(0, at), Uint8Array.of(dice(256)), bytes.subarray(at + 1)])
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)])
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(other, other + length), bytes.subarray(at)])
    case 3:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(other, other + length), bytes.subarray(at + length)])
    case 4: {
      const word = Buffer.from(words[dice(words.length)] ?? '')
      return Buffer.concat([bytes.subarray(0, at), word, bytes.subarray(at + word.length)])
    }
    default:
      return otherDigit(bytes, at, dice)
  }
}

/** Numbers are what a PDF hangs on: offsets, lengths, references, ranges. */
function otherDigit(bytes: Buffer<ArrayBuffer>, from: number, dice: Dice): Buffer<ArrayBuffer> {
  const at = bytes.findIndex((octet, i) => i >= from && octet >= 0x30 && octet <= 0x39)
  return at < 0 ? bytes : Buffer.concat([bytes.subarray(0, at), Uint8Array.of(0x30 + dice(10)), bytes.subarray(at + 1)])
}

/** xorshift32, seeded by both: no two numbers share a sequence. */
function diceOf(seed: number, number: number): Dice {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35)) | 1
  return (sides) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % sides
  }
}
