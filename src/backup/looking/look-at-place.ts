import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import type { Clock } from '#shared'
import type { Observation } from '../observation.ts'
import type { Place } from '../plan/plan.ts'
import { lookAtArchives } from './archive/look-at-archives.ts'
import { lookAtBorg } from './borg/look-at-borg.ts'
import { lookAtFolder } from './folder/look-at-folder.ts'
import type { LookAt, Seen } from './look.ts'
import { lookAtDumps } from './pg-dump/look-at-dumps.ts'
import { lookAtRestic } from './restic/look-at-restic.ts'
import { readSecret } from './secret.ts'
import { tryWriting } from './try-writing.ts'
import { hinderedBy, type Limits, watchFor } from './watch.ts'

const engines: Readonly<Record<Exclude<Place['engine'], 'none'>, LookAt>> = {
  restic: lookAtRestic,
  borg: lookAtBorg,
  folder: lookAtFolder,
  archive: lookAtArchives,
  'pg-dump': lookAtDumps,
}

/** What of the machine a look uses. */
export interface Surroundings {
  readonly clock: Clock
  readonly random: () => number
  /** The plan's folder: relative paths in it begin there. */
  readonly folder: string
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly limits: Limits
  readonly tell: (placeId: string, what: string, files: number) => void
}

const nothing: Seen = { listed: false, generations: [], troubles: [], encryption: 'unknown' }

/** Looks at one place and says what was seen and what stood in the way; never throws for what is wrong there. */
export async function lookAtPlace(place: Place, around: Surroundings): Promise<Observation> {
  const lookedAt = around.clock.now()
  const base = { placeId: place.id, lookedAt }
  if (place.engine === 'none' || place.path === undefined) return { ...base, ...nothing, writing: 'unknown' }
  const path = isAbsolute(place.path) ? place.path : resolve(around.folder, place.path)
  const { writing, because } = await tryWriting(path)
  if (because === 'ENOENT') {
    return { ...base, ...nothing, writing, troubles: [{ code: 'place-missing', facts: {} }] }
  }
  const tried = { writing, writingBecause: because }
  const scratch = await mkdtemp(join(tmpdir(), 'omamori-look-'))
  try {
    const secret = await readSecret(place, around.folder, around.variables)
    const seen = await engines[place.engine]({
      ...{ place, path, now: lookedAt, random: around.random },
      ...(secret === undefined ? {} : { secret }),
      environment: { scratch, path: around.variables.PATH ?? '' },
      watch: watchFor(around.limits, (what, files) => around.tell(place.id, what, files)),
    })
    return { ...base, ...seen, ...tried }
  } catch (error) {
    return { ...base, ...nothing, ...tried, troubles: [hinderedBy(error)] }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
