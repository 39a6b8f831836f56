import type { Entry } from '@omamori/ledger'
import type { Change, LogRows, LogState } from '#storage'
import type { Waiting } from './gathered.ts'
import { BLOCK, searchBlock } from './search-block.ts'

// What an older version wrote is made searchable bit by bit, so that no commit takes long.
const MOST_OF_BEFORE = 16

export type MakeSearchable = (change: Change, log: LogState, added: readonly Waiting[]) => Promise<void>

/**
 * Writes what the searches go by for each block of entries that is complete with a commit. Entries behind the last
 * complete block are looked through by whoever searches, so that a small commit touches two pages and not six.
 */
export function searchableMaker(): MakeSearchable {
  // Facilities of which this process knows that nothing older is waiting.
  const upToDate = new Set<string>()
  return async ({ logs }, log, added) => {
    if (log.blocks === Math.floor(log.size / BLOCK)) await addComplete(logs, log, added)
    if (upToDate.has(log.facility_id)) return
    const lagging = await logs.lagging()
    if (lagging === undefined) upToDate.add(log.facility_id)
    else await catchUp(logs, lagging)
  }
}

async function addComplete(logs: LogRows, log: LogState, added: readonly Waiting[]): Promise<void> {
  const end = Math.floor((log.size + added.length) / BLOCK)
  for (let block = log.blocks; block < end; block += 1) {
    const [from, to] = [block * BLOCK, (block + 1) * BLOCK]
    const known = added.slice(Math.max(0, from - log.size), to - log.size).map(({ entry }) => entry)
    const stored = from < log.size ? await logs.entriesReadBack(log, from, log.size) : []
    await logs.addBlock(log, searchBlock(block, [...stored.map(readQuickly), ...known]))
  }
}

async function catchUp(logs: LogRows, log: LogState): Promise<void> {
  const end = Math.min(Math.floor(log.size / BLOCK), log.blocks + MOST_OF_BEFORE)
  for (let block = log.blocks; block < end; block += 1) {
    const stored = await logs.entriesReadBack(log, block * BLOCK, (block + 1) * BLOCK)
    await logs.addBlock(log, searchBlock(block, stored.map(readQuickly)))
  }
}

/** Damage is not for an append to judge, and does not stop it; verification reads strictly. */
function readQuickly(bytes: Uint8Array): Entry | undefined {
  try {
    const json = Buffer.from(bytes.buffer, bytes.byteOffset + 1, bytes.length - 1).toString()
    const { at, act, actor, subject, ...rest } = JSON.parse(json)
    const id = actor.id ?? ''
    const isSound = [at, act, id, subject.kind, subject.id].every((value) => typeof value === 'string')
    return isSound ? { at, act, actor, subject, ...rest } : undefined
  } catch {
    return undefined
  }
}
