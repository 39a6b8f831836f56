import { randomBytes } from 'node:crypto'
import type { NewFolder } from '../new-folder.ts'
import type { PackageAbout, PackageCover, PackageDocument, WordsPiece } from './format/contents.ts'
import { type ChunkPlace, nameOf, PACKAGE_FORMAT, type Span } from './format/layout.ts'
import { closeChunk, packageKey, ROUNDS } from './format/lock.ts'
import { openLines, openTape } from './series-writer.ts'

/** A word that stands across two pieces is found in the second; nobody looks for a longer one. */
const OVERLAP = 200
const PIECE = 400_000

export interface ChunkWriter {
  /** Puts octets at the end of the tape. */
  write(bytes: Uint8Array): Promise<Span>
  position(): number
  /** A document whose octets were written, and its words. */
  add(document: PackageDocument, words: string): Promise<void>
  documents(): number
  /** Writes what is held still, and what the package says of itself. */
  end(about: Omit<PackageAbout, 'chunks'>): Promise<void>
}

/** Writes the closed chunks of a package; three of them are in memory at a time, however many documents there are. */
export async function openChunks(
  folder: NewFolder,
  {
    passphrase,
    packageId,
    facility,
    madeAt,
  }: Pick<PackageCover, 'packageId' | 'facility' | 'madeAt'> & {
    readonly passphrase: string
  },
): Promise<ChunkWriter> {
  const salt = new Uint8Array(randomBytes(32))
  const key = await packageKey(passphrase, { packageId, salt, rounds: ROUNDS })
  const closed = async (place: ChunkPlace, bytes: Uint8Array<ArrayBuffer>) =>
    Buffer.from(await closeChunk(key, place, bytes)).toString('base64')
  const keep = (series: ChunkPlace['series']) => async (number: number, bytes: Uint8Array<ArrayBuffer>) => {
    const place = { series, number }
    await folder.write(`${nameOf(place)}.js`, scriptOf(nameOf(place), await closed(place, bytes)))
  }
  const check = await closed({ series: 'check', number: 1 }, new Uint8Array())
  const cover: PackageCover = {
    ...{ format: PACKAGE_FORMAT, packageId, salt: Buffer.from(salt).toString('base64'), rounds: ROUNDS, check },
    ...{ facility, madeAt },
  }
  await folder.write('package.js', scriptOf('package', cover))
  const [tape, heads, words] = [openTape(keep('data')), openLines(keep('heads')), openLines(keep('words'))]
  let documents = 0
  return {
    write: tape.write,
    position: tape.position,
    documents: () => documents,
    async add(document, text) {
      await heads.write(document)
      for (const piece of piecesOf(text)) await words.write([documents, piece] satisfies WordsPiece)
      documents += 1
    },
    async end(about) {
      const chunks = { heads: await heads.end(), words: await words.end(), data: await tape.end() }
      const said: PackageAbout = { ...about, chunks }
      await keep('about')(1, new TextEncoder().encode(JSON.stringify(said)))
    },
  }
}

/** A page without a server can read scripts of its folder and nothing else. */
const scriptOf = (name: string, value: string | PackageCover): string =>
  `omamori(${JSON.stringify(name)},${JSON.stringify(value)})\n`

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(Math.max(0, at - OVERLAP), at + PIECE)
}
