import {
  appendLeaves,
  consistencyProof,
  EMPTY_RANGE,
  formatSubmission,
  growTiles,
  leafHash,
  type NoteSigner,
  noteSigner,
  parseVerifierKey,
  readHashesFromTiles,
  rootOf,
  signCheckpoint,
} from '@omamori/ledger'
import { expect, it } from 'vitest'
import type { Storage } from '#storage'
import { eachEngine } from '../storage/testing.ts'
import { addCheckpoint } from './add-checkpoint.ts'
import { addSuccessor } from './add-successor.ts'
import { askNow } from './ask-now.ts'
import type { Send } from './client.ts'
import { SUCCESSOR_PATH } from './hand-over.ts'
import { nameWitness } from './name-witness.ts'
import { makeKeys, rememberingCosigners } from './own-keys.ts'
import { readEvidence } from './read-evidence.ts'
import { readWitnessing } from './read-witnessing.ts'
import { allCosigned, successions } from './store.ts'
import { groundOn } from './testing.ts'
import { unwatchLog, watchLog } from './watch-log.ts'

/** みほん診療所 in March 2027, witnessed by its association; `until` turns the clinic's clock. */
async function inMarch(storage: Storage) {
  const ishikai = await groundOn(storage, 'ishikai')
  const findCosigners = rememberingCosigners(ishikai.ground)
  const asked: string[] = []
  const state = { knowsSuccessors: true, isAway: false }
  const send: Send = async (_, body, path = 'add-checkpoint') => {
    asked.push(path)
    if (state.isAway) return { kind: 'unreachable' }
    if (path === SUCCESSOR_PATH && !state.knowsSuccessors) return { kind: 'answered', status: 404, body: 'not here\n' }
    const answer =
      path === SUCCESSOR_PATH
        ? await addSuccessor(ishikai.ground, ishikai.scope, body)
        : await addCheckpoint(ishikai.ground, findCosigners, ishikai.scope, body)
    return { kind: 'answered', ...answer }
  }
  const clinic = await groundOn(storage, 'mihon', send)
  const until = (at: string) => clinic.clock.set(at)
  const offer = async () => {
    const found = await clinic.journal.offer(clinic.scope)
    if (!found) throw new Error('nothing is signed')
    return found
  }
  const keys = (await makeKeys(ishikai.ground, ishikai.caller)).join('\n')
  const url = 'https://ishikai.example/witness'
  await nameWitness(clinic.ground, clinic.caller, { label: '例題市医師会', keys, url })
  const key = (await offer()).verifierKey
  await watchLog(ishikai.ground, ishikai.caller, { label: 'みほん診療所', key })
  const ask = async () => (await askNow(clinic.ground, clinic.caller)).map(({ answer }) => answer)
  return {
    ...{ ishikai, clinic, until, offer, ask, state, asked, key },
    watched: async () => (await readWitnessing(ishikai.ground, ishikai.caller)).watched,
    successions: () => storage.read(ishikai.scope, successions),
    cosigned: () => storage.read(clinic.scope, allCosigned),
    evidence: () => readEvidence(ishikai.ground, ishikai.caller),
    post: (body: string) => addSuccessor(ishikai.ground, ishikai.scope, body),
    submit: (body: string) => addCheckpoint(ishikai.ground, findCosigners, ishikai.scope, body),
  }
}

/** One leaf more, signed and proved, as whoever holds the key and the entries can. */
async function grown(leaves: readonly Uint8Array[], by: NoteSigner): Promise<string> {
  const all = [...leaves, leafHash(Buffer.from('one more'))]
  const tiles = growTiles(0, [], all)
  const readHashes = readHashesFromTiles(
    async (level, index) => tiles.find((tile) => tile.level === level && tile.index === index)?.hashes,
  )
  const proof = await consistencyProof(leaves.length, all.length, readHashes)
  const root = rootOf(appendLeaves(EMPTY_RANGE, all))
  const checkpoint = signCheckpoint({ origin: by.name, size: all.length, root }, by)
  return formatSubmission({ oldSize: leaves.length, proof, checkpoint })
}

