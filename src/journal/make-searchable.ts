import type { Entry } from '@omamori/ledger'
import type { Change, LogRows, LogState } from '#storage'
import type { Waiting } from './gathered.ts'
import { BLOCK, type Searched, searchBlock } from './search-block.ts'

// What an older version wrote is made searchable bit by bit, so that no commit takes long.
const MOST_OF_BEFORE = 16

/** What is known of the entries behind the last complete block, if the log still bears the seal it was left with. */
interface OpenBlock {
  seal: Uint8Array | undefined
  readonly entries: (Searched | undefined)[]
  readonly blocks: number
}

/** Makes the entries of logs searchable. */
export interface Searcher {
  /**
   * Writes what the searches go by for each block of entries that is complete with a commit. Entries behind the last
   * complete block are looked through by whoever searches, so that a small commit touches two pages and not six.
   */
  add(change: Change, log: LogState, added: readonly Waiting[]): Promise<void>
  /** The seal that the log was left with; gives how many of its blocks can be searched then, where that is known. */
  left(origin: string, seal: Uint8Array): number | undefined
}

export function createSearcher(): Searcher {
  // Facilities of which this process knows that nothing older is waiting.
  const upToDate = new Set<string>()
  const open = new Map<string, OpenBlock>()
  return {
    async add({ logs }, log, added) {
      const known = stillSo(open.get(log.origin), log)
      open.delete(log.origin)
      if (log.blocks === Math.floor(log.size / BLOCK)) {
        const entries = await addComplete(logs, log, known, added)
        const blocks = Math.floor((log.size + added.length) / BLOCK)
        if (entries) open.set(log.origin, { seal: undefined, entries, blocks })
      }
      if (upToDate.has(log.facility_id)) return
      const lagging = await logs.lagging()
      if (lagging === undefined) upToDate.add(log.facility_id)
      else await catchUp(logs, lagging)
    },
    left(origin, seal) {
      const known = open.get(origin)
      if (known) known.seal = seal
      return known?.blocks
    },
  }
}

/** A commit may have failed, and others may write to the log too. */
function stillSo(known: OpenBlock | undefined, { seal }: LogState): (Searched | undefined)[] | undefined {
  if (known?.seal === undefined || seal === null) return undefined
  return Buffer.compare(known.seal, seal) === 0 ? known.entries : undefined
}

/** Gives the entries behind the last complete block, where they are known without asking. */
async function addComplete(
  logs: LogRows,
  log: LogState,
  known: (Searched | undefined)[] | undefined,
  added: readonly Waiting[],
): Promise<(Searched | undefined)[] | undefined> {
  const end = Math.floor((log.size + added.length) / BLOCK)
  let before = log.size % BLOCK === 0 ? [] : known
  if (end > log.blocks) before ??= (await logs.entriesReadBack(log, log.blocks * BLOCK, log.size)).map(readQuickly)
  if (before === undefined) return undefined
  for (const { entry } of added) before.push(searched(entry))
  for (let block = log.blocks; block < end; block += 1) {
    await logs.addBlock(log, searchBlock(block, before.splice(0, BLOCK)))
  }
  return before
}

const searched = ({ at, act, actor, subject }: Entry): Searched => ({ at, act, actor, subject })

async function catchUp(logs: LogRows, log: LogState): Promise<void> {
  const end = Math.min(Math.floor(log.size / BLOCK), log.blocks + MOST_OF_BEFORE)
  for (let block = log.blocks; block < end; block += 1) {
    const stored = await logs.entriesReadBack(log, block * BLOCK, (block + 1) * BLOCK)
    await logs.addBlock(log, searchBlock(block, stored.map(readQuickly)))
  }
}

/** Damage is not for an append to judge, and does not stop it; verification reads strictly. */
function readQuickly(bytes: Uint8Array): Searched | undefined {
  try {
    const json = Buffer.from(bytes.buffer, bytes.byteOffset + 1, bytes.length - 1).toString()
    const { at, act, actor, subject } = JSON.parse(json)
    const words = [at, act, actor.id ?? '', subject.kind, subject.id]
    return words.every((word) => typeof word === 'string') ? { at, act, actor, subject } : undefined
  } catch {
    return undefined
  }
}
