import { formatNote, noteSigner, parseNote, parseSignatureLines, parseVerifierKey, verifyNote } from '@omamori/ledger'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Storage } from '#storage'
import { refusalOf } from '../shared/testing.ts'
import { eachEngine } from '../storage/testing.ts'
import { addCheckpoint } from './add-checkpoint.ts'
import { makeKeys, rememberingCosigners } from './own-keys.ts'
import { readEvidence } from './read-evidence.ts'
import { readWitnessing } from './read-witnessing.ts'
import { groundOn, logInMemory, logKey, manager, origin } from './testing.ts'
import { unwatchLog, watchLog } from './watch-log.ts'

const log = logInMemory(600)
const fork = logInMemory(600, 50)

async function witnessOn(storage: Storage, facilityId = 'ishikai') {
  const parts = await groundOn(storage, facilityId)
  const { ground, scope, caller } = parts
  const keys = await makeKeys(ground, caller)
  await watchLog(ground, caller, { label: 'みほん診療所', key: logKey })
  const findCosigners = rememberingCosigners(ground)
  const add = (body: string) => addCheckpoint(ground, findCosigners, scope, body)
  return { ...parts, add, keys, view: () => readWitnessing(ground, caller) }
}

eachEngine('a witness', (open) => {
  it('cosigns what only adds, with each kind of its keys, and remembers it', async () => {
    const { add, keys, view } = await witnessOn(await open())
    expect((await add(await log.submission(0, 100))).status).toBe(200)
    const { status, body } = await add(await log.submission(100, 300))
    expect(status).toBe(200)
    const note = formatNote({ text: parseNote(log.note(300)).text, signatures: parseSignatureLines(body) })
    const good = verifyNote(note, keys.map(parseVerifierKey)).signatures
    expect(good.map(({ key }) => key.kind)).toEqual(['cosignature-ed25519', 'cosignature-ml-dsa-44'])
    expect((await view()).watched).toMatchObject([{ origin, label: 'みほん診療所', size: 300 }])
  })

  it('answers each refusal with its status, and writes nothing', async () => {
    const { add, view, actsOf } = await witnessOn(await open())
    await add(await log.submission(0, 100))
    const stranger = noteSigner('omamori/stranger/2026', Buffer.alloc(32, 8))
    const forger = noteSigner(origin, Buffer.alloc(32, 8))
    const good = await log.submission(100, 300)
    const answers = []
    for (const body of [
      'nonsense',
      good.replace('old 100', 'old 301'),
      await log.submission(0, 3, stranger),
      await log.submission(100, 300, forger),
      await log.submission(40, 300),
      await log.submission(0, 300),
    ]) {
      const { status, type, body: text } = await add(body)
      answers.push([status, type.split(';')[0], status === 409 ? text : ''])
    }
    expect(answers).toEqual([
      [400, 'text/plain', ''],
      [400, 'text/plain', ''],
      [404, 'text/plain', ''],
      [403, 'text/plain', ''],
      [409, 'text/x.tlog.size', '100\n'],
      [409, 'text/x.tlog.size', '100\n'],
    ])
    expect(await view()).toMatchObject({ watched: [{ size: 100 }], evidence: [] })
    expect((await actsOf()).toSorted()).toEqual(['witness.key-made', 'witness.log-watched'])
  })

  it('refuses a forked log, keeps both notes as evidence, once each, and raises an alarm', async () => {
    const { add, view, actsOf, ground, caller } = await witnessOn(await open())
    await add(await log.submission(0, 100))
    const [other, continued] = [await fork.submission(100, 100), await fork.submission(100, 200)]
    const claimed = await fork.submission(0, 100)
    expect([(await add(other)).status, (await add(other)).status, (await add(continued)).status]).toEqual([
      409, 409, 422,
    ])
    // Whatever size it claims to start from, a second root for one size is proof.
    expect((await add(claimed)).status).toBe(409)
    const { evidence, alarm, watched } = await view()
    expect(evidence.map(({ kind }) => kind).toSorted()).toEqual(['not-continued', 'two-roots', 'two-roots'])
    expect(alarm).toMatchObject({ code: 'split-view', label: 'みほん診療所' })
    expect(watched).toMatchObject([{ size: 100 }])
    const files = await readEvidence(ground, caller)
    expect(files.map(({ submitted }) => submitted).toSorted()).toEqual([other, continued, claimed].toSorted())
    expect(new Set(files.map(({ cosigned }) => cosigned))).toEqual(new Set([log.note(100)]))
    expect((await actsOf()).filter((act) => act === 'witness.evidence-kept')).toHaveLength(3)
  })

  it('of a hundred submissions at once, half of them of a fork, one history is cosigned', async () => {
    const { add, view } = await witnessOn(await open())
    await add(await log.submission(0, 60))
    const bodies = await Promise.all(
      Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? log : fork).submission(60, 100 + Math.floor(i / 20))),
    )
    const statuses = (await Promise.all(bodies.map(add))).map(({ status }) => status)
    const forked = statuses.filter((_, i) => i % 2 === 1)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(forked).not.toContain(200)
    expect(statuses.filter((status) => ![200, 409, 422].includes(status))).toEqual([])
    const [{ size = 0 } = {}] = (await view()).watched
    expect(size).toBeGreaterThanOrEqual(100)
  })

  it('forgets nothing of a log that was taken off the list and comes back', async () => {
    const { add, ground, caller, view } = await witnessOn(await open())
    await add(await log.submission(0, 100))
    await unwatchLog(ground, caller, origin)
    expect((await add(await log.submission(100, 200))).status).toBe(404)
    expect((await view()).watched).toEqual([])
    await watchLog(ground, caller, { label: 'みほん診療所', key: logKey })
    expect((await add(await fork.submission(0, 100))).status).toBe(409)
    expect((await add(await log.submission(100, 200))).status).toBe(200)
  })

  it('another key for a known log, no key, two keys and the key of a witness are refused, and so is whoever may not', async () => {
    const { ground, caller, keys } = await witnessOn(await open())
    const another = noteSigner(origin, Buffer.alloc(32, 8)).verifierKey
    const watch = (key: string, by = caller) => refusalOf(watchLog(ground, by, { label: 'x', key }))
    expect((await watch(another)).code).toBe('conflict')
    expect((await watch(logKey)).code).toBe('already-exists')
    expect((await watch('鍵')).code).toBe('malformed')
    expect((await watch(`${logKey} ${another}`)).code).toBe('malformed')
    expect((await watch(keys[0] ?? '')).code).toBe('malformed')
    expect((await watch(`${logKey.slice(0, -8)}AAAAAAA=`)).code).toBe('malformed')
    expect((await watch(another, { ...manager('ishikai'), roles: ['auditor'] })).code).toBe('not-permitted')
  })

  it('before somebody made its keys it cosigns nothing, and moves nothing on', async () => {
    const { ground, scope, caller } = await groundOn(await open(), 'ishikai')
    await watchLog(ground, caller, { label: 'みほん診療所', key: logKey })
    const answer = await addCheckpoint(ground, rememberingCosigners(ground), scope, await log.submission(0, 100))
    expect(answer.status).toBe(503)
    expect((await readWitnessing(ground, caller)).watched).toMatchObject([{ size: 0 }])
  })

  it('whatever comes in whatever order, what it cosigned is one history', async () => {
    const storage = await open()
    let number = 0
    const step = fc.record({
      forked: fc.boolean(),
      oldSize: fc.constantFrom(0, 30, 60, 90, 120),
      size: fc.constantFrom(30, 60, 90, 120),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        number += 1
        const { add } = await witnessOn(storage, `ishikai-${number}`)
        let newest = 0
        let cosignedFork: boolean | undefined
        for (const { forked, oldSize, size } of steps) {
          const { status } = await add(await (forked ? fork : log).submission(oldSize, size))
          if (status !== 200) continue
          expect([oldSize, size >= newest]).toEqual([newest, true])
          newest = size
          // Up to the 50th entry the two are one.
          if (size <= 50) continue
          expect(cosignedFork ?? forked).toBe(forked)
          cosignedFork = forked
        }
      }),
      { numRuns: 25 },
    )
  })
})
