import { appendLeaves, EMPTY_RANGE, type Entry, encodeEntry, leafHash, rootOf } from '@omamori/ledger'
import { expect, it } from 'vitest'
import { eachEngine } from '../storage/testing.ts'
import { journalOn, keysInMemory } from './testing.ts'

const clinic = { facilityId: 'mihon-clinic' }
const log = 'omamori/mihon-clinic/2026'
const at = '2026-11-22T01:02:03.004Z'

const entryOf = (number: number, to = log): Entry => ({
  id: number.toString(16).padStart(32, '0'),
  log: to,
  at,
  act: 'registry.changed',
  actor: { kind: 'account', id: 'account-1' },
  subject: { kind: 'terminal', id: `t-${number}` },
})

eachEngine('entries that are encoded already', (open) => {
  it('stand in the log as they are, whoever called at the same time', async () => {
    const storage = await open()
    const { journal } = journalOn(storage)
    await storage.write(clinic, (change) => journal.create(change))
    const calls = Array.from({ length: 40 }, (_, i) =>
      journal.appendEntries(
        clinic,
        [0, 1, 2].map((part) => journal.encode(entryOf(3 * i + part))),
      ),
    )
    const places = await Promise.all(calls)
    expect(places.map(({ index }) => index)).toEqual(Array.from({ length: 40 }, (_, i) => 1 + 3 * i))
    expect(await journal.verify(clinic)).toMatchObject({ entries: 121, findings: [] })
    const { entries } = await journal.entries(clinic, { subjectId: 't-7' })
    expect(entries).toMatchObject([{ index: 8, act: 'registry.changed', at }])
  })

  it('lead to the root that RFC 6962 gives them, on either engine', async () => {
    const storage = await open()
    const { journal } = journalOn(storage)
    await storage.write(clinic, (change) => journal.create(change))
    const bytes = Array.from({ length: 700 }, (_, i) => encodeEntry(entryOf(i)))
    for (const [from, to] of [
      [0, 1],
      [1, 255],
      [255, 256],
      [256, 700],
    ] as const) {
      await journal.appendEntries(clinic, bytes.slice(from, to))
    }
    const [first] = await storage.read(clinic, (db) =>
      db.selectFrom('log_entry').select('entry').orderBy('entry_id').limit(1).execute(),
    )
    const leaves = [...(first ? [first.entry] : []), ...bytes].map(leafHash)
    const root = Buffer.from(rootOf(appendLeaves(EMPTY_RANGE, leaves))).toString('base64')
    expect((await journal.verify(clinic)).logs).toMatchObject([{ size: 701, signedSize: 701, root }])
  })

  it('of another log are refused, and those of other callers stay', async () => {
    const storage = await open()
    const { journal } = journalOn(storage)
    await storage.write(clinic, (change) => journal.create(change))
    const outcomes = await Promise.allSettled([
      journal.appendEntries(clinic, [journal.encode(entryOf(1))]),
      journal.appendEntries(clinic, [journal.encode(entryOf(2)), journal.encode(entryOf(3, `${log}.2`))]),
      journal.appendEntries(clinic, [journal.encode(entryOf(4))]),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(outcomes[1]).toMatchObject({ reason: { code: 'conflict' } })
    expect(await journal.verify(clinic)).toMatchObject({ entries: 3, findings: [] })
  })

  it('that are none, or speak of particulars they do not bring, are refused', async () => {
    const storage = await open()
    const { journal } = journalOn(storage)
    await storage.write(clinic, (change) => journal.create(change))
    const sealed = { sha256: 'a'.repeat(64), length: 3, commitment: 'b'.repeat(64), key: 'journal-1' }
    await expect(journal.appendEntries(clinic, [Buffer.from('{}')])).rejects.toThrow('entry-unknown-version')
    const detailed = journal.encode({ ...entryOf(1), detail: sealed })
    await expect(journal.appendEntries(clinic, [detailed])).rejects.toMatchObject({ code: 'malformed' })
    expect(await journal.verify(clinic)).toMatchObject({ entries: 1, findings: [] })
  })

  it('a bit that flips between the hash and the database fails the commit, and nothing is kept', async () => {
    const storage = await open()
    const { journal } = journalOn(storage)
    await storage.write(clinic, (change) => journal.create(change))
    const flipping = storage.write(clinic, async (change) => {
      await journal.append(change, { act: 'a.b', actor: { kind: 'system' }, subject: { kind: 'terminal', id: 't-1' } })
      const gathered = change.group.get(`journal ${log}`) as { waiting: { row: { entry: Uint8Array } }[] }
      const bytes = gathered.waiting[0]?.row.entry
      if (bytes) bytes[30] = (bytes[30] ?? 0) ^ 1
    })
    await expect(flipping).rejects.toMatchObject({ code: 'corrupt' })
    await journal.appendEntries(clinic, [journal.encode(entryOf(2))])
    expect(await journal.verify(clinic)).toMatchObject({ entries: 2, findings: [] })
  })

  it('what one process left unsigned the next one signs, with its first entry', async () => {
    const storage = await open()
    const keys = keysInMemory()
    const { journal } = journalOn(storage, at, keys)
    await storage.write(clinic, (change) => journal.create(change))
    for (let i = 0; i < 5; i += 1) await journal.appendEntries(clinic, [journal.encode(entryOf(i))])
    const next = journalOn(storage, at, keys).journal
    expect((await next.verify(clinic)).logs).toMatchObject([{ size: 6, signedSize: 1 }])
    await next.appendEntries(clinic, [next.encode(entryOf(9))])
    expect(await next.verify(clinic)).toMatchObject({ findings: [], logs: [{ size: 7, signedSize: 7 }] })
  })
})
