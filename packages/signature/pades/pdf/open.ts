import { Malformed } from '../../malformed.ts'
import { expectNothingAfter, readEnding, readSection, type Section } from './cross-reference.ts'
import type { Output } from './decode.ts'
import type { PlainObject } from './read-object.ts'
import type { Budget } from './read-value.ts'
import { isWhite } from './read-value.ts'
import { countOf, entryOf, type PdfDictionary, type PdfStream, type PdfValue } from './value.ts'

/** A form that is signed once a day for two years. Each revision is looked at by itself, and against the signed ones. */
const mostRevisions = 1000

/** 改訂 — what one save added: a stretch of the file, and what the whole file was when it ended there. */
export interface Revision {
  readonly start: number
  /** Just after its `%%EOF`; a line end behind it belongs to it too (`endOfLine`). */
  readonly end: number
  readonly endOfLine: number
  /** In the order in which they are asked. A hybrid file has two, a linearised one too. */
  readonly sections: readonly Section[]
  readonly trailer: PdfDictionary
  /** The offset of its section, which the next revision names as /Prev. */
  readonly points: number
}

/** A PDF as it stands, nothing repaired. Objects are read when they are asked for, and then kept. */
export interface PdfFile {
  readonly bytes: Uint8Array
  /** Oldest first. */
  readonly revisions: readonly Revision[]
  readonly budget: Budget
  readonly output: Output
  /** Steps of comparing revisions that are left. */
  readonly steps: { left: number }
  readonly read: Map<number, PlainObject>
  readonly unpacked: Map<number, Unpacked>
  /** Streams of validation data, undone once however often they are named. */
  readonly decoded: Map<PdfStream, Uint8Array>
}

/** A stream of objects, undone (§7.5.7). */
export interface Unpacked {
  readonly data: Uint8Array
  readonly numbers: readonly number[]
  readonly offsets: readonly number[]
  readonly values: Map<number, PdfValue>
}

export function openPdfFile(bytes: Uint8Array): PdfFile {
  const { budget, output, steps } = limitsOf(bytes.length)
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.length)).toString('latin1')
  if (!/^%PDF-[12]\.\d$/.test(header)) throw new Malformed('pdf-header')
  const revisions = readRevisions(bytes, lastPointer(bytes, budget), budget, output)
  if (revisions.some(({ trailer }) => trailer.entries.has('Encrypt'))) throw new Malformed('pdf-encrypted')
  return { bytes, revisions, budget, output, steps, read: new Map(), unpacked: new Map(), decoded: new Map() }
}

/**
 * What reading may cost. Every octet is read once, or twice where revisions share it; values in memory take 100 octets each;
 * tables and streams of objects are packed five to ten times; a comparison takes a step for every value. More than this is
 * made to exhaust us.
 */
function limitsOf(size: number) {
  return {
    budget: { bytes: 3 * size + 1_000_000, values: Math.min(4_000_000, 1_000_000 + size) },
    steps: { left: Math.min(20_000_000, 4_000_000 + 2 * size) },
    output: { left: Math.min(128 * 1024 * 1024, 16 * 1024 * 1024 + 20 * size) },
  }
}

/** Says that so many steps were taken. */
export function spend({ steps }: PdfFile, count: number): void {
  steps.left -= count
  if (steps.left < 0) throw new Malformed('pdf-too-much-to-compare')
}

/** The offset before the last `%%EOF`, with which everything begins. */
function lastPointer(bytes: Uint8Array, budget: Budget): number {
  let last = bytes.length
  while (last > 0 && isWhite(bytes[last - 1])) last--
  const from = Math.max(0, last - 64)
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset + from, last - from).toString('latin1')
  const found = tail.lastIndexOf('startxref')
  if (found === -1 || !tail.endsWith('%%EOF')) throw new Malformed('pdf-bytes-after-the-end', { at: from })
  const { points, end } = readEnding(bytes, from + found, budget)
  expectNothingAfter(bytes, end)
  return points
}

/** Along /Prev, newest first. Every step must lead nearer to the beginning of the file, so there are no loops. */
function readRevisions(bytes: Uint8Array, newest: number, budget: Budget, output: Output): readonly Revision[] {
  const found: Omit<Revision, 'start'>[] = []
  let next: number | null = newest
  let before = bytes.length + 1
  while (next !== null) {
    if (found.length === mostRevisions) throw new Malformed('pdf-too-many-revisions', { limit: mostRevisions })
    const { revision, previous } = readRevision(bytes, next, budget, output)
    if (revision.end >= before) throw new Malformed('pdf-revisions-out-of-order', { at: next })
    before = revision.sections.reduce((least, section) => Math.min(least, section.start), revision.end)
    found.push(revision)
    next = previous
  }
  const oldestFirst = found.reverse()
  return oldestFirst.map((revision, i) => {
    const start = oldestFirst[i - 1]?.endOfLine ?? 0
    if (revision.points < start && i > 0) throw new Malformed('pdf-revisions-out-of-order', { at: revision.points })
    return { ...revision, start }
  })
}

function readRevision(bytes: Uint8Array, at: number, budget: Budget, output: Output) {
  const sections = readSections(bytes, at, budget, output)
  const [first] = sections
  const ending = readEnding(bytes, first.end, budget)
  const previous = previousOf(first)
  if (ending.points === at) return { revision: revisionOf(bytes, sections, ending.end, at), previous }
  // Linearised (Annex F): this section stands at the front, the rest of the same revision behind, and there it ends.
  if (previous === null || previous <= at) throw new Malformed('pdf-startxref', { at: first.end })
  const rest = readSections(bytes, previous, budget, output)
  const end = readEnding(bytes, rest[0].end, budget)
  if (end.points !== at || previousOf(rest[0]) !== null) throw new Malformed('pdf-startxref', { at: rest[0].end })
  return { revision: revisionOf(bytes, [...sections, ...rest], end.end, at), previous: null }
}

function previousOf({ trailer }: Section): number | null {
  const previous = entryOf(trailer, 'Prev')
  return previous === null ? null : countOf(previous, 'Prev')
}

/** A hybrid file (§7.5.8.4) names a second section for readers that know streams; it counts before what came earlier. */
function readSections(bytes: Uint8Array, at: number, budget: Budget, output: Output): readonly [Section, ...Section[]] {
  const section = readSection(bytes, at, budget, output)
  const hidden = section.kind === 'table' ? entryOf(section.trailer, 'XRefStm') : null
  if (hidden === null) return [section]
  return [section, readSection(bytes, countOf(hidden, 'XRefStm'), budget, output)]
}

function revisionOf(bytes: Uint8Array, sections: readonly [Section, ...Section[]], end: number, points: number) {
  const carriage = bytes[end] === 13 ? 1 : 0
  const endOfLine = end + carriage + (bytes[end + carriage] === 10 ? 1 : 0)
  return { sections, end, endOfLine, trailer: sections[0].trailer, points }
}
