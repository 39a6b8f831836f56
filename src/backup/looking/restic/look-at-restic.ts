import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Generation, Trouble } from '../../observation.ts'
import type { LookContext, Seen } from '../look.ts'
import { lastWords, runEngine } from '../run-engine.ts'
import { Hindered } from '../watch.ts'
import { callRestic, troubleOfRestic } from './call-restic.ts'
import { listed } from './list-files.ts'
import { sampled } from './sample-snapshot.ts'

// What `snapshots --json` and `check --read-data` say has been the same since then.
const OLDEST = [0, 12] as const
// Sizes of so many are counted, so that a sudden change is seen against those before.
const COUNTED = 6

interface Snapshot {
  readonly id: string
  readonly time: string
  readonly tags?: readonly string[]
}

/** restic — snapshots, `check --read-data`, and parts of the newest ones; without a lock and without a cache of its own. */
export async function lookAtRestic(context: LookContext): Promise<Seen> {
  const { watch, place } = context
  const engine = await versionOf(context)
  const locks = await locksOf(context.path)
  watch.tell('list')
  const { snapshots, troubles } = await snapshotsOf(context)
  const wanted = snapshots
    .filter(({ tags = [] }) => place.match === undefined || tags.includes(place.match))
    .toSorted((a, b) => Date.parse(b.time) - Date.parse(a.time))
  watch.tell('check')
  const damage = await damageOf(context)
  const generations: Generation[] = []
  for (const [index, { id, time }] of wanted.entries()) {
    const base = { id: id.slice(0, 8), takenAt: new Date(time).toISOString() }
    const integrity =
      damage === undefined
        ? ({ integrity: 'intact', checkedBy: 'engine' } as const)
        : ({ integrity: 'unknown' } as const)
    // In a damaged repository each missing piece would be waited for.
    if (index >= COUNTED || damage !== undefined) {
      generations.push({ ...base, ...integrity })
      continue
    }
    watch.tell('read')
    const files = await listed(context, id)
    const more =
      index < watch.limits.sampledGenerations && !('damage' in files) ? await sampled(context, id, files) : {}
    generations.push({ ...base, ...integrity, ...files, ...more })
  }
  return {
    engine,
    listed: true,
    generations,
    encryption: 'encrypted',
    troubles: [...troubles, ...(damage ? [damage] : []), ...locks],
  }
}

async function versionOf({ environment, watch }: LookContext): Promise<string> {
  const { stdout } = await runEngine({ program: 'restic', words: ['version'] }, environment, watch)
  const [, major = '', minor = ''] = /restic (\d+)\.(\d+)/.exec(stdout) ?? []
  const isKnown = major !== '' && (Number(major) > OLDEST[0] || Number(minor) >= OLDEST[1])
  if (!isKnown)
    throw new Hindered('engine-version', { found: stdout.trim().slice(0, 60), needs: `restic ≥ ${OLDEST.join('.')}` })
  return stdout.trim().split(' ').slice(0, 2).join(' ')
}

async function locksOf(path: string): Promise<readonly Trouble[]> {
  const locks = await readdir(join(path, 'locks')).catch(() => [])
  return locks.length === 0 ? [] : [{ code: 'locked', facts: { locks: locks.length } }]
}

async function snapshotsOf(
  context: LookContext,
): Promise<{ snapshots: readonly Snapshot[]; troubles: readonly Trouble[] }> {
  const { code, stdout, stderr } = await callRestic(context, ['snapshots', '--json'])
  if (code !== 0) throw troubleOfRestic(stderr, context.secret)
  const snapshots = (JSON.parse(stdout) ?? []) as readonly Snapshot[]
  // A snapshot that cannot be read is left out with a remark; for us it is a generation that is lost.
  const isIncomplete = /ignoring|could not load|unable to load|error/i.test(stderr)
  return {
    snapshots,
    troubles: isIncomplete ? [{ code: 'damaged', facts: { said: lastWords(stderr, context.secret) } }] : [],
  }
}

const lost =
  /does not exist|not found|unexpected (file )?size|does not match|returned error, retrying|Load\(<\w+\/[^)]*\).*(no such file|EOF)/i

async function damageOf(context: LookContext): Promise<Trouble | undefined> {
  // It tries to read a pack that is not there for a quarter of an hour; that it is not there is said at once.
  const { code, stderr, stdout } = await callRestic(context, ['check', '--read-data'], lost)
  if (code === 0) return undefined
  const said = lastWords(`${stderr}\n${stdout}`, context.secret)
  return { code: 'damaged', facts: { said } }
}
