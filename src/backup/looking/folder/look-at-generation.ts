import { startSample } from '../../content/sampler.ts'
import type { Generation } from '../../observation.ts'
import type { LookContext } from '../look.ts'
import { isAt, isWithin } from '../sample-tar.ts'
import { takenAtOf } from '../time-in-name.ts'
import { type Digests, readDigests } from './digests.ts'
import { digestOf, windowsOf } from './read-parts.ts'
import { type Walked, walk } from './walk.ts'

// As many examples as a person looks at.
const EXAMPLES = 5

/** One folder as it lies there: counted whole, compared with its digests, some of its files read in parts. */
export async function lookAtGeneration(root: string, id: string, context: LookContext): Promise<Generation> {
  const { place, watch, now, random } = context
  const digests = await readDigests(root)
  const sample = startSample()
  const drawn: Walked[] = []
  const damage: string[] = []
  const [met, held] = [new Set<string>(), new Set<string>()]
  const canaries = new Map<string, 'kept' | 'changed'>()
  let [files, bytes, youngest, linksOut] = [0, 0, 0, 0]
  for await (const file of walk(root, watch)) {
    if (file.leadsOut) linksOut += 1
    if (!file.stats.isFile()) continue
    files += 1
    bytes += file.stats.size
    youngest = Math.max(youngest, file.stats.mtimeMs)
    sample.met(file.name)
    draw(drawn, file, files, watch.limits.sampledFiles, random)
    for (const path of place.holds) if (isWithin(file.name, path)) held.add(path)
    const canary = place.canaries.find(({ path }) => isAt(file.name, path))
    const expected = digests?.expected.get(file.name)
    if (canary === undefined && expected === undefined) continue
    const digest = await digestOf(file.path, watch)
    if (canary) canaries.set(canary.path, digest === canary.sha256 ? 'kept' : 'changed')
    if (expected !== undefined) met.add(file.name)
    if (expected !== undefined && expected !== digest) damage.push(file.name)
  }
  for (const { name, path, stats } of drawn) sample.read(name, await windowsOf(path, stats.size))
  damage.push(...[...(digests?.expected.keys() ?? [])].filter((name) => !met.has(name)))
  return {
    ...{ id, files, bytes, linksOut, content: sample.result(), damage: damage.slice(0, EXAMPLES) },
    ...timesOf(id, youngest, digests, context, now),
    ...(digests
      ? ({ integrity: damage.length > 0 ? 'damaged' : 'intact', checkedBy: 'digests' } as const)
      : ({ integrity: 'unknown' } as const)),
    lacking: place.holds.filter((path) => !held.has(path)),
    canaries: place.canaries.map(({ path }) => ({ path, state: canaries.get(path) ?? ('missing' as const) })),
  }
}

/** Keeps a fair share of everything met so far, in memory that does not grow (reservoir sampling). */
function draw(drawn: Walked[], file: Walked, met: number, most: number, random: () => number): void {
  if (file.stats.size === 0) return
  if (drawn.length < most) drawn.push(file)
  else if (random() * met < most) drawn[Math.floor(random() * most)] = file
}

function timesOf(id: string, youngest: number, digests: Digests | undefined, { place }: LookContext, now: string) {
  const youngestAt = youngest === 0 ? undefined : new Date(youngest).toISOString()
  if (!place.trustFileTimes) return takenAtOf(id, undefined, now)
  // Digests are written once, when the backup is done; files keep the times that they had where they came from.
  const writtenAt = digests?.writtenAt
  const times = takenAtOf(id, writtenAt ?? youngestAt, now)
  return { ...times, ...(writtenAt ? { writtenAt } : {}), ...(youngestAt ? { youngestAt } : {}) }
}
