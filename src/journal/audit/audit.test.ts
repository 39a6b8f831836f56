import { createHash } from 'node:crypto'
import { encodeEntry } from '@omamori/ledger'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Storage } from '#storage'
import { eachEngine } from '../../storage/testing.ts'
import type { AuditProgress, JournalReport } from '../contract.ts'
import type { Journal } from '../journal.ts'
import { journalOn, keysInMemory } from '../testing.ts'
import { draw } from './draw.ts'
import { openThreads } from './threads.ts'

const clinic = { facilityId: 'mihon-clinic' }
const ORIGIN = 'omamori/mihon-clinic/2026'
const BLOCK = 256
const BLOCKS = 7
const console_ = { kind: 'console' } as const

const entryOf = (index: number) =>
  encodeEntry({
    id: createHash('md5').update(String(index)).digest('hex'),
    log: ORIGIN,
    at: '2026-11-22T01:02:03.004Z',
    act: 'registry.viewed',
    actor: { kind: 'account', id: `account-${index % 5}` },
    subject: { kind: 'terminal', id: `t-${index % 50}` },
  })

/** Bytes that anybody who knows the seed can tell. */
function seeded(seed: number): (length: number) => Uint8Array {
  let turn = 0
  return (length) => createHash('sha256').update(`${seed} ${turn++}`).digest().subarray(0, length)
}

const guardOff = {
  sqlite: 'drop trigger log_entry_stands',
  postgresql: 'alter table log_entry disable trigger user',
}

const flipped = {
  sqlite:
    "cast(substr(entry, 1, 40) || case hex(substr(entry, 41, 1)) when '5A' then x'5B' else x'5A' end || substr(entry, 42) as blob)",
  postgresql: 'set_byte(entry, 40, get_byte(entry, 40) # 1)',
}

