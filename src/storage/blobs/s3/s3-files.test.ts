import { randomBytes } from 'node:crypto'
import type { LookupFunction } from 'node:net'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#shared'
import { listOf, piecesOf, sha256Of } from '../blob-files.suite.ts'
import { openBucket } from './s3-client.ts'
import { openS3Files } from './s3-files.ts'
import { fakePlaces, impatient } from './testing/fake-place.ts'
import { fakeCredentials } from './testing/fake-s3.ts'

const MIB = 1024 * 1024
const newPlace = fakePlaces()
const plain = { versioning: false, locks: false }

async function open(kind = plain, patience = impatient) {
  const { fake, bucket } = await newPlace(kind, {}, patience)
  return { fake, bucket, files: openS3Files(bucket) }
}

const refusalOf = async (asked: Promise<unknown>): Promise<Refusal> => {
  const error = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refusal) return error
  throw new Error('it was not refused', { cause: error })
}

describe('a bucket that fails now and then', () => {
  for (const fault of ['500', '503', 'cut', 'silent', 'half'] as const)
    it(`is asked again after ${fault}, and what it keeps is whole`, async () => {
      const { fake, files } = await open()
      for (const length of [1_000, 9 * MIB]) {
        const bytes = randomBytes(length)
        // Half an answer to a writing has no body that could be cut.
        if (fault !== 'half') fake.fail(fault, 1, ({ method }) => method === 'PUT')
        const { sha256 } = await files.keep(piecesOf(bytes))
        fake.fail(fault, 1, ({ method }) => method === 'GET')
        expect(Buffer.from(await files.read(sha256, 3, length)).equals(bytes.subarray(3))).toBe(true)
        fake.fail(fault, 1, ({ method }) => method === 'GET')
        expect(await files.digest(sha256)).toEqual({ sha256, length })
      }
      expect(await listOf(files)).toHaveLength(2)
    })

  it('and goes on failing is unreachable, and nothing is left in it', async () => {
    const { fake, files } = await open()
    for (const length of [1_000, 20 * MIB]) {
      fake.fail('503', 3, ({ method, query }) => method === 'PUT' && query.get('partNumber') !== '1')
      const refusal = await refusalOf(files.keep(piecesOf(randomBytes(length))))
      expect(refusal).toMatchObject({ code: 'unreachable', facts: { reason: 's3-no-answer', answer: 'SlowDown' } })
    }
    expect(await listOf(files)).toEqual([])
    expect([...fake.bucket.objects.keys()]).toEqual([])
  })

  it('and is cut off at every try is unreachable, not damaged', async () => {
    const { fake, files } = await open()
    const { sha256 } = await files.keep(piecesOf(randomBytes(1_000)))
    fake.fail('begun', 100, ({ method }) => method === 'GET')
    expect(await refusalOf(files.digest(sha256))).toMatchObject({ code: 'unreachable' })
    expect(await refusalOf(files.read(sha256, 0, 10))).toMatchObject({ code: 'unreachable' })
  })
})

it('an upload that could not even be aborted is found, and goes when it is tidied up', async () => {
  const { fake, files, bucket } = await open()
  fake.fail('500', 100, ({ method }) => method === 'DELETE')
  fake.fail('500', 3, ({ query }) => query.get('partNumber') === '2')
  await refusalOf(files.keep(piecesOf(randomBytes(20 * MIB))))
  const [left] = await listOf(openS3Files(bucket))
  expect(left).toMatchObject({ sha256: null, isRecent: false })
  expect((await listOf(files))[0]).toMatchObject({ isRecent: true })
  expect(fake.bucket.uploads.size).toBe(1)
  fake.recover()
  await left?.remove()
  expect(fake.bucket.uploads.size).toBe(0)
})

it('a long file that fell before it had its name is found, and goes when it is tidied up', async () => {
  const { fake, files, bucket } = await open({ versioning: true, locks: false })
  fake.fail('403', 1, ({ headers }) => headers['x-amz-copy-source'] !== undefined)
  fake.fail('403', 1, ({ method }) => method === 'DELETE')
  expect(await refusalOf(files.keep(piecesOf(randomBytes(9 * MIB))))).toMatchObject({ code: 'not-permitted' })
  const found = await listOf(openS3Files(bucket))
  expect(found).toMatchObject([{ sha256: null }])
  await found[0]?.remove()
  expect(fake.bucket.objects.size).toBe(0)
})

