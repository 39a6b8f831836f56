import { createHash, hash } from 'node:crypto'
import type { SigningKey } from '../keys/signing-key.ts'
import { Malformed } from '../malformed.ts'
import { fieldsOf, fieldValue } from './fields.ts'
import { pagesOf } from './pages.ts'
import { resolve } from './pdf/objects.ts'
import type { PdfFile } from './pdf/open.ts'
import { readObject } from './pdf/read-object.ts'
import { add, current, replace, rootOf, setCatalog, startUpdate, type Update, writeUpdate } from './pdf/update.ts'
import {
  array,
  dictionary,
  entryOf,
  expectDictionary,
  isArray,
  isDictionary,
  isReference,
  isString,
  name,
  octetString,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
  textString,
  withKeys,
} from './pdf/value.ts'

/** A token with three certificates and its lists takes half of this. */
export const roomForToken = 16_384

/** A file with a signature dictionary in it whose /Contents is still empty: all that is signed is settled. */
export interface Prepared {
  readonly file: Uint8Array
  /** What stands behind it. */
  readonly added: Buffer
  /** Where the gap in what is added begins and ends, brackets included. */
  readonly gap: readonly [number, number]
}

export interface Placeholder {
  /** The field's name; taken if it is there and empty, made if it is not. */
  readonly field: string
  readonly keys: Readonly<Record<string, PdfValue>>
  /** Octets that the signature may take. */
  readonly room: number
  /** 認証署名 — the first signature may say what is allowed after it (DocMDP). */
  readonly certify?: 1 | 2 | 3
}

const widest = 9_999_999_999

/** Adds field, widget and signature dictionary as one incremental update. */
export function preparePlaceholder(file: PdfFile, placeholder: Placeholder): Prepared {
  const update = startUpdate(file)
  const signed = fieldsOf(update.view).some((field) => field.type === 'Sig' && fieldValue(field) !== null)
  if (placeholder.certify && signed) throw new Malformed('pdf-already-signed')
  const transforms = placeholder.certify ? [docMdp(placeholder.certify)] : []
  const field = emptyField(update, placeholder.field)
  const lock = field ? fieldMdp(update, field) : []
  const references = [...transforms, ...lock]
  const signature = add(
    update,
    dictionary({
      ...placeholder.keys,
      ByteRange: array(0, widest, widest, widest),
      Contents: octetString(new Uint8Array(placeholder.room), true),
      ...(references.length > 0 ? { Reference: array(...references) } : {}),
    }),
  )
  if (field) replace(update, field, withKeys(expectDictionary(current(update, field), 'field'), { V: signature }))
  else addField(update, placeholder.field, signature)
  if (placeholder.certify) setCatalog(update, { Perms: dictionary({ DocMDP: signature }) })
  const id = Buffer.from(hash('sha256', `${file.bytes.length} ${placeholder.field}`, 'buffer')).subarray(0, 16)
  const { added, offsets } = writeUpdate(update, id)
  const before = file.bytes.length
  return { file: file.bytes, added, gap: settle(added, before, (offsets.get(signature.number) ?? 0) - before) }
}

/** Writes the numbers of the gap where it stands in the finished file, in the room that was left for them. */
function settle(added: Buffer, before: number, at: number): readonly [number, number] {
  const { value } = readObject(added, at, { bytes: added.length, values: 10_000 }, () => 0)
  const contents = isDictionary(value) ? entryOf(value, 'Contents') : null
  if (!isString(contents)) throw new Malformed('pdf-contents')
  const empty = `[0 ${widest} ${widest} ${widest}]`
  const range = `[0 ${before + contents.start} ${before + contents.end} ${added.length - contents.end}]`
  added.write(range.padEnd(empty.length), added.indexOf(empty, at), 'latin1')
  return [contents.start, contents.end]
}

