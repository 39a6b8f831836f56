import {
  type ChunkPlace,
  MOST_ROUNDS,
  nameOf,
  openChunk,
  PACKAGE_FORMAT,
  type PackageAbout,
  type PackageCover,
  type PackageDocument,
  type PackageKey,
  packageKey,
  piecesOf,
  type Span,
  type WordsPiece,
} from '#archive/contract'
import { load } from './load.ts'

/** Chunks of words that stay open, so that the next question is answered at once: some sixty megabytes at most. */
const KEPT_WORDS = 16

/** What cannot be shown: a file of the folder is missing, or is not what was written. */
export class Damaged extends Error {
  readonly file: string
  readonly missing: boolean
  constructor(file: string, missing: boolean) {
    super(`${file} ${missing ? 'is missing' : 'was changed'}`)
    this.file = file
    this.missing = missing
  }
}

/** 開いたパッケージ — what a passphrase opened. */
export interface OpenedPackage {
  readonly about: PackageAbout
  readonly documents: readonly PackageDocument[]
  words(number: number): Promise<readonly WordsPiece[]>
  read(span: Span): Promise<readonly Uint8Array<ArrayBuffer>[]>
}

/** The cover; undefined where there is none that this page reads. */
export async function readCover(): Promise<PackageCover | undefined> {
  const cover = (await load('package')) as PackageCover | undefined
  return cover?.format === PACKAGE_FORMAT && cover.rounds <= MOST_ROUNDS ? cover : undefined
}

/** undefined: it is not this passphrase. */
export async function openPackage(cover: PackageCover, passphrase: string): Promise<OpenedPackage | undefined> {
  const key = await packageKey(passphrase, { ...cover, salt: octetsOf(cover.salt) })
  if (!(await openChunk(key, { series: 'check', number: 1 }, octetsOf(cover.check)))) return undefined
  const about = await valueAt<PackageAbout>(key, { series: 'about', number: 1 })
  const documents: PackageDocument[] = []
  for (let number = 1; number <= about.chunks.heads; number++)
    documents.push(...(await valueAt<readonly PackageDocument[]>(key, { series: 'heads', number })))
  const kept = new Map<number, readonly WordsPiece[]>()
  return {
    ...{ about, documents },
    async words(number) {
      const pieces = kept.get(number) ?? (await valueAt<readonly WordsPiece[]>(key, { series: 'words', number }))
      if (kept.size < KEPT_WORDS) kept.set(number, pieces)
      return pieces
    },
    async read(span) {
      const parts: Uint8Array<ArrayBuffer>[] = []
      for (const { number, from, to } of piecesOf(span))
        parts.push((await chunkAt(key, { series: 'data', number })).subarray(from, to))
      return parts
    },
  }
}

const valueAt = async <T>(key: PackageKey, place: ChunkPlace): Promise<T> =>
  JSON.parse(new TextDecoder().decode(await chunkAt(key, place))) as T

async function chunkAt(key: PackageKey, place: ChunkPlace): Promise<Uint8Array<ArrayBuffer>> {
  const text = await load(nameOf(place))
  if (text === undefined) throw new Damaged(`${nameOf(place)}.js`, true)
  const bytes = typeof text === 'string' ? await openedOrNot(key, place, text) : undefined
  if (bytes === undefined) throw new Damaged(`${nameOf(place)}.js`, false)
  return bytes
}

async function openedOrNot(key: PackageKey, place: ChunkPlace, text: string) {
  // What is no base64 was changed as well.
  return /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0
    ? openChunk(key, place, octetsOf(text))
    : undefined
}

function octetsOf(base64: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64)
  const bytes = new Uint8Array(letters.length)
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at)
  return bytes
}
