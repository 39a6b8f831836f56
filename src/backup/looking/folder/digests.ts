import { open } from 'node:fs/promises'
import { join } from 'node:path'

// A million lines of a digest and a path each.
const MAX_BYTES = 200_000_000

const names = ['SHA256SUMS', 'SHA256SUMS.txt', 'sha256sums.txt', 'manifest-sha256.txt']

export interface Digests {
  /** By path from the folder, with `/`. */
  readonly expected: ReadonlyMap<string, string>
  readonly name: string
  readonly writtenAt: string
}

/** The digests that were written beside the files when they were backed up, as `sha256sum` and BagIt write them. */
export async function readDigests(folder: string): Promise<Digests | undefined> {
  for (const name of names) {
    const file = await open(join(folder, name)).catch(() => undefined)
    if (!file) continue
    try {
      const { size, mtime } = await file.stat()
      if (size > MAX_BYTES) continue
      return { name, writtenAt: mtime.toISOString(), expected: parseDigests(await file.readFile('utf8')) }
    } finally {
      await file.close()
    }
  }
  return undefined
}

export function parseDigests(text: string): ReadonlyMap<string, string> {
  const lines = text.split(/\r?\n/).map((line) => /^\\?([0-9a-fA-F]{64}) [ *](?:\.\/)?(.+)$/.exec(line))
  return new Map(lines.flatMap((found) => (found ? [[found[2] ?? '', (found[1] ?? '').toLowerCase()] as const] : [])))
}
