import type { Entry } from '@omamori/ledger'
import type { LogRow, Reader } from '#storage'
import type { EntryCount, JournalFilter } from './contract.ts'
import { decodedOrUndefined } from './log-state.ts'
import { BLOCK, termOf, type Word } from './search-block.ts'
import { blocksWithin, placesOfAny, searchedBlocksOf } from './search-rows.ts'
import { allLogs, entriesAt, entriesBelow, type StoredEntry } from './store.ts'

/** An entry that was found; one whose bytes are damaged is found too, but cannot be shown. */
export interface Found extends Pick<StoredEntry, 'index' | 'detail'> {
  readonly origin: string
  readonly entry: Entry | undefined
}

interface Place {
  readonly origin: string
  readonly index: number
}

// So many entries are read at a time, and so many blocks are looked up.
const CHUNK = 64
const BLOCKS = 32
const END = 2 ** 32

/**
 * 証跡を探す — the entries that fit, the newest first: in the order in which they were written, whatever the clock said. Blocks
 * tell where to look; what is found is held against the entries, so that no row beside them can put words into a page.
 */
export async function* findEntries(db: Reader, filter: JournalFilter, after: Place | undefined): AsyncGenerator<Found> {
  const logs = [...(await allLogs(db))].reverse()
  const start = after === undefined ? 0 : logs.findIndex(({ origin }) => origin === after.origin)
  if (start < 0) return
  for (const [i, log] of logs.slice(start).entries()) {
    const below = i === 0 && after ? after.index : END
    for await (const stored of candidatesIn(db, log, filter, below)) {
      const entry = decodedOrUndefined(stored.entry)
      if (entry === undefined || fits(entry, filter))
        yield { index: stored.index, detail: stored.detail, origin: log.origin, entry }
    }
  }
}

/** 数える — how many entries fit, and how many cannot be read. Nothing is estimated: each is read. */
export async function countEntries(db: Reader, filter: JournalFilter): Promise<EntryCount> {
  const count = { entries: 0, unreadable: 0 }
  for await (const { entry } of findEntries(db, filter, undefined)) count[entry ? 'entries' : 'unreadable'] += 1
  return count
}

const actsIn = ({ act }: JournalFilter): readonly string[] | undefined => act?.split(',')

function fits({ at, act, actor, subject, outcome = 'done' }: Entry, filter: JournalFilter): boolean {
  if (actsIn(filter)?.every((asked) => (asked.endsWith('.') ? !act.startsWith(asked) : act !== asked))) return false
  if (filter.outcome !== undefined && outcome !== filter.outcome) return false
  if (filter.actorId !== undefined && actor.id !== filter.actorId) return false
  if (filter.subjectKind !== undefined && subject.kind !== filter.subjectKind) return false
  if (filter.subjectId !== undefined && subject.id !== filter.subjectId) return false
  return !(filter.from !== undefined && at < filter.from) && !(filter.until !== undefined && at >= filter.until)
}

/** What has no block yet is looked through; the rest where the blocks say. */
async function* candidatesIn(
  db: Reader,
  log: LogRow,
  filter: JournalFilter,
  below: number,
): AsyncGenerator<StoredEntry> {
  const words = wordsAsked(filter)
  const searched = (await searchedBlocksOf(db, log)) * BLOCK
  const isOpen = words.length === 0 && filter.from === undefined && filter.until === undefined
  yield* backwards(db, log, below, isOpen ? 0 : searched)
  if (isOpen) return
  for await (const indexes of indexesIn(db, log, filter, words, Math.min(below, searched))) {
    for (let i = 0; i < indexes.length; i += CHUNK) yield* await entriesAt(db, log, indexes.slice(i, i + CHUNK))
  }
}

async function* backwards(db: Reader, log: LogRow, below: number, from: number): AsyncGenerator<StoredEntry> {
  for (let end = below; end > from; ) {
    const rows = await entriesBelow(db, log, end, CHUNK, from)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < CHUNK) return
    end = last.index
  }
}

/** Indexes below, falling, some blocks at a time. */
async function* indexesIn(
  db: Reader,
  log: LogRow,
  filter: JournalFilter,
  words: readonly (readonly Word[])[],
  below: number,
): AsyncGenerator<readonly number[]> {
  const [rarest, ...others] = words.map((any) => any.map(termOf))
  for (let end = Math.ceil(below / BLOCK); end > 0; ) {
    const looked =
      rarest === undefined
        ? await blocksWithin(db, log, filter, { below: end, most: BLOCKS })
        : await placesOfAny(db, log, rarest, { below: end, most: BLOCKS })
    const last = looked.at(-1)
    if (last === undefined) return
    let found = looked
    const only = () => ({ among: found.map(({ block }) => block) })
    if (rarest !== undefined && (filter.from !== undefined || filter.until !== undefined)) {
      const within = new Set((await blocksWithin(db, log, filter, only())).map(({ block }) => block))
      found = found.filter(({ block }) => within.has(block))
    }
    for (const terms of others) {
      const rows = new Map((await placesOfAny(db, log, terms, only())).map(({ block, places }) => [block, places]))
      found = found.map(({ block, places }) => {
        const also = new Set(rows.get(block) ?? [])
        return { block, places: places?.filter((place) => also.has(place)) }
      })
    }
    yield found.flatMap(({ block, places }) => indexesOf(block, places).filter((index) => index < below))
    end = last.block
  }
}

const everyPlace = Array.from({ length: BLOCK }, (_, place) => place)

function indexesOf(block: number, places: readonly number[] = everyPlace): readonly number[] {
  return [...places].sort((a, b) => b - a).map((place) => block * BLOCK + place)
}

/** The word that the fewest entries bear, as a rule, comes first; of several in one place any will do. */
function wordsAsked(filter: JournalFilter): readonly (readonly Word[])[] {
  const { subjectId, actorId, subjectKind } = filter
  const asked: readonly (readonly [Word[0], readonly string[] | undefined])[] = [
    ['subject', subjectId === undefined ? undefined : [subjectId]],
    ['actor', actorId === undefined ? undefined : [actorId]],
    ['act', actsIn(filter)],
    ['subject-kind', subjectKind === undefined ? undefined : [subjectKind]],
  ]
  return asked.flatMap(([kind, values]) => (values ? [values.map((value) => [kind, value] as const)] : []))
}
