import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import {
  appendLeaves,
  decodeEntry,
  EMPTY_RANGE,
  encodeEntry,
  frontierBytes,
  growTiles,
  leafHash,
  noteSigner,
  rootOf,
  signCheckpoint,
} from '@omamori/ledger'
import { expect, it } from 'vitest'
import { consoleCaller } from '#access'
import { openPlatform, type Platform } from '#platform'
import { answersOf } from '../../server/serve-witness.ts'
import { openWitnessDoor } from '../../server/witness-door.ts'
import { atPlatform, firstRun, folderForTests } from '../installation.ts'
import { omamoriHere, root } from '../running.ts'

const base = folderForTests()
let number = 0

async function house() {
  number += 1
  const data = join(base, String(number))
  const facilityId = await atPlatform({ data }, async (platform) => (await firstRun(platform)).administrator.facilityId)
  return { data, caller: consoleCaller(facilityId), facilityId }
}

/** An association that witnesses a clinic, each in a folder of its own, and what the test does meanwhile. */
async function witnessed(act: (both: Both) => Promise<void>) {
  const [ishikai, clinic] = [await house(), await house()]
  const association = await openPlatform({ data: ishikai.data })
  const door = await openWitnessDoor({
    ...answersOf(association, ishikai.facilityId),
    host: '127.0.0.1',
    port: 0,
    report: () => {},
  })
  const keys = (await association.federation.makeKeys(ishikai.caller)).join('\n')
  try {
    await atPlatform({ data: clinic.data }, async ({ federation }) => {
      const { log } = await federation.readWitnessing(clinic.caller)
      await association.federation.watchLog(ishikai.caller, { label: 'みほん診療所', key: log?.verifierKey ?? '' })
      const url = `http://127.0.0.1:${door.port}`
      await federation.nameWitness(clinic.caller, { label: '例題市医師会', keys, url })
    })
    await act({
      clinic,
      seen: () => association.federation.readWitnessing(ishikai.caller),
      association,
      ishikai,
      asked: () => atPlatform({ data: clinic.data }, ({ federation }) => federation.askNow(clinic.caller)),
      work: (name) =>
        atPlatform({ data: clinic.data }, ({ registry }) =>
          registry.createItem(clinic.caller, { kind: 'terminal', item: { name } }),
        ),
    })
  } finally {
    await door.close()
    await association.close()
  }
}

interface Both {
  readonly clinic: Awaited<ReturnType<typeof house>>
  readonly ishikai: Awaited<ReturnType<typeof house>>
  readonly association: Platform
  seen(): ReturnType<Platform['federation']['readWitnessing']>
  asked(): ReturnType<Platform['federation']['askNow']>
  work(name: string): Promise<unknown>
}

it('one Omamori witnesses another: stopping, rolling back and forking it are all found', async () => {
  await witnessed(async ({ clinic, seen, asked, work, association, ishikai }) => {
    await work('受付の端末')
    expect(await asked()).toMatchObject([{ answer: 'cosigned' }])
    const copy = `${clinic.data}-copy`
    cpSync(clinic.data, copy, { recursive: true })
    await work('診察室の端末')
    expect(await asked()).toMatchObject([{ answer: 'cosigned' }])
    const [{ size = 0 } = {}] = (await seen()).watched

    // Rolled back, anchor and all, as a virtual machine is: nothing on the machine itself could tell.
    rmSync(clinic.data, { recursive: true })
    cpSync(copy, clinic.data, { recursive: true })
    expect(await asked()).toMatchObject([{ answer: 'ahead' }])
    await atPlatform({ data: clinic.data }, async ({ federation, journal }) => {
      expect(journal.quarantine(clinic.caller)).toBeUndefined()
      expect((await federation.readWitnessing(clinic.caller)).alarm).toMatchObject({ code: 'contradicted' })
    })

    // Written on: now it has as many entries and more, and they are not those that were witnessed.
    for (const name of ['別の端末', '検査室の端末', '待合の端末']) await work(name)
    expect(await asked()).toMatchObject([{ answer: 'not-continued' }])
    const view = await seen()
    expect(view).toMatchObject({ watched: [{ size }], evidence: [{ kind: 'not-continued' }] })
    expect(view.alarm).toMatchObject({ code: 'split-view', label: 'みほん診療所' })

    // Stopped: whoever witnesses sees since when nothing came.
    const later = new Date(Date.now() + 5 * 86_400_000).toISOString()
    await association.close()
    await atPlatform({ data: ishikai.data, clock: { now: () => later } }, async ({ federation }) => {
      expect((await federation.readWitnessing(ishikai.caller)).watched).toMatchObject([{ silentDays: 5 }])
    })
  })
})

