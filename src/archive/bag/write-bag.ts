import { createHash, hash } from 'node:crypto'
import type { NewFolder } from '../new-folder.ts'

/** BagIt — a folder whose files are all named with their digests: RFC 8493. Any tool for bags reads it. */
export interface BagWriter {
  /** `name` from the root: below `data/` it is payload, else a tag file. */
  write(name: string, content: string | Uint8Array): Promise<void>
  stream(name: string, pieces: AsyncIterable<Uint8Array>): Promise<void>
  /** Nothing more of the payload: writes its manifest and gives its SHA-256, hex. Tag files may follow. */
  closePayload(info: readonly (readonly [label: string, value: string])[]): Promise<string>
  /** Writes the manifest of the tag files. */
  end(): Promise<void>
}

export const BAG_COVER = { file: 'bagit.txt', begins: 'BagIt-Version: 1.0\n' }

export async function openBag(folder: NewFolder): Promise<BagWriter> {
  const digests = new Map<string, string>()
  let octets = 0
  const payload = () => [...digests].filter(([name]) => name.startsWith('data/'))
  const tags = () => [...digests].filter(([name]) => !name.startsWith('data/'))
  const write = async (name: string, content: string | Uint8Array) => {
    await folder.write(name, content)
    digests.set(name, hash('sha256', content))
    if (name.startsWith('data/')) octets += Buffer.byteLength(content)
  }
  await write(BAG_COVER.file, `${BAG_COVER.begins}Tag-File-Character-Encoding: UTF-8\n`)
  return {
    write,
    async stream(name, pieces) {
      const digest = createHash('sha256')
      let length = 0
      await folder.stream(
        name,
        each(pieces, (piece) => {
          digest.update(piece)
          length += piece.length
        }),
      )
      octets += length
      digests.set(name, digest.digest('hex'))
    },
    async closePayload(info) {
      const lines = [...info, ['Payload-Oxum', `${octets}.${payload().length}`] as const]
      await write('bag-info.txt', lines.map(([label, value]) => `${label}: ${oneLine(value)}\n`).join(''))
      const manifest = manifestOf(payload())
      await write('manifest-sha256.txt', manifest)
      return hash('sha256', manifest)
    },
    end: () => folder.write('tagmanifest-sha256.txt', manifestOf(tags())),
  }
}

/** Our names have no characters that a manifest must escape. */
const manifestOf = (digests: readonly (readonly [name: string, digest: string])[]) =>
  digests.map(([name, digest]) => `${digest}  ${name}\n`).join('')

const oneLine = (value: string) => value.replaceAll(/\s+/gu, ' ')

async function* each(pieces: AsyncIterable<Uint8Array>, meet: (piece: Uint8Array) => void) {
  for await (const piece of pieces) {
    meet(piece)
    yield piece
  }
}
