import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { startSample } from '../../content/sampler.ts'
import type { Generation } from '../../observation.ts'
import { windowsOf } from '../folder/read-parts.ts'
import type { LookContext } from '../look.ts'
import { lookThroughTar } from '../sample-tar.ts'
import { Hindered } from '../watch.ts'
import { lookThroughZip } from './read-zip.ts'

/** What is in an archive, read to its end; what cannot be unpacked here is `unknown`, and what breaks off is damaged. */
export async function lookIntoArchive(
  file: string,
  context: LookContext,
): Promise<Partial<Generation> & Pick<Generation, 'integrity'>> {
  const { place, watch } = context
  const kind = /\.(zip|tgz|tar\.\w+|tar)$/i.exec(file)?.[1]?.toLowerCase()
  if (kind === 'tar.xz' || kind === 'tar.bz2') return { integrity: 'unknown' }
  try {
    if (kind === undefined) return await unnamed(file)
    const look =
      kind === 'zip'
        ? await lookThroughZip(file, place, watch)
        : await lookThroughTar(unpacked(file, kind), place, watch)
    // Of what has a password nobody knows whether it could be restored.
    const read = look.whole
      ? ({ integrity: 'intact', checkedBy: 'reading' } as const)
      : { integrity: 'unknown' as const }
    const unseen = look.whole ? 'missing' : 'unknown'
    return {
      ...{ ...read, files: look.files, content: look.content },
      canaries: place.canaries.map(({ path }) => ({ path, state: look.canaries.get(path) ?? unseen })),
      lacking: place.holds.filter((path) => !look.names.has(path)),
    }
  } catch (error) {
    if (error instanceof Hindered) throw error
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EIO') throw error
    // Where it cannot be read as an archive, what its bytes look like says whether an attacker was there.
    return { ...(await unnamed(file)), integrity: 'damaged', damage: [message.slice(0, 120)] }
  }
}

async function unnamed(file: string): Promise<Pick<Generation, 'integrity' | 'content'>> {
  const sample = startSample()
  sample.met(file)
  sample.read(file, await windowsOf(file, 0))
  return { integrity: 'unknown', content: sample.result() }
}

function unpacked(file: string, kind: string): Readable {
  const source = createReadStream(file)
  const unpack =
    kind === 'tar.gz' || kind === 'tgz' ? createGunzip() : kind === 'tar.zst' ? createZstdDecompress() : undefined
  if (!unpack) return source
  source.on('error', (error) => unpack.destroy(error))
  // When the reader stops early, the file is closed too.
  unpack.on('close', () => source.destroy())
  return source.pipe(unpack)
}
