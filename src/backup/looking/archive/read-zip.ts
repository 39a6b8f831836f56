import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Entry } from 'yauzl'
import { startSample } from '../../content/sampler.ts'
import type { Place } from '../../plan/plan.ts'
import { isAt, isWithin, type TarLook } from '../sample-tar.ts'
import { Hindered, type Watch } from '../watch.ts'

const HEAD_BYTES = 65_536

/** Reads a zip to its end and checks every file's sum; one with a password is counted and not read, and then the zip is not whole. */
export async function lookThroughZip(file: string, { canaries, holds }: Place, watch: Watch): Promise<TarLook> {
  const { openPromise } = await import('yauzl')
  const zip = await openPromise(file, { lazyEntries: true, validateEntrySizes: true, autoClose: false })
  const sample = startSample()
  const found = new Map<string, 'kept' | 'changed'>()
  const names = new Set<string>()
  let [files, bytes, locked] = [0, 0, 0]
  try {
    if (zip.entryCount > watch.limits.maxFiles) throw new Hindered('too-many-files', { files: watch.limits.maxFiles })
    for await (const entry of zip.eachEntry()) {
      watch.step()
      for (const path of holds) if (isWithin(entry.fileName, path)) names.add(path)
      if (entry.fileName.endsWith('/')) continue
      files += 1
      bytes += entry.uncompressedSize
      sample.met(entry.fileName)
      if (entry.isEncrypted()) {
        locked += 1
        continue
      }
      const { head, sha256 } = await readEntry(await zip.openReadStreamPromise(entry), entry, watch)
      sample.read(entry.fileName, [head])
      for (const { path, sha256: expected } of canaries) {
        if (isAt(entry.fileName, path)) found.set(path, sha256 === expected ? 'kept' : 'changed')
      }
    }
    return { files, bytes, content: sample.result(), canaries: found, whole: locked === 0, names }
  } finally {
    zip.close()
  }
}

async function readEntry(source: AsyncIterable<Uint8Array>, entry: Entry, watch: Watch) {
  const hash = createHash('sha256')
  const heads: Uint8Array[] = []
  let [sum, kept] = [0, 0]
  for await (const chunk of source) {
    watch.step(0)
    sum = crc32(chunk, sum)
    hash.update(chunk)
    if (kept < HEAD_BYTES) heads.push(chunk.subarray(0, HEAD_BYTES - kept))
    kept += chunk.length
  }
  if (sum !== entry.crc32) throw new Error(`sum of ${entry.fileName}`)
  return { head: Buffer.concat(heads), sha256: hash.digest('hex') }
}
