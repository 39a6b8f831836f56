import { startSample } from '../content/sampler.ts'
import type { ContentSample } from '../observation.ts'
import type { Place } from '../plan/plan.ts'
import { readTar } from './archive/read-tar.ts'
import type { Watch } from './watch.ts'

export interface TarLook {
  readonly files: number
  readonly bytes: number
  readonly content: ContentSample
  readonly canaries: ReadonlyMap<string, 'kept' | 'changed'>
  /** Everything was read; else only as much as the limit allows. */
  readonly whole: boolean
  readonly names: ReadonlySet<string>
}

/** Reads a generation as a tar stream: what its files look like, its canaries, and what of `holds` is in it. */
export async function lookThroughTar(
  source: AsyncIterable<Uint8Array>,
  { canaries, holds }: Place,
  watch: Watch,
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<TarLook> {
  const sample = startSample()
  const found = new Map<string, 'kept' | 'changed'>()
  const names = new Set<string>()
  let [files, bytes] = [0, 0]
  for await (const file of readTar(source, (name) => canaries.some(({ path }) => isAt(name, path)))) {
    watch.step()
    for (const path of holds) if (isWithin(file.name, path)) names.add(path)
    if (file.linksTo !== undefined) continue
    files += 1
    bytes += file.bytes
    sample.met(file.name)
    sample.read(file.name, [file.head])
    for (const { path, sha256 } of canaries) {
      if (isAt(file.name, path)) found.set(path, file.sha256 === sha256 ? 'kept' : 'changed')
    }
    if (bytes > maxBytes) return { files, bytes, content: sample.result(), canaries: found, whole: false, names }
  }
  return { files, bytes, content: sample.result(), canaries: found, whole: true, names }
}

const plain = (path: string) => path.replace(/^(\.?\/)+/, '').replace(/\/+$/, '')

export const isAt = (name: string, path: string): boolean => plain(name) === plain(path)

export const isWithin = (name: string, path: string): boolean =>
  isAt(name, path) || plain(name).startsWith(`${plain(path)}/`)
