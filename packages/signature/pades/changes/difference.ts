import { resolve, type View } from '../pdf/objects.ts'
import { spend } from '../pdf/open.ts'
import { isReference, kindOf, type PdfDictionary, type PdfObject } from '../pdf/value.ts'

/** Two states of one file, and what of them is compared by rules of its own (pages, fields, annotations, …). */
export interface Comparison {
  readonly older: View
  readonly newer: View
  readonly apart: ReadonlySet<number>
  /** Pairs of objects already compared; what differed was said then. */
  readonly compared: Set<string>
}

/**
 * For what may change: compared without remembering, so that an object which is also used where nothing may change is still
 * looked at there.
 */
export const differsHere = (comparison: Comparison, older: PdfObject, newer: PdfObject): boolean =>
  differs({ ...comparison, compared: new Set() }, older, newer)

type Pair = readonly [PdfObject, PdfObject]

/**
 * Whether two values say the same, everything included that they refer to. Goes along references without recursion: a list
 * linked through thousands of objects is no deeper than any other. A reference to nothing that later leads somewhere differs.
 */
export function differs(comparison: Comparison, older: PdfObject, newer: PdfObject): boolean {
  const waiting: Pair[] = [[older, newer]]
  for (let pair = waiting.pop(); pair; pair = waiting.pop()) {
    spend(comparison.newer.file, 1)
    const followed = follow(comparison, pair)
    if (followed === 'differs') return true
    if (followed !== 'same' && !alike(followed, waiting)) return true
  }
  return false
}

function follow(comparison: Comparison, [older, newer]: Pair): 'same' | 'differs' | Pair {
  if (!isReference(older) && !isReference(newer)) return [older, newer]
  const [from, to] = [numberOf(older), numberOf(newer)]
  if (comparison.apart.has(from) || comparison.apart.has(to)) return from === to ? 'same' : 'differs'
  const key = `${from} ${to}`
  if (from >= 0 && to >= 0) {
    if (comparison.compared.has(key)) return 'same'
    comparison.compared.add(key)
  }
  return [resolved(comparison.older, older), resolved(comparison.newer, newer)]
}

const numberOf = (value: PdfObject): number => (isReference(value) ? value.number : -1)
const resolved = (view: View, value: PdfObject): PdfObject => (isReference(value) ? resolve(view, value) : value)

/** Compares two values themselves; what they hold is left waiting. */
function alike([older, newer]: Pair, waiting: Pair[]): boolean {
  if (older === null || newer === null || typeof older !== 'object' || typeof newer !== 'object') return older === newer
  if (kindOf(older) !== kindOf(newer)) return false
  if (older.kind === 'array' && newer.kind === 'array') {
    if (older.items.length !== newer.items.length) return false
    for (const [i, item] of older.items.entries()) waiting.push([item, newer.items[i] ?? null])
    return true
  }
  if (older.kind === 'dictionary' && newer.kind === 'dictionary') return alikeKeys(older, newer, waiting)
  if (older.kind === 'stream' && newer.kind === 'stream') {
    const sameData = older.data === newer.data || Buffer.compare(older.data, newer.data) === 0
    return sameData && alikeKeys(older.dictionary, newer.dictionary, waiting)
  }
  if (older.kind === 'string' && newer.kind === 'string') return Buffer.compare(older.octets, newer.octets) === 0
  return older.kind === 'name' && newer.kind === 'name' && older.name === newer.name
}

function alikeKeys(older: PdfDictionary, newer: PdfDictionary, waiting: Pair[]): boolean {
  for (const key of keysOf(older, newer)) waiting.push([older.entries.get(key) ?? null, newer.entries.get(key) ?? null])
  return true
}

export const keysOf = (older: PdfDictionary | null, newer: PdfDictionary | null): ReadonlySet<string> =>
  new Set([...(older?.entries.keys() ?? []), ...(newer?.entries.keys() ?? [])])