it('an insider with the database and the key of the log rewrites history unseen, until the next exchange', async () => {
  await witnessed(async ({ clinic, asked, work, seen }) => {
    await work('受付の端末')
    await asked()
    const seed = await atPlatform({ data: clinic.data }, async ({ storage, keys }) => {
      const row = await storage.read(clinic.caller, (db) => db.selectFrom('log').selectAll().executeTakeFirstOrThrow())
      const sealed = { keyId: row.key_id, bytes: row.wrapped_signing_key }
      return keys.open(clinic.caller, sealed, `log-signing-key ${row.origin}`)
    })
    rewrite(join(clinic.data, 'omamori.sqlite'), seed)
    rmSync(join(clinic.data, 'keys', 'anchor.json'))
    await atPlatform({ data: clinic.data }, async ({ journal }) => {
      expect((await journal.verify(clinic.caller)).findings.map(({ code }) => code)).toEqual(['differs-from-witness'])
    })
    // And if the insider takes away what was kept of the cosignatures, too:
    new DatabaseSync(join(clinic.data, 'omamori.sqlite')).exec('delete from cosigned_checkpoint')
    await atPlatform({ data: clinic.data }, async ({ journal }) => {
      expect((await journal.verify(clinic.caller)).findings).toEqual([])
    })
    expect(await asked()).toMatchObject([{ answer: 'not-continued' }])
    expect((await seen()).evidence).toMatchObject([{ kind: 'not-continued' }])
  })
})

/** Changes the second entry, and makes everything that hangs on it anew: tiles, checkpoints, the state and its seal. */
function rewrite(file: string, seed: Uint8Array): void {
  const db = new DatabaseSync(file, { defensive: false })
  const triggers = db.prepare("select name from sqlite_schema where type = 'trigger'").all()
  for (const { name } of triggers) db.exec(`drop trigger ${name}`)
  const { origin } = db.prepare('select origin from log').get() as { readonly origin: string }
  const rows = db.prepare('select entry_id, entry from log_entry order by entry_id').all()
  const entries = rows.map(({ entry }) => entry as Uint8Array)
  const lie = decodeEntry(entries[1] ?? new Uint8Array())
  entries[1] = encodeEntry({ ...lie, subject: { ...lie.subject, id: 'somebody-else' } })
  db.prepare('update log_entry set entry = ? where entry_id = ?').run(entries[1], Number(rows[1]?.entry_id))
  const leaves = entries.map(leafHash)
  for (const { level, index, hashes } of growTiles(0, [], leaves))
    db.prepare('update log_tile set hashes = ? where level = ? and tile_index = ?').run(hashes, level, index)
  const signer = noteSigner(origin, seed)
  const rangeAt = (size: number) => appendLeaves(EMPTY_RANGE, leaves.slice(0, size))
  for (const { size } of db.prepare('select size from log_checkpoint').all() as { readonly size: number }[]) {
    const note = signCheckpoint({ origin, size, root: rootOf(rangeAt(size)) }, signer)
    db.prepare('update log_checkpoint set note = ? where size = ?').run(note, size)
  }
  const range = rangeAt(leaves.length)
  const secret = createHmac('sha256', seed).update('omamori log state 1').digest()
  const state = createHmac('sha256', secret).update(`${origin}\n${range.size}\n${range.size}\n`)
  db.prepare('update log set frontier = ?, seal = ?').run(
    frontierBytes(range),
    state.update(frontierBytes(range)).digest(),
  )
  db.close()
}

