import { lstat, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { startSample } from '../../content/sampler.ts'
import type { Generation } from '../../observation.ts'
import { readDigests } from '../folder/digests.ts'
import { digestOf, windowsOf } from '../folder/read-parts.ts'
import { walk } from '../folder/walk.ts'
import type { LookContext, Seen } from '../look.ts'
import { matches } from '../matches.ts'
import { takenAtOf } from '../time-in-name.ts'
import { Hindered } from '../watch.ts'
import { readArchiveDump } from './read-archive-dump.ts'
import { readPlainDump } from './read-plain-dump.ts'

const plain = /\.sql(\.gz)?$/i
const kinds = /\.(dump|backup|pgdump|custom|sql|sql\.gz|tar)$/i

/** Folders of pg_dump: each dump in the place is a generation. It is read to its end without a server. */
export async function lookAtDumps(context: LookContext): Promise<Seen> {
  const { path, place, watch } = context
  if (!(await stat(path)).isDirectory()) throw new Hindered('not-a-place')
  const entries = (await readdir(path, { withFileTypes: true })).filter(({ name }) => matches(name, place.match))
  const wanted = entries.filter(
    (entry) =>
      entry.isDirectory() ||
      (entry.isFile() && !/sha256/i.test(entry.name) && (place.match !== undefined || kinds.test(entry.name))),
  )
  const digests = (await readDigests(path))?.expected ?? new Map<string, string>()
  const generations: Generation[] = []
  for (const { name } of wanted.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    watch.tell('read')
    generations.push(await lookAtDump(join(path, name), name, digests.get(name), context))
  }
  return { listed: true, generations, troubles: [], encryption: 'unknown' }
}

async function lookAtDump(
  file: string,
  id: string,
  digest: string | undefined,
  context: LookContext,
): Promise<Generation> {
  const { place, now, watch } = context
  const stats = await lstat(file)
  const { bytes, files, content } = await measured(file, stats.isDirectory(), context)
  const read = plain.test(id) ? await readPlainDump(file, watch) : await readArchiveDump(file, context)
  const differs = digest !== undefined && digest !== (await digestOf(file, watch))
  // The dump's own time cannot be changed by copying; a file's can.
  const writtenAt = read.takenAt ?? (place.trustFileTimes ? stats.mtime.toISOString() : undefined)
  return {
    ...{ id, bytes, files, content },
    ...takenAtOf(id, writtenAt, now),
    ...(writtenAt === undefined ? {} : { writtenAt }),
    integrity: differs ? 'damaged' : read.integrity,
    ...(read.integrity === 'intact'
      ? { checkedBy: digest === undefined ? ('engine' as const) : ('digests' as const) }
      : {}),
    damage: differs ? [id] : read.damage,
  }
}

async function measured(file: string, isFolder: boolean, { watch }: LookContext) {
  const sample = startSample()
  let [files, bytes] = [0, 0]
  const all = isFolder ? walk(file, watch) : [{ name: file, path: file, stats: await lstat(file) }]
  for await (const { name, path, stats } of all) {
    if (!stats.isFile()) continue
    files += 1
    bytes += stats.size
    sample.met(name)
    sample.read(name, await windowsOf(path, stats.size))
  }
  return { files, bytes, content: sample.result() }
}
