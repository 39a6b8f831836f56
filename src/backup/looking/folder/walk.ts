import type { Stats } from 'node:fs'
import { lstat, opendir, readlink } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { Hindered, type Watch } from '../watch.ts'

export interface Walked {
  /** From the root, with `/`. */
  readonly name: string
  readonly path: string
  readonly stats: Stats
  readonly leadsOut: boolean
}

/** Every file below a folder, one after the other. Links are told and never followed; devices and pipes are passed by. */
export async function* walk(root: string, watch: Watch, depth = 0, folder = root): AsyncGenerator<Walked> {
  if (depth > watch.limits.maxDepth) throw new Hindered('too-many-files', { depth: watch.limits.maxDepth })
  for await (const { name } of await opendir(folder)) {
    const path = join(folder, name)
    const stats = await lstat(path)
    watch.step()
    if (stats.isDirectory()) yield* walk(root, watch, depth + 1, path)
    else if (stats.isFile() || stats.isSymbolicLink()) {
      const leadsOut = stats.isSymbolicLink() && isOutside(root, resolve(folder, await readlink(path)))
      yield { name: relative(root, path).replaceAll('\\', '/'), path, stats, leadsOut }
    }
  }
}

function isOutside(root: string, target: string): boolean {
  const from = relative(root, target)
  return from.startsWith('..') || resolve(from) === from
}
