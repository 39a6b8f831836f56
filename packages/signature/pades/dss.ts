import { hash } from 'node:crypto'
import { Malformed } from '../malformed.ts'
import { decodeStream } from './pdf/decode.ts'
import { at, catalogOf, resolve, type View } from './pdf/objects.ts'
import { type PdfFile, spend } from './pdf/open.ts'
import { isArray, isDictionary, isStream, type PdfDictionary, type PdfStream } from './pdf/value.ts'

/** 検証用データ — what the document security store holds (EN 319 142-1 §5.4.2), DER, believed by nobody yet. */
export interface Store {
  readonly certificates: readonly Uint8Array[]
  readonly crls: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
}

/** A document with twenty signatures and their time stamps, renewed for thirty years, needs some hundred. */
const mostItems = 1000

const nothing: Store = { certificates: [], crls: [], ocsps: [] }

/** What the store of this state of the file holds for everyone, and what it holds for this one signature. */
export function storeOf(view: View, contents: Uint8Array | null): Store {
  const store = at(view, catalogOf(view), 'DSS')
  if (!isDictionary(store)) return nothing
  const common = itemsOf(view, store, ['Certs', 'CRLs', 'OCSPs'])
  const own = contents === null ? null : ownPart(view, store, contents)
  if (own === null) return common
  const special = itemsOf(view, own, ['Cert', 'CRL', 'OCSP'])
  return {
    certificates: distinct([...common.certificates, ...special.certificates]),
    crls: distinct([...common.crls, ...special.crls]),
    ocsps: distinct([...common.ocsps, ...special.ocsps]),
  }
}

/** /VRI is keyed by the SHA-1 of /Contents; some producers leave out the zeros behind the CMS, and both are meant. */
function ownPart(view: View, store: PdfDictionary, contents: Uint8Array): PdfDictionary | null {
  const parts = at(view, store, 'VRI')
  if (!isDictionary(parts)) return null
  const found = [contents, withoutPadding(contents)].map((octets) => at(view, parts, vriKey(octets)))
  return found.find(isDictionary) ?? null
}

const vriKey = (contents: Uint8Array): string => hash('sha1', contents, 'hex').toUpperCase()

function withoutPadding(contents: Uint8Array): Uint8Array {
  let end = contents.length
  while (end > 0 && contents[end - 1] === 0) end--
  return contents.subarray(0, end)
}

function itemsOf(view: View, holder: PdfDictionary, keys: readonly [string, string, string]): Store {
  const [certificates, crls, ocsps] = keys.map((key) => streamsOf(view, holder, key))
  return { certificates: certificates ?? [], crls: crls ?? [], ocsps: ocsps ?? [] }
}

function streamsOf(view: View, holder: PdfDictionary, key: string): readonly Uint8Array[] {
  const list = at(view, holder, key)
  if (!isArray(list)) return []
  if (list.items.length > mostItems) throw new Malformed('pdf-store-too-big', { key, limit: mostItems })
  spend(view.file, list.items.length)
  const streams = list.items.map((item) => resolve(view, item)).filter(isStream)
  return distinct(streams.map((stream) => decoded(view.file, stream)))
}

/** Once for each stream, however many signatures name it. */
function decoded(file: PdfFile, stream: PdfStream): Uint8Array {
  const known = file.decoded.get(stream)
  if (known) return known
  const data = decodeStream(stream, file.output)
  file.decoded.set(stream, data)
  return data
}

const distinct = (items: readonly Uint8Array[]): readonly Uint8Array[] => [...new Set(items)]