it('what was changed in the bucket is seen, and keeping it anew puts it right', async () => {
  const { fake, files, bucket } = await open()
  const bytes = randomBytes(1_000)
  const { sha256 } = await files.keep(piecesOf(bytes))
  fake.bucket.put(bucket.keyOf(sha256), Buffer.from('somebody else'), {})
  expect(await files.digest(sha256)).toEqual({ sha256: sha256Of(Buffer.from('somebody else')), length: 13 })
  await files.keep(piecesOf(bytes))
  expect(await files.digest(sha256)).toEqual({ sha256, length: 1_000 })
})

it('a server that knows no conditions keeps all the same', async () => {
  const { bucket } = await newPlace({ ...plain, knowsNoConditions: true })
  const files = openS3Files(bucket)
  const { sha256 } = await files.keep(piecesOf(randomBytes(10)))
  expect(await files.digest(sha256)).toMatchObject({ sha256 })
})

it('a bucket that is not there has nothing missing: it is unreachable', async () => {
  const { bucket } = await newPlace(plain, { bucket: 'another' }, impatient)
  const files = openS3Files(bucket)
  const refused = { code: 'unreachable', facts: { reason: 's3-no-bucket', bucket: 'another' } }
  expect(await refusalOf(files.digest('0'.repeat(64)))).toMatchObject(refused)
  expect(await refusalOf(files.read('0'.repeat(64), 0, 1))).toMatchObject(refused)
  expect(await refusalOf(files.keep(piecesOf(randomBytes(10))))).toMatchObject(refused)
})

it('a full bucket is told as full, and a server that is off as unreachable', async () => {
  const { fake, files } = await open()
  fake.fail('507', 9, ({ method }) => method === 'PUT')
  expect(await refusalOf(files.keep(piecesOf(randomBytes(10))))).toMatchObject({
    ...{ code: 'read-only', facts: { reason: 's3-full' } },
  })
  await fake.close()
  expect(await refusalOf(files.keep(piecesOf(randomBytes(10))))).toMatchObject({ code: 'unreachable' })
})

it('wrong credentials are not permitted, and neither key nor secret stands in what is told or logged', async () => {
  const { fake, bucket } = await open()
  const wrong = { accessKeyId: 'AKIA-of-nobody', secretAccessKey: 'the secret of nobody' }
  const stranger = openBucket(bucket.place, wrong, impatient)
  const refusal = await refusalOf(openS3Files(stranger).keep(piecesOf(randomBytes(10))))
  await stranger.close()
  expect(refusal).toMatchObject({ code: 'not-permitted', facts: { answer: 'InvalidAccessKeyId' } })
  const cause = refusal.cause instanceof Error ? { ...refusal.cause, stack: refusal.cause.stack } : refusal.cause
  const told = JSON.stringify([refusal.message, refusal.facts, refusal.stack, cause])
  // The server repeats the key it was asked with; that stays with it.
  for (const word of ['of-nobody', 'of nobody', 'fake-key-id', 'fake-secret']) expect(told).not.toContain(word)
  expect(fake.bucket.objects.size).toBe(0)
})

it('an address with the bucket before the host reaches the same objects', async () => {
  const { fake, bucket, files } = await open()
  const endpoint = fake.endpoint.replace('127.0.0.1', 'localhost')
  // No name service knows the bucket's name.
  const lookup: LookupFunction = (_name, { all }, found) =>
    all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4)
  const inHost = openBucket({ ...bucket.place, endpoint, addressing: 'host' }, fakeCredentials, {
    ...impatient,
    lookup,
  })
  const { sha256 } = await openS3Files(inHost).keep(piecesOf(randomBytes(10)))
  await inHost.close()
  expect(await files.digest(sha256)).toMatchObject({ sha256 })
})