eachEngine('an audit', (open) => {
  const keys = keysInMemory()
  let storage: Storage
  let journal: Journal
  let clock: ReturnType<typeof journalOn>['clock']
  const keep = (report: JournalReport) => journal.keepAudit(clinic, console_, report)
  const flip = (index: number) =>
    open.tamper(
      storage,
      `update log_entry set entry = ${flipped[storage.engine]} where entry_id % 4294967296 = ${index}`,
    )
  const putBack = () =>
    open.tamper(
      storage,
      'update log_entry set entry = (select kept.entry from kept where kept.entry_id = log_entry.entry_id) where entry_id in (select entry_id from kept)',
    )

  beforeAll(async () => {
    storage = await open()
    ;({ journal, clock } = journalOn(storage, undefined, keys))
    await storage.write(clinic, (change) => journal.create(change))
    await journal.appendEntries(
      clinic,
      Array.from({ length: BLOCKS * BLOCK - 1 }, (_, i) => entryOf(i + 1)),
    )
    await keep(await journal.verify(clinic))
    await journal.appendEntries(
      clinic,
      Array.from({ length: 40 }, (_, i) => entryOf(BLOCKS * BLOCK + 1 + i)),
    )
    await journal.sign(clinic)
    await open.tamper(storage, `${guardOff[storage.engine]}; create table kept as select * from log_entry`)
  })

  it('that is incremental says what it looked at, and does not speak of the rest', async () => {
    const { findings, coverage, entries } = await journal.verify(clinic, { mode: 'incremental', share: 0.3 })
    expect(findings).toEqual([])
    expect(entries).toBe(BLOCKS * BLOCK + 41)
    // The first block, two of the other six, and the new entries.
    expect(coverage).toMatchObject({
      ...{ mode: 'incremental', because: 'asked', fresh: 41, older: BLOCKS * BLOCK, olderChecked: 3 * BLOCK },
      ...{ checked: 3 * BLOCK + 41, share: 0.3, indexes: false, since: { entries: BLOCKS * BLOCK } },
    })
  })

  it('finds a changed older entry always when it is full, and an incremental one exactly when its block is drawn', async () => {
    let drawnTimes = 0
    for (let seed = 1; seed <= 8; seed += 1) {
      const block = 1 + (seed % (BLOCKS - 1))
      const index = block * BLOCK + ((seed * 37) % BLOCK)
      await flip(index)
      const isDrawn = draw(2, BLOCKS - 1, seeded(seed)).includes(block - 1)
      const sampled = await journal.verify(clinic, { mode: 'incremental', share: 0.3, randomBytes: seeded(seed) })
      const full = await journal.verify(clinic)
      await putBack()
      expect(full.findings.map(({ index }) => index)).toContain(index)
      expect(sampled.findings, `seed ${seed}`).toEqual(isDrawn ? full.findings : [])
      // What was found in a share is no longer a matter of a share.
      expect(sampled.coverage).toMatchObject(isDrawn ? { mode: 'full', because: 'found' } : { mode: 'incremental' })
      drawnTimes += isDrawn ? 1 : 0
    }
    expect(drawnTimes).toBeGreaterThan(0)
    expect(drawnTimes).toBeLessThan(8)
  })

  it('finds every change of what is new, and of the block with which the log begins', async () => {
    for (const index of [0, 7, BLOCKS * BLOCK, BLOCKS * BLOCK + 40]) {
      await flip(index)
      const { findings } = await journal.verify(clinic, { mode: 'incremental', share: 0 })
      await putBack()
      expect(
        findings.map((one) => one.index),
        String(index),
      ).toContain(index)
    }
  })

  it('in threads finds the same, and tells how far it is', async () => {
    const steps: AuditProgress[] = []
    const options = { threads: 2, onProgress: (step: AuditProgress) => void steps.push(step) }
    const whole = await journal.verify(clinic, options)
    expect(whole).toMatchObject({ findings: [], coverage: { mode: 'full', threads: 2, indexes: true } })
    expect(steps[0]).toEqual({ done: 0, of: whole.entries })
    expect(steps.at(-1)).toEqual({ done: whole.entries, of: whole.entries })
    await flip(300)
    const threaded = await journal.verify(clinic, options)
    const alone = await journal.verify(clinic, { threads: 0 })
    await putBack()
    expect(threaded.findings.map(({ index }) => index)).toContain(300)
    expect(threaded.findings).toEqual(alone.findings)
  })

  it('that is broken off ends with its reason, and leaves nothing behind', async () => {
    const stop = new AbortController()
    const reason = new Error('nobody waits for it any more')
    const onProgress = () => stop.abort(reason)
    await expect(journal.verify(clinic, { onProgress, signal: stop.signal })).rejects.toBe(reason)
    expect((await journal.verify(clinic)).findings).toEqual([])
  })

  it('goes on well while others write', async () => {
    let isOver = false
    const writing = (async () => {
      for (let i = 0; !isOver; i += 1) await journal.appendEntries(clinic, [entryOf(100_000 + i)])
    })()
    const reports = [await journal.verify(clinic, { threads: 2 }), await journal.verify(clinic)]
    isOver = true
    await writing
    for (const { findings } of reports) expect(findings).toEqual([])
  })

  describe('and the alarm', () => {
    it('that a full audit raised is not ended by an incremental one that did not look there', async () => {
      const sampled = await journal.verify(clinic, { mode: 'incremental', share: 0 })
      expect(sampled.coverage.mode).toBe('incremental')
      await flip(300)
      await keep(await journal.verify(clinic))
      // One that had begun before is written down after it.
      await keep(sampled)
      expect(await journal.lastAudit(clinic)).toMatchObject({ mode: 'full', findings: expect.any(Number) })
      expect((await journal.lastAudit(clinic))?.findings).toBeGreaterThan(0)
      // Nothing is there to go on from: whoever asks for a share gets everything.
      expect((await journal.verify(clinic, { mode: 'incremental' })).coverage.because).toBe('last-found')
    })

    it('is over when a full one finds everything whole, and an incremental one then says when that was', async () => {
      await putBack()
      clock.set('2026-11-23T01:02:03.004Z')
      await keep(await journal.verify(clinic))
      expect(await journal.lastAudit(clinic)).toMatchObject({ mode: 'full', findings: 0 })
      clock.set('2026-11-24T01:02:03.004Z')
      await keep(await journal.verify(clinic, { mode: 'incremental' }))
      expect(await journal.lastAudit(clinic)).toMatchObject({
        ...{ mode: 'incremental', findings: 0, verifiedAt: '2026-11-24T01:02:03.004Z' },
        fullAt: '2026-11-23T01:02:03.004Z',
      })
    })
  })

  describe('and what an earlier one wrote down', () => {
    const newestAudit = async () =>
      (await journal.entries(clinic, { act: 'journal.' }, { limit: 1 })).entries[0]?.index ?? -1
    const rowOf = (index: number) => `(select {} from log_entry where entry_id % 4294967296 = ${index})`
    const overwrite = (index: number, entry: string, detail: string) =>
      open.tamper(
        storage,
        `drop table if exists note; create table note as select * from log_entry where entry_id % 4294967296 = ${index};
         update log_entry set entry = ${entry}, detail = ${detail} where entry_id % 4294967296 = ${index}`,
      )
    const restore = () =>
      open.tamper(
        storage,
        `update log_entry set entry = (select entry from note), detail = (select detail from note) where entry_id = (select entry_id from note)`,
      )

    it('that cannot be opened is nothing to go on from', async () => {
      await keep(await journal.verify(clinic))
      const noted = await newestAudit()
      expect((await journal.verify(clinic, { mode: 'incremental' })).coverage.mode).toBe('incremental')
      await overwrite(noted, 'entry', rowOf(noted - 1).replace('{}', 'detail'))
      const { coverage, findings } = await journal.verify(clinic, { mode: 'incremental', share: 0 })
      await restore()
      expect(coverage.mode).toBe('full')
      expect(findings.map(({ index }) => index)).toContain(noted)
    })

    it('is not hidden by putting an older result in its place: that lies in what is new since the older one', async () => {
      await keep(await journal.verify(clinic))
      const good = await newestAudit()
      await flip(300)
      await keep(await journal.verify(clinic))
      const bad = await newestAudit()
      const [entry = '', detail = ''] = ['entry', 'detail'].map((column) => rowOf(good).replace('{}', column))
      await overwrite(bad, entry, detail)
      const { coverage, findings } = await journal.verify(clinic, { mode: 'incremental', share: 0 })
      await restore()
      await putBack()
      expect(coverage).toMatchObject({ mode: 'full', because: 'found' })
      expect(findings.map(({ index }) => index)).toEqual(expect.arrayContaining([300, bad]))
      await keep(await journal.verify(clinic))
    })
  })

  it('by a thread that cannot do it is a fault, and never whole', async () => {
    const nowhere = storage.engine === 'sqlite' ? { data: '/nowhere' } : { url: 'postgres://nobody@127.0.0.1:9/none' }
    const hands = openThreads(1, { place: nowhere, scope: clinic, keys: [] })
    try {
      await expect(hands.run({ kind: 'strays' })).rejects.toThrow()
      await expect(hands.run({ kind: 'strays' })).rejects.toThrow()
    } finally {
      await hands.close()
    }
  })
})
