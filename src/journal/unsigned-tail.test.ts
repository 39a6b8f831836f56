import { appendLeaf, frontierBytes, leafHash, readRange } from '@omamori/ledger'
import { expect, it } from 'vitest'
import type { Storage } from '#storage'
import { eachEngine, type Open } from '../storage/testing.ts'
import type { Journal } from './journal.ts'
import { journalOn, keysInMemory } from './testing.ts'

const clinic = { facilityId: 'mihon-clinic' }

const keep = (storage: Storage, journal: Journal, id: string) =>
  storage.write(clinic, (change) =>
    journal.append(change, {
      act: 'registry.changed',
      actor: { kind: 'account', id: 'account-1' },
      subject: { kind: 'terminal', id },
    }),
  )

const bytea = ({ engine }: Storage, bytes: Uint8Array) => {
  const hex = Buffer.from(bytes).toString('hex')
  return engine === 'sqlite' ? `x'${hex}'` : `'\\x${hex}'`
}

/** Three entries of which the last two are not signed yet; what looks at them afterwards has no memory of that. */
async function unsignedOn(open: Open) {
  const storage = await open()
  const keys = keysInMemory()
  const { journal } = journalOn(storage, undefined, keys)
  await storage.write(clinic, (change) => journal.create(change))
  await keep(storage, journal, 't-1')
  await keep(storage, journal, 't-2')
  return { storage, later: journalOn(storage, undefined, keys).journal }
}

const guardsOff = (open: Open, storage: Storage) =>
  open.tamper(
    storage,
    storage.engine === 'sqlite' ? 'drop trigger log_entry_stands' : 'alter table log_entry disable trigger user',
  )

eachEngine('entries between two signatures', (open) => {
  it('are sealed: verification vouches for them, and says how far the signature goes', async () => {
    const { later } = await unsignedOn(open)
    expect(await later.verify(clinic)).toMatchObject({ entries: 3, findings: [], logs: [{ size: 3, signedSize: 1 }] })
  })

  it('changed, are found, and named', async () => {
    const { storage, later } = await unsignedOn(open)
    await guardsOff(open, storage)
    await open.tamper(
      storage,
      `update log_entry set detail = ${bytea(storage, Uint8Array.of(1))} where entry_id % 4294967296 = 2`,
    )
    expect((await later.verify(clinic)).findings).toMatchObject([{ code: 'detail-unexpected', index: 2 }])
  })

  it('changed together with the state of the log, are found; and nothing is written or signed on top', async () => {
    const { storage, later } = await unsignedOn(open)
    const [row] = await storage.read(clinic, (db) => db.selectFrom('log').selectAll().execute())
    const [entry] = await storage.read(clinic, (db) =>
      db.selectFrom('log_entry').selectAll().orderBy('entry_id').offset(1).limit(1).execute(),
    )
    if (!row || !entry) throw new Error('nothing was written')
    const [first] = await storage.read(clinic, (db) =>
      db.selectFrom('log_entry').select('entry').orderBy('entry_id').limit(1).execute(),
    )
    const start = appendLeaf(readRange(0, new Uint8Array()), leafHash(first?.entry ?? new Uint8Array()))
    const forged = Buffer.from(Buffer.from(entry.entry).toString('latin1').replace('t-1', 't-9'), 'latin1')
    await guardsOff(open, storage)
    await open.tamper(storage, `update log_entry set entry = ${bytea(storage, forged)} where entry_id % 4294967296 = 1`)
    // The last entry taken away, the one before rewritten, and the tree counted anew: all that one can do without the key.
    const cut = frontierBytes(appendLeaf(start, leafHash(forged)))
    await open.tamper(storage, `update log set size = 2, frontier = ${bytea(storage, cut)}`)
    const codes = (await later.verify(clinic)).findings.map(({ code }) => code)
    expect(codes).toContain('log-state-differs')
    await expect(keep(storage, later, 't-3')).rejects.toMatchObject({ code: 'corrupt', facts: { what: 'log-state' } })
    await open.tamper(storage, 'update log set seal = null')
    await expect(keep(storage, later, 't-3')).rejects.toMatchObject({ code: 'corrupt' })
    expect((await later.verify(clinic)).findings.map(({ code }) => code)).toContain('entry-not-signed')
  })

  it('a log that was written before there were seals goes on, for it is signed to its end', async () => {
    const storage = await open()
    const keys = keysInMemory()
    const { journal } = journalOn(storage, undefined, keys)
    await keep(storage, journal, 't-1')
    await journal.sign(clinic)
    await open.tamper(storage, 'update log set seal = null')
    const later = journalOn(storage, undefined, keys).journal
    expect((await later.verify(clinic)).findings).toEqual([])
    await keep(storage, later, 't-2')
    expect(await later.verify(clinic)).toMatchObject({ entries: 3, findings: [] })
  })
})
