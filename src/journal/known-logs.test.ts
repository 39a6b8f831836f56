import { expect, it } from 'vitest'
import { eachEngine } from '../storage/testing.ts'
import { journalOn, keysInMemory } from './testing.ts'

const clinic = { facilityId: 'mihon-clinic' }
const change = { act: 'registry.changed', actor: { kind: 'system' }, subject: { kind: 'terminal', id: 't-1' } } as const

eachEngine('a log that is remembered', (open) => {
  it('is read again when somebody else went on in it, and nothing is lost or taken twice', async () => {
    const storage = await open()
    const keys = keysInMemory()
    const journals = [0, 1, 2].map(() => journalOn(storage, undefined, keys).journal)
    const [first] = journals
    await storage.write(clinic, async (made) => first?.create(made))
    for (let turn = 0; turn < 20; turn += 1) {
      const journal = journals[(turn * 7) % 3]
      const calls = Array.from(
        { length: 1 + (turn % 3) },
        () => () => storage.write(clinic, async (made) => journal?.append(made, change)),
      )
      await Promise.all(calls.map((call) => call()))
    }
    expect(await first?.verify(clinic)).toMatchObject({ entries: 40, findings: [] })
  })

  it('is as it was before, when a change that was to grow it failed', async () => {
    const storage = await open()
    const { journal } = journalOn(storage)
    await storage.write(clinic, (made) => journal.create(made))
    for (const fails of [false, true, false, true, true, false]) {
      const written = storage.write(clinic, async (made) => {
        await journal.append(made, change)
        // After the entry was gathered, and again while the group is being kept.
        if (fails) made.beforeCommit('the last word', () => Promise.reject(new Error('not now')))
      })
      if (fails) await expect(written).rejects.toThrow('not now')
      else await written
    }
    expect(await journal.verify(clinic)).toMatchObject({ entries: 4, findings: [] })
  })

  it.each(['frontier', 'seal'] as const)('is not gone on from when its %s was altered meanwhile', async (column) => {
    const storage = await open()
    const { journal } = journalOn(storage)
    await storage.write(clinic, (made) => journal.create(made))
    for (let i = 0; i < 3; i += 1) await storage.write(clinic, (made) => journal.append(made, change))
    await storage.write(clinic, async ({ db }) => {
      const { [column]: bytes } = await db.selectFrom('log').selectAll().executeTakeFirstOrThrow()
      const altered = Uint8Array.from(bytes ?? [], (byte, i) => (i === 3 ? byte ^ 1 : byte))
      await db
        .updateTable('log')
        .set({ [column]: altered })
        .execute()
    })
    for (let i = 0; i < 2; i += 1) {
      const written = storage.write(clinic, (made) => journal.append(made, change))
      await expect(written).rejects.toMatchObject({ code: 'corrupt', facts: { what: 'log-state' } })
    }
  })

  it('is left for the newer one that another process opened', async () => {
    const storage = await open()
    const keys = keysInMemory()
    const [old, young] = [
      journalOn(storage, '2027-03-31T00:00:00.000Z', keys),
      journalOn(storage, '2027-04-02T00:00:00.000Z', keys),
    ]
    await storage.write(clinic, (made) => old.journal.create(made))
    await storage.write(clinic, (made) => old.journal.append(made, change))
    await storage.write(clinic, (made) => young.journal.append(made, change))
    // Its clock still says March, and it remembers a log that takes no more entries.
    const kept = await storage.write(clinic, (made) => old.journal.append(made, change))
    expect(kept.log).toBe('omamori/mihon-clinic/2027')
    expect((await young.journal.verify(clinic)).findings).toEqual([])
  })
})
