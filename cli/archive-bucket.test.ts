import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { consoleCaller } from '#access'
import { openSample } from '#platform'
import { fakePlaces } from '../src/storage/blobs/s3/testing/fake-place.ts'
import { fakeBucketName, fakeCredentials } from '../src/storage/blobs/s3/testing/fake-s3.ts'
import { atPlatform, folderForTests } from '../test/installation.ts'
import { omamoriHere } from '../test/running.ts'

const newPlace = fakePlaces()

it('documents go to a bucket from its naming on, under a proved lock that is prolonged, and are read from there', async () => {
  const { fake } = await newPlace({ versioning: true, locks: true })
  const data = join(folderForTests(), 'data')
  const setting = join(folderForTests(), 'bucket.json')
  writeFileSync(`${setting}.key`, `${fakeCredentials.accessKeyId}\n${fakeCredentials.secretAccessKey}\n`)
  const described = { endpoint: fake.endpoint, bucket: fakeBucketName, credentialsFile: `${setting}.key` }
  writeFileSync(setting, JSON.stringify({ ...described, lock: { horizonDays: 9 } }))
  await atPlatform({ data }, async (platform) => void (await openSample(platform)))
  const named = await omamoriHere('archive', 'bucket', setting, '--data', data)
  expect(named).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('消すことも、期間を縮めることも、断られました。'),
  })
  await atPlatform({ data }, async ({ documents, contents, facilities, journal, sweepFiles }) => {
    const [facility] = await facilities()
    const caller = consoleCaller(facility?.facilityId ?? '')
    const request = { kind: 'consent', standing: 'original', title: '同意書', writtenOn: '2026-04-01' } as const
    await documents.register(caller, request, { name: 'a.txt', bytes: Buffer.from('見本の同意書') })
    expect(await contents.check(caller, { all: true })).toMatchObject({ troubles: [] })
    expect(await contents.locks?.renew(caller)).toMatchObject({ lapsed: 0, uncovered: 0, missing: [] })
    const { entries } = await journal.read(caller, { act: 'contents.locks-renewed' }, { limit: 1 })
    expect(entries).toHaveLength(1)
    expect(await sweepFiles()).toMatchObject({ left: 0 })
  })
  const locked = [...fake.bucket.objects].filter(([key]) => /^[0-9a-f]{2}\//.test(key))
  expect(locked.some(([, [newest]]) => newest?.lock?.mode === 'COMPLIANCE')).toBe(true)
  expect(await omamoriHere('archive', 'check', '--data', data)).toMatchObject({ code: 0 })
}, 120_000)

it('without a lock the bucket is used, and what that means is said', async () => {
  const { fake } = await newPlace({ versioning: false, locks: false })
  const data = join(folderForTests(), 'data')
  const setting = join(folderForTests(), 'bucket.json')
  writeFileSync(`${setting}.key`, `${fakeCredentials.accessKeyId}\n${fakeCredentials.secretAccessKey}\n`)
  writeFileSync(
    setting,
    JSON.stringify({ endpoint: fake.endpoint, bucket: fakeBucketName, credentialsFile: `${setting}.key` }),
  )
  await atPlatform({ data }, async (platform) => void (await openSample(platform)))
  const named = await omamoriHere('archive', 'bucket', setting, '--data', data)
  expect(named).toMatchObject({ code: 1, stdout: expect.stringContaining('消せます') })
})
