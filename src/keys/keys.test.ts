import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { type Clock, Refusal } from '#shared'
import type { Storage } from '#storage'
import { eachEngine, type Open } from '../storage/testing.ts'
import { createKeys, openKeys, recoverKeys, type Unlock } from './index.ts'

const clock: Clock = { now: () => '2026-11-22T01:02:03.004Z' }
const keyFile: Unlock = { kind: 'key-file' }
const passphrase: Unlock = { kind: 'passphrase', passphrase: '診療所の正面の桜は三本' }
const sample = { facilityId: 'facility-a' }
const other = { facilityId: 'facility-b' }
const text = Buffer.from('JBSWY3DPEHPK3PXP')

const base = mkdtempSync(join(tmpdir(), 'omamori-keys-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))
const newDirectory = () => join(mkdtempSync(join(base, 'd-')), 'keys')

const refused = (code: string, reason?: string) =>
  expect.objectContaining({ code, facts: expect.objectContaining(reason === undefined ? {} : { reason }) })

eachEngine('keys', (open) => {
  const start = async (unlock: Unlock = keyFile) => {
    const storage = await open()
    const place = { directory: newDirectory(), unlock, clock }
    const { recoveryCode } = await createKeys(place)
    const keys = await openKeys({ ...place, storage })
    for (const scope of [sample, other]) {
      await storage.write(scope, async (change) => {
        await change.db
          .insertInto('facility')
          .values({ facility_id: scope.facilityId, name: 'みほん診療所', sample: 1, created_at: clock.now() })
          .execute()
        await keys.createFor(change, scope.facilityId)
      })
    }
    return { storage, place, keys, recoveryCode }
  }

  it('what one facility closed does not open for another, nor in another place', async () => {
    const { keys } = await start()
    const sealed = await keys.seal(sample, 'secret', text, 'factor 1')
    await expect(keys.open(other, sealed, 'factor 1')).rejects.toEqual(refused('not-found'))
    await expect(keys.open(sample, sealed, 'factor 2')).rejects.toEqual(refused('corrupt'))
    expect(Buffer.from(await keys.open(sample, sealed, 'factor 1'))).toEqual(text)
  })

  it('a facility in the making can close things in the change that makes it', async () => {
    const { storage, keys, place } = await start()
    const made = { facilityId: 'facility-new' }
    const sealed = await storage.write(made, async (change) => {
      await keys.createFor(change, made.facilityId)
      return keys.seal(made, 'journal', text, 'entry 1')
    })
    const later = await openKeys({ ...place, storage })
    expect(Buffer.from(await later.open(made, sealed, 'entry 1'))).toEqual(text)
  })

  it('a data key that is turned closes anew and still opens what is old', async () => {
    const { storage, keys, place } = await start()
    const old = await keys.seal(sample, 'secret', text, 'factor 1')
    await keys.rotateDataKey('facility-a', 'secret')
    const anew = await keys.seal(sample, 'secret', text, 'factor 1')
    expect(anew.keyId).not.toBe(old.keyId)
    const later = await openKeys({ ...place, storage })
    for (const sealed of [old, anew]) expect(Buffer.from(await later.open(sample, sealed, 'factor 1'))).toEqual(text)
  })

  it('a root key that is turned closes every data key anew, and the new sheet replaces the old one', async () => {
    const { storage, keys, place, recoveryCode } = await start()
    const sealed = await keys.seal(other, 'secret', text, 'factor 1')
    const before = await rootIds(storage)
    const turned = await keys.rotateRootKey()
    const after = await rootIds(storage)
    expect(new Set(after).size).toBe(1)
    expect(before).not.toContain(after[0])
    await expect(recoverKeys(place, recoveryCode)).rejects.toEqual(refused('locked', 'recovery-does-not-fit'))
    await recoverKeys(place, turned.recoveryCode)
    const later = await openKeys({ ...place, storage })
    expect(Buffer.from(await later.open(other, sealed, 'factor 1'))).toEqual(text)
  })

  it('rows closed under the root key before the last one still open: an older backup can be restored', async () => {
    const { storage, keys, place } = await start()
    const sealed = await keys.seal(sample, 'secret', text, 'factor 1')
    const rows = await storage.read(sample, (db) => db.selectFrom('data_key').selectAll().execute())
    await keys.rotateRootKey()
    await keys.rotateRootKey()
    await storage.write(sample, async (change) => {
      await change.db.deleteFrom('data_key').execute()
      await change.db.insertInto('data_key').values(rows).execute()
    })
    const later = await openKeys({ ...place, storage })
    expect(Buffer.from(await later.open(sample, sealed, 'factor 1'))).toEqual(text)
  })

  it('another process that turned the root key does not lock this one out', async () => {
    const { storage, keys, place } = await start()
    const elsewhere = await openKeys({ ...place, storage })
    await keys.rotateRootKey()
    const sealed = await elsewhere.seal(sample, 'secret', text, 'factor 1')
    expect(Buffer.from(await keys.open(sample, sealed, 'factor 1'))).toEqual(text)
  })

  it('a data key that was moved to another facility does not open', async () => {
    const { storage, place, keys } = await start()
    const [row] = await storage.read(sample, (db) => db.selectFrom('data_key').selectAll().execute())
    if (!row) throw new Error('no key')
    const stolen = { ...row, facility_id: 'facility-b' }
    await storage.write(other, (change) => change.db.insertInto('data_key').values(stolen).execute())
    const later = await openKeys({ ...place, storage })
    await expect(later.seal(other, 'secret', text, 'x')).rejects.toEqual(refused('corrupt'))
    expect(await keys.seal(sample, 'secret', text, 'x')).toBeDefined()
  })
})

eachEngine('unlocking', (open: Open) => {
  it('the key file is for this user alone, and without it the keys are locked', async () => {
    const storage = await open()
    const directory = newDirectory()
    await createKeys({ directory, unlock: keyFile, clock })
    for (const name of ['unlock.key', 'root.json']) expect(statSync(join(directory, name)).mode & 0o777).toBe(0o600)
    expect(statSync(directory).mode & 0o777).toBe(0o700)
    rmSync(join(directory, 'unlock.key'))
    const opening = openKeys({ directory, unlock: keyFile, clock, storage })
    await expect(opening).rejects.toEqual(refused('locked', 'key-file-missing'))
  })

  it('the sheet opens the keys when the key file is lost', async () => {
    const storage = await open()
    const place = { directory: newDirectory(), unlock: keyFile, clock }
    const { recoveryCode } = await createKeys(place)
    rmSync(join(place.directory, 'unlock.key'))
    await recoverKeys(place, recoveryCode.toLowerCase())
    expect(await openKeys({ ...place, storage })).toBeDefined()
  })

  it('a sheet of another installation is refused, and nothing is changed by it', async () => {
    const place = { directory: newDirectory(), unlock: keyFile, clock }
    await createKeys(place)
    const before = readFileSync(join(place.directory, 'root.json'), 'utf8')
    const elsewhere = await createKeys({ ...place, directory: newDirectory() })
    await expect(recoverKeys(place, elsewhere.recoveryCode)).rejects.toEqual(refused('locked', 'recovery-does-not-fit'))
    expect(readFileSync(join(place.directory, 'root.json'), 'utf8')).toBe(before)
  })

  it('a passphrase opens the keys, another does not, and no key file is left about', async () => {
    const storage = await open()
    const place = { directory: newDirectory(), unlock: passphrase, clock }
    await createKeys(place)
    expect(await openKeys({ ...place, storage })).toBeDefined()
    expect(existsSync(join(place.directory, 'unlock.key'))).toBe(false)
    const wrong = openKeys({ ...place, unlock: { kind: 'passphrase', passphrase: '桜は二本' }, storage })
    await expect(wrong).rejects.toEqual(refused('locked', 'unlock-does-not-fit'))
    await expect(openKeys({ ...place, unlock: keyFile, storage })).rejects.toEqual(
      refused('locked', 'passphrase-needed'),
    )
  })

  it('keys are made once: a second time is refused', async () => {
    const place = { directory: newDirectory(), unlock: keyFile, clock }
    await createKeys(place)
    await expect(createKeys(place)).rejects.toThrow(Refusal)
  })

  it('a file of a newer version and a damaged one are told apart', async () => {
    const storage = await open()
    const place = { directory: newDirectory(), unlock: keyFile, clock }
    await createKeys(place)
    const path = join(place.directory, 'root.json')
    const text = readFileSync(path, 'utf8')
    chmodSync(path, 0o600)
    writeFileSync(path, text.replace('omamori-keys@1', 'omamori-keys@2'))
    await expect(openKeys({ ...place, storage })).rejects.toEqual(refused('newer-data'))
    writeFileSync(path, text.slice(0, 100))
    await expect(openKeys({ ...place, storage })).rejects.toEqual(refused('corrupt'))
  })
})

async function rootIds(storage: Storage): Promise<readonly string[]> {
  const lists = await Promise.all(
    [sample, other].map((scope) =>
      storage.read(scope, (db) => db.selectFrom('data_key').select('root_key_id').execute()),
    ),
  )
  return lists.flat().map((row) => row.root_key_id)
}
