import { createReadStream } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Generation } from '../../observation.ts'
import { parseDigests, readDigests } from '../folder/digests.ts'
import { digestOf } from '../folder/read-parts.ts'
import type { LookContext, Seen } from '../look.ts'
import { matches } from '../matches.ts'
import { takenAtOf } from '../time-in-name.ts'
import { Hindered } from '../watch.ts'
import { lookIntoArchive } from './look-into-archive.ts'

const kinds = /\.(tar|tar\.gz|tgz|tar\.zst|tar\.xz|tar\.bz2|zip)$/i

/** tar and zip: each archive directly in the place is a generation, and is read to its end. */
export async function lookAtArchives(context: LookContext): Promise<Seen> {
  const { path, place, watch } = context
  if (!(await stat(path)).isDirectory()) throw new Hindered('not-a-place')
  const names = (await readdir(path, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && matches(entry.name, place.match) && isGeneration(entry.name, place.match))
    .map(({ name }) => name)
    .toSorted()
  const digests = (await readDigests(path))?.expected ?? new Map<string, string>()
  const generations: Generation[] = []
  for (const name of names) {
    watch.tell('read')
    generations.push(await lookAtOne(join(path, name), digests.get(name), context))
  }
  return { listed: true, generations, troubles: [], encryption: 'unknown' }
}

/** With a pattern, whatever fits it: an archive that an attacker renamed is still looked at. */
function isGeneration(name: string, pattern: string | undefined): boolean {
  if (/\.sha256$/i.test(name) || /^sha256sums/i.test(name)) return false
  return pattern !== undefined || kinds.test(name)
}

async function lookAtOne(file: string, listed: string | undefined, context: LookContext): Promise<Generation> {
  const { place, watch, now } = context
  const { size, mtime } = await lstat(file)
  const writtenAt = mtime.toISOString()
  const id = basename(file)
  const digest = listed ?? (await digestBeside(file))
  const differs = digest !== undefined && digest !== (await digestOf(file, watch))
  const look = await lookIntoArchive(file, context)
  const isSound = look.integrity !== 'damaged' && !differs
  return {
    ...{ id, bytes: size, ...look },
    ...takenAtOf(id, place.trustFileTimes ? writtenAt : undefined, now),
    ...(place.trustFileTimes ? { writtenAt } : {}),
    ...(digest !== undefined && isSound ? { integrity: 'intact', checkedBy: 'digests' } : {}),
    ...(differs ? { integrity: 'damaged', damage: [id] } : {}),
  }
}

/** `backup.tar.gz.sha256`: only the digest, or a line of `sha256sum`. */
async function digestBeside(file: string): Promise<string | undefined> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of createReadStream(`${file}.sha256`, { end: 4095 })) chunks.push(chunk)
  } catch {
    return undefined
  }
  const text = Buffer.concat(chunks).toString('utf8')
  return parseDigests(text).get(basename(file)) ?? /^[0-9a-f]{64}\b/i.exec(text)?.[0].toLowerCase()
}