it('a witness that is killed when its state is durable, and before it answered, has not forgotten', async () => {
  await witnessed(async ({ clinic, ishikai, association, asked, work }) => {
    await work('受付の端末')
    await association.close()
    const child = spawn(process.execPath, ['test/scenarios/witness-killed.ts', ishikai.data], { cwd: root })
    const ended = new Promise((resolve) => child.once('close', (_, signal) => resolve(signal)))
    const port = await new Promise<string>((resolve) =>
      child.stdout.once('data', (text) => resolve(String(text).trim())),
    )
    await atPlatform({ data: clinic.data }, async ({ federation }) => {
      const [witness] = (await federation.readWitnessing(clinic.caller)).witnesses
      await federation.dropWitness(clinic.caller, witness?.witnessId ?? '')
      const keys = witness?.keys.join('\n') ?? ''
      await federation.nameWitness(clinic.caller, { label: '例題市医師会', keys, url: `http://127.0.0.1:${port}` })
    })
    expect(await asked()).toMatchObject([{ answer: 'unreachable' }])
    expect(await ended).toBe('SIGKILL')
    await work('あとの端末')
    await atPlatform({ data: ishikai.data }, async ({ federation }) => {
      const [{ size = 0 } = {}] = (await federation.readWitnessing(ishikai.caller)).watched
      expect(size).toBeGreaterThan(0)
      const again = await openWitnessDoor({
        ...answersOf({ federation }, ishikai.facilityId),
        host: '127.0.0.1',
        port: Number(port),
        report: () => {},
      })
      // The clinic never heard of the first cosignature: it asks from nothing, is told the size, and goes on from there.
      expect(await asked()).toMatchObject([{ answer: 'cosigned' }])
      await again.close()
    })
  })
})

it('by the command line alone, and by file, a clinic without a network is witnessed', async () => {
  const [ishikai, clinic] = [await house(), await house()]
  const file = (name: string) => join(base, name)
  const run = async (...words: readonly string[]) => {
    const { code, stdout, stderr } = await omamoriHere(...words)
    return { code, said: (stdout + stderr).trim() }
  }
  const keys = (await run('witness', 'key', '--data', ishikai.data)).said.split('\n')
  const logKey = (await run('ledger', 'key', '--data', clinic.data)).said
  const label = ['--label', '例題市医師会']
  expect((await run('witness', 'add', logKey, '--label', 'みほん診療所', '--data', ishikai.data)).code).toBe(0)
  expect((await run('ledger', 'name-witness', ...label, '--key', ...keys, '--data', clinic.data)).code).toBe(0)
  expect((await run('ledger', 'submission', '--out', file('a.txt'), '--data', clinic.data)).code).toBe(0)
  expect((await run('witness', 'sign', file('a.txt'), '--out', file('b.txt'), '--data', ishikai.data)).code).toBe(0)
  expect(await run('ledger', 'cosign', file('b.txt'), '--data', clinic.data)).toMatchObject({
    code: 0,
    said: '連署を受け取りました: 例題市医師会',
  })
  const verified = await run('ledger', 'verify', '--data', clinic.data)
  expect(verified).toMatchObject({
    code: 0,
    said: expect.stringMatching(/\d+件のうち\d+件に、立会人の連署があります（例題市医師会/),
  })
  writeFileSync(file('c.txt'), readFileSync(file('b.txt'), 'utf8').replace(/.{8}\n$/, 'AAAAAAA=\n'))
  expect((await run('ledger', 'cosign', file('c.txt'), '--data', clinic.data)).code).toBe(2)
  // The witness's own file went there already: a second submission from nothing is told where to begin.
  const again = ['ledger', 'submission', '--from', '0', '--out', file('d.txt'), '--data', clinic.data]
  expect((await run(...again)).code).toBe(0)
  const refused = await run('witness', 'sign', file('d.txt'), '--out', file('e.txt'), '--data', ishikai.data)
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('--from') })
  expect((await run('witness', 'list', '--data', ishikai.data)).said).toContain('みほん診療所')
  expect((await run('ledger', 'witness', '--data', clinic.data)).said).toContain('name-witness')
  expect((await run('witness', 'evidence', '--out', file('evidence'), '--data', ishikai.data)).code).toBe(0)
})
