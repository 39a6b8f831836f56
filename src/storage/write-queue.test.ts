import { expect, it } from 'vitest'
import { OutsideScope } from './outside-scope.ts'
import type { Change, Storage } from './storage.ts'
import { eachEngine } from './testing.ts'

const sample = { facilityId: 'facility-a' }
const other = { facilityId: 'facility-b' }

const addCode = (change: Change, codeHash: string) =>
  change.db
    .insertInto('one_time_code')
    .values({
      facility_id: change.scope === 'installation' ? '' : change.scope.facilityId,
      code_hash: codeHash,
      purpose: 'first-run',
      account_id: null,
      expires_at: '2026-11-22T00:00:00.000Z',
      used_at: null,
    })
    .execute()

const codesOf = async (storage: Storage, scope = sample) => {
  const rows = await storage.read(scope, (db) =>
    db.selectFrom('one_time_code').select('code_hash').orderBy('code_hash').execute(),
  )
  return rows.map((row) => row.code_hash)
}

eachEngine('the write queue', (open) => {
  it('changes that arrive together are committed together, and an errand they share runs once, after them', async () => {
    const storage = await open()
    const runs: string[] = []
    const errand = async (change: Change) => {
      const rows = await change.db.selectFrom('one_time_code').select('code_hash').execute()
      runs.push(`saw ${rows.length}`)
      await addCode(change, 'from-the-errand')
    }
    const writes = ['1', '2', '3'].map((code) =>
      storage.write(sample, async (change) => {
        await addCode(change, code)
        change.beforeCommit('checkpoint', errand)
        change.beforeCommit('checkpoint', errand)
        runs.push(`kept ${code}`)
      }),
    )
    await Promise.all(writes)
    expect(runs).toEqual(['kept 1', 'kept 2', 'kept 3', 'saw 3'])
    expect(await codesOf(storage)).toEqual(['1', '2', '3', 'from-the-errand'])
  })

  it('a change that comes after a commit is in a group of its own, with its own errand', async () => {
    const storage = await open()
    let runs = 0
    const write = () =>
      storage.write(sample, async (change) =>
        change.beforeCommit('checkpoint', async () => {
          runs += 1
        }),
      )
    await write()
    await write()
    expect(runs).toBe(2)
  })

  it('a change that fails takes its errand with it, and no other', async () => {
    const storage = await open()
    const ran: string[] = []
    const write = (code: string, fails: boolean) =>
      storage.write(sample, async (change) => {
        await addCode(change, code)
        change.beforeCommit(`errand ${code}`, async () => void ran.push(code))
        if (fails) throw new Error('thought better of it')
      })
    const outcomes = await Promise.allSettled([write('1', false), write('2', true), write('3', false)])
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(ran).toEqual(['1', '3'])
    expect(await codesOf(storage)).toEqual(['1', '3'])
  })

  it('an errand that fails fails the whole group, and the next group is not harmed', async () => {
    const storage = await open()
    const outcomes = await Promise.allSettled([
      storage.write(sample, (change) => addCode(change, '1')),
      storage.write(sample, async (change) => {
        await addCode(change, '2')
        change.beforeCommit('checkpoint', async () => {
          throw new Error('cannot sign')
        })
      }),
    ])
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.message)).toEqual([
      'cannot sign',
      'cannot sign',
    ])
    await storage.write(sample, (change) => addCode(change, '3'))
    expect(await codesOf(storage)).toEqual(['3'])
  })

  it('an errand has the scope of the change that asked, and the same key in two facilities is two errands', async () => {
    const storage = await open()
    const write = (scope: typeof sample) =>
      storage.write(scope, async (change) => {
        change.beforeCommit('checkpoint', (errand) => addCode(errand, 'from-the-errand').then(() => {}))
      })
    await Promise.all([write(sample), write(other)])
    expect(await codesOf(storage, sample)).toEqual(['from-the-errand'])
    expect(await codesOf(storage, other)).toEqual(['from-the-errand'])
  })

  it('an errand may ask for another, which runs in the same group', async () => {
    const storage = await open()
    const ran: string[] = []
    await storage.write(sample, async (change) => {
      change.beforeCommit('first', async (errand) => {
        ran.push('first')
        errand.beforeCommit('second', async () => void ran.push('second'))
        errand.beforeCommit('first', async () => void ran.push('never'))
      })
    })
    expect(ran).toEqual(['first', 'second'])
  })

  it('a query that failed fails its change, even if nobody looked', async () => {
    const storage = await open()
    await storage.write(sample, (change) => addCode(change, '1'))
    const write = storage.write(sample, async (change) => {
      await addCode(change, '2')
      await addCode(change, '1').catch(() => {})
    })
    await expect(write).rejects.toThrow(/unique/i)
    expect(await codesOf(storage)).toEqual(['1'])
  })

  it('more changes than one group holds are all kept', async () => {
    const storage = await open()
    const codes = Array.from({ length: 150 }, (_, index) => String(index).padStart(3, '0'))
    await Promise.all(codes.map((code) => storage.write(sample, (change) => addCode(change, code))))
    expect(await codesOf(storage)).toEqual(codes)
  })

  it('a change inside a change would wait for itself, so it is refused', async () => {
    const storage = await open()
    const write = storage.write(sample, () => storage.write(sample, (change) => addCode(change, '1')))
    await expect(write).rejects.toThrow('may not start another change')
  })

  it('an installation enters facility after facility in one change; a facility enters none', async () => {
    const storage = await open()
    const entering = storage.write('installation', async (change) => {
      for (const { facilityId } of [sample, other]) await change.within(facilityId, (inside) => addCode(inside, '1'))
      throw new Error('thought better of it')
    })
    await expect(entering).rejects.toThrow('thought better')
    await storage.write('installation', async (change) => {
      for (const { facilityId } of [sample, other]) await change.within(facilityId, (inside) => addCode(inside, '2'))
      await change.db.selectFrom('facility').selectAll().execute()
    })
    expect([await codesOf(storage, sample), await codesOf(storage, other)]).toEqual([['2'], ['2']])
    const leaving = storage.write(sample, (change) => change.within('facility-b', (inside) => addCode(inside, '3')))
    await expect(leaving).rejects.toThrow('does not enter another')
  })

  it('closing waits for the changes under way and takes no new ones', async () => {
    const storage = await open()
    const underWay = storage.write(sample, (change) => addCode(change, '1'))
    const closing = storage.close()
    await expect(storage.write(sample, (change) => addCode(change, '2'))).rejects.toMatchObject({ code: 'read-only' })
    await Promise.all([underWay, closing])
    expect(await codesOf(await open.again(storage))).toEqual(['1'])
  })

  it('a query nobody waited for does not slip into the next change', async () => {
    const storage = await open()
    let late: Promise<unknown> = Promise.resolve()
    await storage.write(sample, async (change) => {
      late = new Promise((resolve) => setTimeout(resolve, 20)).then(() => addCode(change, 'late'))
      late.catch(() => {})
    })
    await expect(late).rejects.toThrow(OutsideScope)
    expect(await codesOf(storage)).toEqual([])
  })
})