/** What is signed: everything but the gap. */
export function digestAround({ file, added, gap }: Prepared, algorithm: SigningKey['digest']): Uint8Array {
  return createHash(algorithm.replace('SHA-', 'sha'))
    .update(file)
    .update(added.subarray(0, gap[0]))
    .update(added.subarray(gap[1]))
    .digest()
}

/** What is added, finished; the room that is left stays filled with zeros. */
export function fill({ added, gap }: Prepared, signature: Uint8Array): Uint8Array {
  const room = (gap[1] - gap[0] - 2) / 2
  if (signature.length > room)
    throw new RangeError(`the signature takes ${signature.length} octets, there is room for ${room}`)
  added.write(Buffer.from(signature).toString('hex'), gap[0] + 1, 'latin1')
  return added
}

function emptyField(update: Update, wanted: string): PdfReference | null {
  const found = fieldsOf(update.view).find((field) => field.named && field.name === wanted)
  if (!found) return null
  if (found.type !== 'Sig' || fieldValue(found) !== null) throw new RangeError(`the field ${wanted} cannot be signed`)
  return found.reference
}

/** A name that no field of the file has: `署名1` would be `Signature1`. */
export function freeName(file: PdfFile, stem: string): string {
  const taken = new Set(fieldsOf({ file, revision: file.revisions.length - 1 }).map((field) => field.name))
  let number = 1
  while (taken.has(`${stem}${number}`)) number++
  return `${stem}${number}`
}

function docMdp(allowed: number): PdfDictionary {
  const parameters = dictionary({ Type: name('TransformParams'), P: allowed, V: name('1.2') })
  return dictionary({ Type: name('SigRef'), TransformMethod: name('DocMDP'), TransformParams: parameters })
}

/** What the field's /Lock announced, the signature carries out. */
function fieldMdp(update: Update, field: PdfReference): readonly PdfDictionary[] {
  const lock = resolve(update.view, entryOf(expectDictionary(current(update, field), 'field'), 'Lock'))
  if (!isDictionary(lock)) return []
  const parameters = withKeys(lock, { Type: name('TransformParams'), V: name('1.2'), P: null })
  const data = rootOf(update)
  return [
    dictionary({ Type: name('SigRef'), TransformMethod: name('FieldMDP'), TransformParams: parameters, Data: data }),
  ]
}

/** Shown nowhere: a widget of no size on the first page, as readers expect one for every field. */
function addField(update: Update, title: string, signature: PdfReference): void {
  const page = pagesOf(update.view).pages[0]
  if (!page) throw new Malformed('pdf-no-pages')
  const field = add(
    update,
    dictionary({
      Type: name('Annot'),
      Subtype: name('Widget'),
      FT: name('Sig'),
      T: textString(title),
      V: signature,
      // Printed and locked (§12.5.3).
      F: 132,
      Rect: array(0, 0, 0, 0),
      P: page.reference,
    }),
  )
  appendTo(update, page.reference, 'Annots', field)
  const form = formReference(update)
  appendTo(update, form, 'Fields', field)
  // 3: there are signatures, and they only hold while the file is only added to.
  replace(update, form, withKeys(expectDictionary(current(update, form), 'AcroForm'), { SigFlags: 3 }))
}

/** The form as an object of its own: where it stood inside the catalog, or nowhere, it becomes one. */
function formReference(update: Update): PdfReference {
  const held = entryOf(expectDictionary(current(update, rootOf(update)), 'Root'), 'AcroForm')
  if (isReference(held)) return held
  const form = add(update, isDictionary(held) ? held : dictionary({ Fields: array() }))
  setCatalog(update, { AcroForm: form })
  return form
}

function appendTo(update: Update, holder: PdfReference, key: string, item: PdfReference): void {
  const owner = expectDictionary(current(update, holder), key)
  const held = entryOf(owner, key)
  const list = isReference(held) ? current(update, held) : held
  const longer = array(...(isArray(list) ? list.items : []), item)
  if (isReference(held)) replace(update, held, longer)
  else replace(update, holder, withKeys(owner, { [key]: longer }))
}
