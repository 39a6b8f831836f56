import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Generation } from '../../observation.ts'
import type { LookContext, Seen } from '../look.ts'
import { matches } from '../matches.ts'
import { Hindered } from '../watch.ts'
import { lookAtGeneration } from './look-at-generation.ts'

/** Plain folders: each folder directly below the place is a generation. */
export async function lookAtFolder(context: LookContext): Promise<Seen> {
  const { path, place, watch } = context
  if (!(await stat(path)).isDirectory()) throw new Hindered('not-a-place')
  const root = await realpath(path)
  const names = (await readdir(root, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && matches(entry.name, place.match))
    .map(({ name }) => name)
    .toSorted()
  const generations: Generation[] = []
  for (const name of names) {
    watch.tell('read')
    generations.push(await lookAtGeneration(join(root, name), name, context))
  }
  // Whether what lies in a folder is encrypted on purpose cannot be told from random bytes: the plan says it.
  return { listed: true, generations, troubles: [], encryption: 'unknown' }
}
