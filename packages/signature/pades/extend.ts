import { hash } from 'node:crypto'
import type { SigningKey, StampTime, ValidationMaterial } from '../keys/signing-key.ts'
import { storeOf } from './dss.ts'
import { at, catalogOf } from './pdf/objects.ts'
import { openPdfFile } from './pdf/open.ts'
import { add, setCatalog, startUpdate, type Update, writeUpdate } from './pdf/update.ts'
import { array, dictionary, isArray, isDictionary, name, type PdfArray, withKeys } from './pdf/value.ts'
import { digestAround, fill, freeName, preparePlaceholder, roomForToken } from './placeholder.ts'

/**
 * 検証用データの追加 — B-LT: certificates, lists and answers into the document's store (EN 319 142-1 §5.4.2), as one more
 * revision and without the key. What the store already holds is not added again; with nothing new the file stays as it is.
 */
export function addValidationData(bytes: Uint8Array, material: ValidationMaterial): Uint8Array {
  const update = startUpdate(openPdfFile(bytes))
  const held = storeOf(update.view, null)
  const store = at(update.view, catalogOf(update.view), 'DSS')
  const old = isDictionary(store) ? store : dictionary({ Type: name('DSS') })
  const list = (key: string, had: readonly Uint8Array[], wanted: readonly Uint8Array[]): PdfArray => {
    const before = at(update.view, old, key)
    const added = missing(had, wanted).map((item) => addStream(update, item))
    return array(...(isArray(before) ? before.items : []), ...added)
  }
  const lists = {
    Certs: list('Certs', held.certificates, material.certificates),
    CRLs: list('CRLs', held.crls, material.crls),
    OCSPs: list('OCSPs', held.ocsps, material.ocsps),
  }
  if (update.objects.size === 0) return bytes
  setCatalog(update, { DSS: add(update, withKeys(old, lists)) })
  return Buffer.concat([bytes, writeUpdate(update, idOf(bytes)).added])
}

/**
 * 文書タイムスタンプ — B-LTA: a stamp over all that the file holds now (EN 319 142-1 §5.4.3), without the key. Renewal is first the
 * validation data of the newest stamp, then one more of these.
 */
export async function stampPdf(bytes: Uint8Array, digest: SigningKey['digest'], stamp: StampTime): Promise<Uint8Array> {
  const file = openPdfFile(bytes)
  const prepared = preparePlaceholder(file, {
    field: freeName(file, 'DocTimeStamp'),
    keys: { Type: name('DocTimeStamp'), Filter: name('Adobe.PPKLite'), SubFilter: name('ETSI.RFC3161') },
    room: roomForToken,
  })
  return Buffer.concat([bytes, fill(prepared, await stamp({ digest, value: digestAround(prepared, digest) }))])
}

const digestOf = (item: Uint8Array): string => hash('sha256', item, 'hex')

function missing(had: readonly Uint8Array[], wanted: readonly Uint8Array[]): readonly Uint8Array[] {
  const known = new Set(had.map(digestOf))
  return [...new Map(wanted.map((item) => [digestOf(item), item])).entries()]
    .filter(([key]) => !known.has(key))
    .map(([, item]) => item)
}

const addStream = (update: Update, data: Uint8Array) =>
  add(update, { kind: 'stream', dictionary: dictionary({ Length: data.length }), data })

/** The second half of /ID: another one for another state of the file. */
const idOf = (bytes: Uint8Array): Uint8Array => hash('sha256', `${bytes.length}`, 'buffer').subarray(0, 16)
