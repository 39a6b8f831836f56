import { Malformed } from '../../malformed.ts'
import { objectOf, type View } from './objects.ts'
import type { PdfFile } from './open.ts'
import {
  array,
  countOf,
  dictionary,
  entryOf,
  expectDictionary,
  isArray,
  isReference,
  name,
  octetString,
  type PdfObject,
  type PdfReference,
  type PdfValue,
  reference,
  withKeys,
} from './value.ts'
import { written, writtenObject } from './write.ts'

/** 増分更新 — what an incremental update adds: objects, new or in the place of older ones of the same number. */
export interface Update {
  readonly view: View
  readonly objects: Map<number, { readonly value: PdfObject; readonly generation: number }>
  next: number
}

export function startUpdate(file: PdfFile): Update {
  const revision = file.revisions.length - 1
  const size = countOf(entryOf(file.revisions[revision]?.trailer ?? dictionary({}), 'Size'), 'Size')
  return { view: { file, revision }, objects: new Map(), next: size }
}

export function add(update: Update, value: PdfObject): PdfReference {
  const number = update.next++
  update.objects.set(number, { value, generation: 0 })
  return reference(number)
}

export function replace(update: Update, { number, generation }: PdfReference, value: PdfObject): void {
  update.objects.set(number, { value, generation })
}

/** What an object is now: as this update leaves it, else as the file has it. */
export const current = (update: Update, ref: PdfReference): PdfObject =>
  update.objects.get(ref.number)?.value ?? objectOf(update.view, ref)

/** The number of the object that is the catalog. */
export function rootOf({ view }: Update): PdfReference {
  const root = entryOf(view.file.revisions[view.revision]?.trailer ?? dictionary({}), 'Root')
  if (!isReference(root)) throw new Malformed('pdf-no-catalog')
  return root
}

export function setCatalog(update: Update, keys: Readonly<Record<string, PdfValue>>): void {
  const root = rootOf(update)
  replace(update, root, withKeys(expectDictionary(current(update, root), 'Root'), keys))
}

export interface Written {
  /** What stands behind the file; the file itself is not copied. */
  readonly added: Buffer
  /** Where in the whole file each object begins. */
  readonly offsets: ReadonlyMap<number, number>
}

/**
 * The update that stands behind the file, of which not one octet is touched. The cross-reference is of the file's own kind, table
 * or stream, because readers that know only the older one must go on to find the rest.
 */
export function writeUpdate(update: Update, id: Uint8Array): Written {
  const { bytes, revisions } = update.view.file
  const last = revisions.at(-1)
  if (!last) throw new Malformed('pdf-no-revision')
  const separate = bytes.at(-1) === 10 || bytes.at(-1) === 13 ? [] : [Buffer.from('\n')]
  const parts: Uint8Array[] = [...separate]
  let at = bytes.length + separate.length
  const offsets = new Map<number, number>()
  for (const [number, { value, generation }] of [...update.objects].sort(([a], [b]) => a - b)) {
    const object = writtenObject(number, value, generation)
    offsets.set(number, at)
    at += object.length
    parts.push(object)
  }
  const asStream = last.sections[0]?.kind === 'stream'
  const closing = asStream ? streamClosing(update, offsets, at, id) : tableClosing(update, offsets, at, id)
  return { added: Buffer.concat([...parts, closing]), offsets }
}

const text = (latin: string): Buffer => Buffer.from(latin, 'latin1')
const ending = (at: number): Buffer => text(`startxref\n${at}\n%%EOF\n`)

/** What the last trailer said of the file goes on; what it said of its own section does not. */
function trailerOf({ view }: Update, size: number, id: Uint8Array): Readonly<Record<string, PdfValue>> {
  const last = view.file.revisions.at(-1)
  const old = (key: string) => (last ? entryOf(last.trailer, key) : null)
  const ids = old('ID')
  const first = isArray(ids) ? (ids.items[0] ?? null) : null
  const info = old('Info')
  return {
    Size: size,
    Root: old('Root'),
    ...(info === null ? {} : { Info: info }),
    Prev: last?.points ?? 0,
    ID: array(first ?? octetString(id, true), octetString(id, true)),
  }
}

function tableClosing(update: Update, offsets: ReadonlyMap<number, number>, at: number, id: Uint8Array): Buffer {
  const row = (number: number): string => {
    const generation = update.objects.get(number)?.generation ?? 0
    return `${String(offsets.get(number)).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`
  }
  const ranges = runsOf([...offsets.keys()]).map((run) => `${run[0]} ${run.length}\n${run.map(row).join('')}`)
  const trailer = written(dictionary(trailerOf(update, update.next, id)))
  return Buffer.concat([text(`xref\n${ranges.join('')}trailer\n`), trailer, text('\n'), ending(at)])
}

/** The section is an object itself and lists itself. Five octets hold an offset of more than ten digits. */
function streamClosing(update: Update, offsets: ReadonlyMap<number, number>, at: number, id: Uint8Array): Buffer {
  const own = update.next
  const rows = [...offsets, [own, at] as const].map(([number, offset]) => {
    const row = Buffer.alloc(8, 1)
    row.writeUIntBE(offset, 1, 5)
    row.writeUInt16BE(update.objects.get(number)?.generation ?? 0, 6)
    return row
  })
  const index = runsOf([...offsets.keys(), own]).flatMap((run) => [run[0] ?? 0, run.length])
  const data = Buffer.concat(rows)
  const keys = { Type: name('XRef'), W: array(1, 5, 2), Index: array(...index), Length: data.length }
  const value = {
    kind: 'stream',
    dictionary: dictionary({ ...keys, ...trailerOf(update, own + 1, id) }),
    data,
  } as const
  return Buffer.concat([writtenObject(own, value), ending(at)])
}

/** Numbers in ascending order, cut where one is missing. */
function runsOf(numbers: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run && run.at(-1) === number - 1) run.push(number)
    else runs.push([number])
  }
  return runs
}
