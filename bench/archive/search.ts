import type { SearchDocumentsRequest } from '#archive'
import { Refusal } from '#shared'
import type { StoragePlace } from '#storage'
import { findPostgres, startPostgres } from '../../src/storage/testing-postgres.ts'
import type { Ratio } from '../ledger/ratio.ts'
import { firstDay, kinds, numbersFrom, PATIENTS, vocabulary } from './corpus.ts'
import { fill } from './fill.ts'
import { type ArchiveGround, doctor, openGround } from './ground.ts'

const MILLION = 1_000_000
const EACH = 40
const BAR_MS = 200
const BAR_OPEN_MS = 150
/** On PostgreSQL the filling takes more than an hour for a million, so that fewer are searched by default. */
const FEWER = 100_000

type Ask = Partial<SearchDocumentsRequest>

/** What people look for: each kind of search as often as the others. */
function asks(): Readonly<Record<string, readonly Ask[]>> {
  const [words, random] = [vocabulary(), numbersFrom(3)]
  const ranked = (from: number, to: number) => words[from + Math.floor(random() * (to - from))] ?? ''
  const cut = (word: string, length: number) => Array.from(word).slice(0, length).join('')
  const kind = () => kinds[Math.floor(random() * kinds.length)] ?? kinds[0]
  const times = <T>(make: () => T) => Array.from({ length: EACH }, make)
  const [rare, middling, frequent] = [() => ranked(20_000, 30_000), () => ranked(300, 3000), () => ranked(0, 20)]
  return {
    rare: times(() => ({ words: rare() })),
    middling: times(() => ({ words: middling() })),
    frequent: times(() => ({ words: frequent() })),
    'two letters': times(() => ({ words: cut(random() < 0.5 ? frequent() : rare(), 2) })),
    'one letter': times(() => ({ words: cut(random() < 0.5 ? frequent() : rare(), 1) })),
    'several words': times(() => ({ words: `${frequent()} ${middling()} ${frequent()}` })),
    'words and patient': times(() => ({
      words: frequent(),
      patient: String(Math.floor(random() * PATIENTS)).padStart(6, '0'),
    })),
    'words and kind': times(() => ({ words: random() < 0.5 ? frequent() : middling(), kind: kind() })),
    'words and old days': times(() => ({
      words: random() < 0.5 ? frequent() : middling(),
      from: firstDay,
      to: '2017-03-31',
    })),
    'words and drafts': times(() => ({ words: frequent(), state: 'draft' })),
    'patient alone': times(() => ({ patient: String(Math.floor(random() * PATIENTS)).padStart(6, '0') })),
    'nothing, a later page': times(() => ({ page: 1 + Math.floor(random() * 20) })),
    'a word that is nowhere': times(() => ({ words: `${rare()}${rare()}` })),
    'letters that never meet': times(() => ({ words: Array.from({ length: 5 }, () => cut(frequent(), 1)).join(' ') })),
  }
}

/** Search by the use case, as the page asks for it, in one warm process; the first of each kind is not counted. */
export async function search(): Promise<readonly Ratio[]> {
  const count = Number(process.env.ARCHIVE_DOCUMENTS ?? MILLION)
  const onSqlite = await measure(undefined, count)
  if (!findPostgres()) return onSqlite
  const server = await startPostgres()
  try {
    return [...onSqlite, ...(await measure({ url: await server.createDatabase() }, Math.min(count, FEWER)))]
  } finally {
    await server.stop()
  }
}

async function measure(place: StoragePlace | undefined, count: number): Promise<readonly Ratio[]> {
  const ground = await openGround(place)
  try {
    const filling = performance.now()
    await fill(ground.storage, count)
    const each = (performance.now() - filling) / count
    const times = await timesOf(ground)
    const engine = ground.storage.engine
    const worst = Object.entries(times).map(([name, all]) => `${name} ${atShare(all).toFixed(1)}`)
    const name = `${engine}, ${count.toLocaleString('en')} documents of a page`
    const against = `the bar of the issue, turned round: p95 of ${Object.values(times).flat().length} searches. By kind, p95 in ms: ${worst.join(', ')}. Filled at ${each.toFixed(2)} ms a document`
    return [
      {
        name: `search, 200 ms / p95 (${name})`,
        values: [BAR_MS / atShare(Object.values(times).flat())],
        bar: 1,
        against,
      },
      await opening(ground, name),
    ]
  } finally {
    await ground.close()
  }
}

async function timesOf({ documents }: ArchiveGround): Promise<Readonly<Record<string, readonly number[]>>> {
  const times: Record<string, readonly number[]> = {}
  for (const [name, [first, ...others]] of Object.entries(asks())) {
    const ask = (request: Ask) => timed(() => documents.search(doctor, { page: 1, ...request }))
    await ask(first ?? {})
    const all: number[] = []
    for (const request of others) all.push(await ask(request))
    times[name] = all
  }
  return times
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await act()
  return performance.now() - started
}

const atShare = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.ceil(0.95 * values.length) - 1] ?? Number.NaN

const OPENED = 200

/** What stands on the page of a document, and its content to the last octet; the look itself is an entry, on the disk before anything is shown. */
async function opening({ documents }: ArchiveGround, name: string): Promise<Ratio> {
  const bytes = Buffer.alloc(100_000, '診療の記録。')
  const about = { kind: 'medical-record', standing: 'original', writtenOn: '2026-11-20' } as const
  const ids = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      documents.register(doctor, { ...about, title: `記録 ${i}` }, { name: '記録.txt', bytes }),
    ),
  )
  const values: number[] = []
  for (let i = 0; i < OPENED; i += 1) {
    const id = ids[i % ids.length] ?? ''
    values.push(
      await timed(async () => {
        await documents.read(doctor, id)
        const { content } = await documents.openVersion(doctor, id, 1)
        let length = 0
        for await (const piece of content) length += piece.length
        if (length !== bytes.length) throw new Refusal('corrupt', { what: 'document', length })
      }),
    )
  }
  const against = `the bar of the issue, turned round: p95 of ${OPENED} documents of 100 KB, ${atShare(values).toFixed(1)} ms`
  return {
    name: `opening a document, 150 ms / p95 (${name})`,
    values: [BAR_OPEN_MS / atShare(values)],
    bar: 1,
    against,
  }
}
