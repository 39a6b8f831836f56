import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Generation, Trouble } from '../../observation.ts'
import type { LookContext, Seen } from '../look.ts'
import { lastWords, runEngine } from '../run-engine.ts'
import { Hindered } from '../watch.ts'
import { callBorg, troubleOfBorg } from './call-borg.ts'
import { sampled } from './sample-archive.ts'
import { shadowOf } from './shadow.ts'

// `borg info` computes sizes of so many, so that a sudden change is seen against those before.
const COUNTED = 6

interface Archive {
  readonly name: string
  readonly start: string
}

/** BorgBackup — archives, `check --verify-data`, and parts of the newest ones; without a lock, its cache in a scratch folder. */
export async function lookAtBorg(given: LookContext): Promise<Seen> {
  const { watch, place } = given
  const context = { ...given, path: await shadowOf(given.path, given.environment.scratch) }
  const engine = await versionOf(context)
  watch.tell('list')
  const { archives, mode } = await archivesOf(context)
  const wanted = archives.toSorted((a, b) => Date.parse(timeOf(b)) - Date.parse(timeOf(a)))
  watch.tell('check')
  const damage = await damageOf(context)
  const sizes = damage === undefined && wanted.length > 0 ? await sizesOf(context) : new Map<string, Size>()
  const generations: Generation[] = []
  for (const [index, archive] of wanted.entries()) {
    const base = {
      ...{ id: archive.name, takenAt: new Date(timeOf(archive)).toISOString() },
      ...(damage === undefined
        ? ({ integrity: 'intact', checkedBy: 'engine' } as const)
        : ({ integrity: 'unknown' } as const)),
      ...sizes.get(archive.name),
    }
    const isSampled = index < watch.limits.sampledGenerations && base.files !== 0
    if (isSampled) watch.tell('read')
    generations.push({ ...base, ...(isSampled ? await sampled(context, archive.name) : {}) })
  }
  return {
    ...{ engine, listed: true, generations },
    encryption: mode === 'none' || mode.startsWith('authenticated') ? 'plain' : 'encrypted',
    troubles: [...(damage ? [damage] : []), ...locksOf(given.path)],
  }
  function timeOf({ start }: Archive): string {
    // Borg prints the time of its own zone, which is UTC for us, and says no zone.
    return /[Z+]/.test(start) ? start : `${start}Z`
  }
  async function archivesOf(inContext: LookContext) {
    const pattern = place.match === undefined ? [] : ['--glob-archives', place.match]
    const { code, stdout, stderr } = await callBorg(inContext, ['list', '--json', ...pattern])
    if (code !== 0 && code !== 1) throw troubleOfBorg(stderr, inContext.secret)
    const said = JSON.parse(stdout) as { archives: readonly Archive[]; encryption: { mode: string } }
    return { archives: said.archives, mode: said.encryption.mode }
  }
}

async function versionOf({ environment, watch }: LookContext): Promise<string> {
  const { stdout } = await runEngine({ program: 'borg', words: ['--version'] }, environment, watch)
  const [, major = '', minor = ''] = /borg (\d+)\.(\d+)/.exec(stdout) ?? []
  // Borg 2 has other commands and another repository; 1.1 cannot look without a lock.
  if (major !== '1' || Number(minor) < 2) {
    throw new Hindered('engine-version', { found: stdout.trim().slice(0, 60), needs: 'borg 1.2–1.4' })
  }
  return stdout.trim()
}

function locksOf(path: string): readonly Trouble[] {
  const locks = ['lock.exclusive', 'lock.roster'].filter((name) => existsSync(join(path, name)))
  return locks.length === 0 ? [] : [{ code: 'locked', facts: { locks: locks.length } }]
}

async function damageOf(context: LookContext): Promise<Trouble | undefined> {
  const { code, stderr } = await callBorg(context, ['check', '--verify-data'])
  return code === 0 ? undefined : { code: 'damaged', facts: { said: lastWords(stderr, context.secret) } }
}

interface Size {
  readonly bytes: number
  readonly files: number
}

async function sizesOf(context: LookContext): Promise<ReadonlyMap<string, Size>> {
  const pattern = context.place.match === undefined ? [] : ['--glob-archives', context.place.match]
  const { code, stdout } = await callBorg(context, ['info', '--json', '--last', String(COUNTED), ...pattern])
  if (code !== 0) return new Map()
  const { archives } = JSON.parse(stdout) as {
    archives: readonly { name: string; stats: { original_size: number; nfiles: number } }[]
  }
  return new Map(archives.map(({ name, stats }) => [name, { bytes: stats.original_size, files: stats.nfiles }]))
}
