import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { blobFilesSuite, listOf, piecesOf } from '../blob-files.suite.ts'
import { proveLock } from './prove-lock.ts'
import { renewLocks } from './renew-locks.ts'
import { type Bucket, openBucket } from './s3-client.ts'
import { openS3Files } from './s3-files.ts'
import { DAY_MS, type LockHorizon } from './s3-place.ts'
import { removeObject, versionsOf } from './s3-remove.ts'

/** What `npm run interop:s3` says of the server it started; see test/interop/s3/README.md. */
interface Server {
  readonly endpoint: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly buckets: { readonly plain: string; readonly versions: string; readonly locks: string }
}

const MIB = 1024 * 1024
const told = process.env.OMAMORI_TEST_S3
// The suite as a whole leaves this file out (vitest.config.ts), so nobody meets this by accident.
if (told === undefined) throw new Error('is started by npm run interop:s3')
const server: Server = JSON.parse(told)
const lock = { horizonDays: 30 }

function open(on: Server): void {
  const opened: Bucket[] = []
  afterAll(() => Promise.all(opened.map((bucket) => bucket.close())))
  const bucketOf = (kind: keyof Server['buckets'], horizon: LockHorizon | null = null): Bucket => {
    const place = { endpoint: on.endpoint, region: 'us-east-1', bucket: on.buckets[kind], addressing: 'path' } as const
    const bucket = openBucket({ ...place, prefix: `${randomUUID()}/`, lock: horizon }, on.credentials)
    opened.push(bucket)
    return bucket
  }

  blobFilesSuite('a bucket', async () => openS3Files(bucketOf('plain')))
  blobFilesSuite('a bucket with versions', async () => openS3Files(bucketOf('versions')))
  blobFilesSuite('a bucket with locks', async () => openS3Files(bucketOf('locks', lock)))

  describe('the lock', () => {
    it('is not believed in where the bucket keeps no versions', async () => {
      await expect(proveLock(bucketOf('plain'), Date.now())).rejects.toMatchObject({ code: 'unsupported' })
    })

    it('is not believed in where the bucket was made without locks', async () => {
      await expect(proveLock(bucketOf('versions'), Date.now())).rejects.toMatchObject({
        ...{ code: 'unsupported', facts: { reason: 's3-no-lock' } },
      })
    })

    it('is proved: neither deleted nor shortened, and prolonged', async () => {
      const bucket = bucketOf('locks', lock)
      await proveLock(bucket, Date.now())
      await proveLock(bucket, Date.now())
    })

    for (const length of [1_000, 9 * MIB])
      it(`keeps a removed file of ${length} bytes, hidden, until its horizon`, async () => {
        const bucket = bucketOf('locks', lock)
        const files = openS3Files(bucket)
        const { sha256 } = await files.keep(piecesOf(randomBytes(length)))
        const { lockedUntil } = await removeObject(bucket, bucket.keyOf(sha256))
        expect(Math.round((Date.parse(lockedUntil ?? '') - Date.now()) / DAY_MS)).toBe(30)
        expect(await files.digest(sha256)).toBeUndefined()
        expect(await listOf(files)).toEqual([])
        expect((await versionsOf(bucket, bucket.keyOf(sha256))).filter(({ isMark }) => !isMark)).toHaveLength(1)
      })

    it('is renewed, and what was hidden or covered comes back', async () => {
      const bucket = bucketOf('locks', { horizonDays: 10 })
      const files = openS3Files(bucket)
      const names: string[] = []
      for (const length of [1_000, 9 * MIB, 2_000]) names.push((await files.keep(piecesOf(randomBytes(length)))).sha256)
      const [one = '', two = '', three = ''] = names
      await bucket.ask((client, sdk) =>
        client.send(new sdk.DeleteObjectCommand({ Bucket: bucket.name, Key: bucket.keyOf(two) })),
      )
      await bucket.ask((client, sdk) =>
        client.send(new sdk.PutObjectCommand({ Bucket: bucket.name, Key: bucket.keyOf(three), Body: 'another' })),
      )
      const longer = { ...bucket, place: { ...bucket.place, lock } }
      async function* needed() {
        yield* names
      }
      const report = await renewLocks(longer, needed(), Date.now())
      expect(report).toMatchObject({ looked: 3, uncovered: 2, missing: [] })
      expect(report.renewed).toBeGreaterThanOrEqual(1)
      for (const sha256 of names) expect(await files.digest(sha256)).toMatchObject({ sha256 })
      const { lockedUntil } = await removeObject(bucket, bucket.keyOf(one))
      expect(Math.round((Date.parse(lockedUntil ?? '') - Date.now()) / DAY_MS)).toBe(30)
    })
  })
}

open(server)