eachEngine('the log of a new year and the witness of the old one', (open) => {
  it('the witness goes on with it by itself, and has cosigned the old one to its end', async () => {
    const { until, clinic, ask, watched, offer, cosigned, asked, ishikai } = await inMarch(await open())
    expect(await ask()).toEqual(['cosigned'])
    await clinic.work('last')
    const last = await offer()
    until('2027-04-01T00:00:00.000Z')
    await clinic.work('first')
    asked.length = 0
    expect(await ask()).toEqual(['cosigned'])
    expect(asked).toEqual(['add-checkpoint', 'add-successor', 'add-checkpoint', 'add-successor', 'add-checkpoint'])
    const now = await offer()
    expect(now.origin).toBe('omamori/mihon/2027')
    expect(await watched()).toMatchObject([{ origin: now.origin, label: 'みほん診療所', size: now.size }])
    expect((await cosigned()).map(({ origin, size }) => `${origin} ${size}`)).toEqual(
      expect.arrayContaining([`omamori/mihon/2026 ${last.durableSize}`, `omamori/mihon/2027 ${now.size}`]),
    )
    expect(await ishikai.actsOf()).toContain('witness.log-succeeded')
    // The next exchange is one call again.
    asked.length = 0
    await clinic.work('later')
    expect(await ask()).toEqual(['cosigned'])
    expect(asked).toEqual(['add-checkpoint'])
  })

  it('a witness that was away for two years is led from log to log', async () => {
    const { until, clinic, ask, watched, successions, state } = await inMarch(await open())
    await ask()
    state.isAway = true
    for (const at of ['2027-05-01T00:00:00.000Z', '2028-05-01T00:00:00.000Z']) {
      until(at)
      await clinic.work(at.slice(0, 10))
      expect(await ask()).toEqual(['unreachable'])
    }
    state.isAway = false
    expect(await ask()).toEqual(['cosigned'])
    expect((await watched()).map(({ origin }) => origin)).toEqual(['omamori/mihon/2028'])
    expect((await successions()).map(({ origin, next }) => [origin, next])).toEqual([
      ['omamori/mihon/2026', 'omamori/mihon/2027'],
      ['omamori/mihon/2027', 'omamori/mihon/2028'],
    ])
  })

  it('a witness of another make, and one that ceased, are told by people', async () => {
    const { until, clinic, ask, state, ishikai, key, watched } = await inMarch(await open())
    await ask()
    until('2027-04-01T00:00:00.000Z')
    await clinic.work('first')
    state.knowsSuccessors = false
    expect(await ask()).toEqual(['unknown-log'])
    state.knowsSuccessors = true
    await unwatchLog(ishikai.ground, ishikai.caller, parseVerifierKey(key).name)
    expect(await ask()).toEqual(['unknown-log'])
    expect(await watched()).toEqual([])
  })

  it('is asked for twice and kept once; another successor is refused', async () => {
    const { until, clinic, ask, post, successions, watched } = await inMarch(await open())
    await ask()
    until('2027-04-01T00:00:00.000Z')
    await clinic.work('first')
    await ask()
    const handed = await clinic.journal.succession(clinic.scope, 'omamori/mihon/2027')
    const note = handed?.succession ?? ''
    const again = [() => post(note), () => post(note)]
    expect(await Promise.all(again.map((one) => one().then(({ status }) => status)))).toEqual([200, 200])
    expect(await successions()).toHaveLength(1)
    expect((await post(note.replace('mihon/2027', 'mihon/2031'))).status).toBe(400)
    expect(await watched()).toHaveLength(1)
  })

  it('a log that goes on after its own end leaves evidence, and is not cosigned', async () => {
    const { until, clinic, ask, submit, evidence, ishikai } = await inMarch(await open())
    await clinic.work('second')
    await ask()
    // Whoever holds the old key can sign on; that the rest is consistent does not help.
    const { keys, storage } = clinic.ground
    const row = await storage.read(clinic.scope, (db) => db.selectFrom('log').selectAll().executeTakeFirstOrThrow())
    const sealed = { keyId: row.key_id, bytes: row.wrapped_signing_key }
    const seed = await keys.open(clinic.scope, sealed, `log-signing-key ${row.origin}`)
    until('2027-04-01T00:00:00.000Z')
    await clinic.work('first')
    await ask()
    const handed = await clinic.journal.succession(clinic.scope, 'omamori/mihon/2027')
    const ended = handed?.ended.size ?? 0
    expect(ended).toBeGreaterThan(1)
    const entries = await storage.read(clinic.scope, (db) =>
      db.selectFrom('log_entry').selectAll().orderBy('entry_id').execute(),
    )
    const leaves = entries.slice(0, ended).map(({ entry }) => leafHash(entry))
    const forged = await grown(leaves, noteSigner(row.origin, seed))
    expect((await submit(forged)).status).toBe(403)
    expect(await evidence()).toMatchObject([
      { kind: 'grew-after-end', submitted: forged, succession: handed?.succession, verifierKey: row.verifier_key },
    ])
    expect((await readWitnessing(ishikai.ground, ishikai.caller)).alarm).toMatchObject({ code: 'split-view' })
    expect((await submit(forged)).status).toBe(403)
    expect(await evidence()).toHaveLength(1)
  })
})
