import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { signCheckpoint } from '@omamori/ledger'
import { afterAll, expect, it } from 'vitest'
import type { Storage } from '#storage'
import { eachEngine } from '../../storage/testing.ts'
import { openJournal } from '../journal.ts'
import { keyOf } from '../signing-key.ts'
import { keysInMemory, standingClock } from '../testing.ts'
import { readAnchor, writeAnchor } from './anchor-file.ts'

const clinic = { facilityId: 'mihon-clinic' }
const base = mkdtempSync(join(tmpdir(), 'omamori-fence-'))
afterAll(() => rmSync(base, { recursive: true }))
let number = 0

const decision = { actor: { kind: 'console' }, reason: '見本の理由' } as const
const change = { act: 'registry.changed', actor: { kind: 'system' }, subject: { kind: 'terminal', id: 't-1' } } as const

/** A log of three entries, anchored; and the journal as the next process opens it. */
async function anchored(storage: Storage) {
  number += 1
  const file = join(base, String(number), 'anchor.json')
  const keys = keysInMemory()
  const clock = standingClock('2026-11-22T01:02:03.004Z')
  const open = () => openJournal({ storage, keys, clock, randomBytes, anchor: { file, mayBeNew: false } })
  const journal = open()
  await storage.write(clinic, (made) => journal.create(made))
  await storage.write(clinic, (made) => journal.append(made, change))
  await storage.write(clinic, (made) => journal.append(made, change))
  await journal.close()
  return { file, keys, open }
}

/** What another, longer or different log of the same key would have left in the anchor. */
async function anchorAt(storage: Storage, file: string, keys: ReturnType<typeof keysInMemory>, size: number) {
  const [log] = await storage.read(clinic, (db) => db.selectFrom('log').selectAll().execute())
  const key = log && (await keyOf(keys, clinic, log))
  if (!key) throw new Error('there is no log')
  const note = signCheckpoint({ origin: log.origin, size, root: randomBytes(32) }, key.signer)
  writeAnchor(file, { [clinic.facilityId]: note })
}

eachEngine('the fence', (open) => {
  it('keeps the last checkpoint elsewhere, and lets through what begins with it', async () => {
    const storage = await open()
    const { file, open: next } = await anchored(storage)
    expect(JSON.stringify(readAnchor(file))).toContain('omamori/mihon-clinic/2026\\n3\\n')
    const journal = next()
    await journal.compare([clinic.facilityId])
    expect(journal.quarantineOf(clinic.facilityId)).toBeUndefined()
    await journal.fence(storage).write(clinic, (made) => journal.append(made, change))
    await journal.close()
    expect(readFileSync(file, 'utf8')).toContain('2026\\n4\\n')
  })

  it('lets nothing through to a log that is shorter than what was anchored, until somebody goes on from it', async () => {
    const storage = await open()
    const { file, keys, open: next } = await anchored(storage)
    await anchorAt(storage, file, keys, 8)
    const journal = next()
    await journal.compare([clinic.facilityId])
    expect(journal.quarantineOf(clinic.facilityId)).toMatchObject({ reason: 'older-copy', from: 3, to: 8 })
    const write = () => journal.fence(storage).write(clinic, (made) => journal.append(made, change))
    await expect(write()).rejects.toMatchObject({ code: 'read-only' })
    await expect(journal.appendEntries(clinic, [])).rejects.toMatchObject({ code: 'read-only' })
    await expect(journal.anchorAnew(clinic, decision)).rejects.toMatchObject({ code: 'conflict' })
    expect(await journal.goOn(clinic, decision)).toEqual({ log: 'omamori/mihon-clinic/2026', from: 3, to: 8 })
    expect(await write()).toMatchObject({ log: 'omamori/mihon-clinic/2026.2', index: 1 })
    expect(await journal.verify(clinic)).toMatchObject({
      findings: [],
      logs: [{ size: 3 }, { lost: { from: 3, to: 8 } }],
    })
    await journal.close()
  })

  it('lets nothing through to a log that is another one, and nobody goes on from that', async () => {
    const storage = await open()
    const { file, keys, open: next } = await anchored(storage)
    for (const size of [2, 3]) {
      await anchorAt(storage, file, keys, size)
      const journal = next()
      await journal.compare([clinic.facilityId])
      expect(journal.quarantineOf(clinic.facilityId)).toMatchObject({ reason: 'differs' })
      await expect(journal.goOn(clinic, decision)).rejects.toMatchObject({ code: 'conflict' })
      expect((await journal.verify(clinic)).findings).toMatchObject([{ code: 'differs-from-anchor' }])
    }
  })

  it('an anchor that moved past us while we ran stops us there', async () => {
    const storage = await open()
    const { file, keys, open: next } = await anchored(storage)
    const journal = next()
    await journal.compare([clinic.facilityId])
    await anchorAt(storage, file, keys, 50)
    await journal.fence(storage).write(clinic, (made) => journal.append(made, change))
    await journal.close()
    expect(journal.quarantineOf(clinic.facilityId)).toMatchObject({ reason: 'older-copy', to: 50 })
    expect(readFileSync(file, 'utf8')).toContain('2026\\n50\\n')
  })

  it('declared losses are believed only where they are one', async () => {
    const storage = await open()
    const { open: next } = await anchored(storage)
    await expect(next().goOn(clinic, decision)).rejects.toMatchObject({ code: 'conflict' })
  })
})
