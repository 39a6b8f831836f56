import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listOf, piecesOf } from '../blob-files.suite.ts'
import { openBlobFiles } from '../blob-files.ts'
import { newFolders } from '../testing.ts'
import { folderOf, openFirstPlace } from './first-place.ts'
import { nameBucket } from './name-bucket.ts'
import { fakePlaces } from './testing/fake-place.ts'
import { fakeBucketName, fakeCredentials } from './testing/fake-s3.ts'

const newFolder = newFolders()
const newPlace = fakePlaces()
const honest = { versioning: true, locks: true }

async function start(kind = honest) {
  const { fake } = await newPlace(kind)
  const data = newFolder()
  const secret = join(data, 'key')
  writeFileSync(secret, `${fakeCredentials.accessKeyId}\n${fakeCredentials.secretAccessKey}\n`)
  const describe = (more: object) => {
    const file = join(data, 'described.json')
    writeFileSync(
      file,
      JSON.stringify({ endpoint: fake.endpoint, bucket: fakeBucketName, credentialsFile: 'key', ...more }),
    )
    return file
  }
  return { fake, data, describe, name: (more: object = {}) => nameBucket(data, describe(more), Date.now()) }
}

describe('naming a bucket', () => {
  it('copies what is in the folder, and is the place of files from then on', async () => {
    const { data, name } = await start()
    const bytes = randomBytes(1_000)
    const { sha256 } = await openBlobFiles(folderOf(data)).keep(piecesOf(bytes))
    expect(await name({ lock: { horizonDays: 30 } })).toMatchObject({ copied: 1, lock: { horizonDays: 30 } })
    const { files, bucket } = openFirstPlace(data)
    expect(Buffer.from(await files.read(sha256, 0, 1_000)).equals(bytes)).toBe(true)
    expect((await listOf(files)).map((file) => file.sha256)).toEqual([sha256])
    await bucket?.close()
    // Neither key stands in what is kept of it.
    const kept = readFileSync(join(data, 'bucket.json'), 'utf8')
    for (const word of Object.values(fakeCredentials)) expect(kept).not.toContain(word)
  })

  it('changes nothing where the lock is not proved', async () => {
    const { data, name } = await start({ versioning: true, locks: false })
    await expect(name({ lock: { horizonDays: 30 } })).rejects.toMatchObject({ facts: { reason: 's3-no-lock' } })
    expect(openFirstPlace(data).bucket).toBeUndefined()
  })

  it('refuses another bucket in place of the first, and takes the same again', async () => {
    const { name } = await start()
    await name()
    await expect(name({ prefix: 'another/' })).rejects.toMatchObject({ code: 'already-exists' })
    expect(await name({ lock: { horizonDays: 9 } })).toMatchObject({ copied: 0, lock: { horizonDays: 9 } })
  })

  const unfit: readonly (readonly [string, object, string])[] = [
    ['an open way to another machine', { endpoint: 'http://s3.example.jp' }, 's3-plain-http'],
    ['no address', { endpoint: 'bucket' }, 's3-setting'],
    ['a horizon shorter than its renewal can keep', { lock: { horizonDays: 2 } }, 's3-setting'],
    ['a word nobody knows', { secretAccessKey: 'in the open' }, 's3-setting'],
    ['a key file that is not there', { credentialsFile: 'nowhere' }, 's3-no-credentials'],
  ]
  for (const [what, more, reason] of unfit)
    it(`refuses ${what}`, async () => {
      const { name, data } = await start()
      await expect(name(more)).rejects.toMatchObject({ facts: { reason } })
      expect(openFirstPlace(data).bucket).toBeUndefined()
    })
})
