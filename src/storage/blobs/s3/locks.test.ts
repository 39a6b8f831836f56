import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { listOf, piecesOf } from '../blob-files.suite.ts'
import { freeRemoved } from './free-removed.ts'
import { proveLock } from './prove-lock.ts'
import { foldersOn, renewLocks } from './renew-locks.ts'
import { openS3Files } from './s3-files.ts'
import { DAY_MS } from './s3-place.ts'
import { removeObject } from './s3-remove.ts'
import type { FakeBucketKind } from './testing/fake-bucket.ts'
import { fakePlaces } from './testing/fake-place.ts'

const MIB = 1024 * 1024
const newPlace = fakePlaces()
const honest: FakeBucketKind = { versioning: true, locks: true }
const lock = { horizonDays: 30 }

async function open(kind = honest) {
  const { fake, bucket } = await newPlace(kind, { lock })
  return { fake, bucket, files: openS3Files(bucket) }
}

async function* these(...names: readonly string[]): AsyncGenerator<string> {
  yield* names
}

describe('the proof of a lock', () => {
  const short: readonly (readonly [string, FakeBucketKind, string])[] = [
    ['keeps no versions', { versioning: false, locks: false }, 's3-no-versioning'],
    ['knows no locks', { versioning: true, locks: false }, 's3-no-lock'],
    ['takes a lock and forgets it', { ...honest, ignoresLocks: true }, 's3-no-lock'],
    ['locks in the mode that can be lifted', { ...honest, locksAs: 'GOVERNANCE' }, 's3-governance'],
    ['deletes what is locked', { ...honest, deletesLocked: true }, 's3-lock-deletable'],
    ['shortens what is locked', { ...honest, shortensLocked: true }, 's3-lock-shortened'],
    ['lets nothing be deleted by anybody', { ...honest, deletesNothing: true }, 's3-lock-unprovable'],
    ['renews nothing', { ...honest, renewsNothing: true }, 's3-lock-not-renewed'],
  ]
  for (const [what, kind, reason] of short)
    it(`does not believe in a bucket that ${what}`, async () => {
      const { bucket } = await newPlace(kind)
      await expect(proveLock(bucket, Date.now())).rejects.toMatchObject({
        ...{ code: 'unsupported', facts: { needs: 'object-lock', reason } },
      })
    })

  it('believes in a bucket that refused, and can be made again', async () => {
    const { bucket, fake } = await newPlace(honest)
    await proveLock(bucket, Date.now())
    await proveLock(bucket, Date.now())
    expect(await listOf(openS3Files(bucket))).toEqual([])
    expect(fake.bucket.versionsOf('a/probe/lock').some((one) => one.lock?.mode === 'COMPLIANCE')).toBe(true)
  })

  it('does not take silence for a refusal', async () => {
    const { bucket, fake } = await newPlace(honest)
    fake.fail('500', 99, ({ method, query }) => method === 'PUT' && query.has('retention'))
    await expect(proveLock(bucket, Date.now())).rejects.toMatchObject({ code: 'unreachable' })
  })
})

it('what is kept is locked with it, short or long', async () => {
  const { bucket, fake, files } = await open()
  for (const length of [10, 9 * MIB]) {
    const { sha256 } = await files.keep(piecesOf(randomBytes(length)))
    const [version] = fake.bucket.versionsOf(bucket.keyOf(sha256))
    expect(version?.lock?.mode).toBe('COMPLIANCE')
    expect(Math.round(((version?.lock?.until.getTime() ?? 0) - Date.now()) / DAY_MS)).toBe(30)
  }
  // Nothing but the two: what a long file was put together from is gone.
  expect(fake.bucket.objects.size).toBe(2)
})

describe('the removal of a locked file', () => {
  it('hides it, says until when it stays, and takes it when that day has passed and nobody needs it', async () => {
    const { bucket, fake, files } = await open()
    const { sha256 } = await files.keep(piecesOf(randomBytes(10)))
    const key = bucket.keyOf(sha256)
    const { lockedUntil } = await removeObject(bucket, key)
    expect(Math.round((Date.parse(lockedUntil ?? '') - Date.now()) / DAY_MS)).toBe(30)
    expect(await listOf(files)).toEqual([])
    expect(await files.digest(sha256)).toBeUndefined()
    await files.remove(sha256)
    expect(fake.bucket.versionsOf(key)).toHaveLength(2)
    expect(await freeRemoved(bucket, async () => false)).toEqual({ removed: 0, waiting: 1 })
    for (const version of fake.bucket.versionsOf(key))
      version.lock = version.lock && { ...version.lock, until: new Date(0) }
    expect(await freeRemoved(bucket, async () => true)).toEqual({ removed: 0, waiting: 0 })
    expect(fake.bucket.versionsOf(key)).toHaveLength(2)
    expect(await freeRemoved(bucket, async () => false)).toEqual({ removed: 1, waiting: 0 })
    expect(fake.bucket.objects.size).toBe(0)
  })
})

describe('the renewal of locks', () => {
  it('gives the whole horizon again, says what had lapsed, and what is nowhere', async () => {
    const { bucket, fake, files } = await open()
    const kept: string[] = []
    for (let index = 0; index < 4; index += 1) kept.push((await files.keep(piecesOf(randomBytes(10)))).sha256)
    const [fresh = '', half = '', lapsed = '', never = ''] = kept
    const setLock = (sha256: string, days: number | undefined) => {
      const [version] = fake.bucket.versionsOf(bucket.keyOf(sha256))
      if (!version) throw new Error('no such version')
      version.lock =
        days === undefined ? undefined : { mode: 'COMPLIANCE', until: new Date(Date.now() + days * DAY_MS) }
    }
    setLock(half, 15)
    setLock(lapsed, -1)
    setLock(never, undefined)
    const nowhere = '0'.repeat(64)
    const report = await renewLocks(bucket, these(fresh, half, lapsed, never, nowhere), Date.now())
    expect(report).toEqual({ looked: 5, renewed: 3, lapsed: 2, uncovered: 0, missing: [nowhere] })
    for (const sha256 of kept) {
      const until = fake.bucket.versionsOf(bucket.keyOf(sha256))[0]?.lock?.until.getTime() ?? 0
      expect(Math.round((until - Date.now()) / DAY_MS)).toBe(30)
    }
  })

  it('brings back what somebody hid under a mark of deletion or under other content', async () => {
    const { bucket, fake, files } = await open()
    const [hidden, covered] = [await files.keep(piecesOf(randomBytes(10))), await files.keep(piecesOf(randomBytes(20)))]
    fake.bucket.remove(bucket.keyOf(hidden.sha256), null, false)
    fake.bucket.put(bucket.keyOf(covered.sha256), Buffer.from('encrypted by somebody else'), {})
    const report = await renewLocks(bucket, these(hidden.sha256, covered.sha256), Date.now())
    expect(report).toMatchObject({ looked: 2, uncovered: 2, missing: [] })
    expect(await files.digest(hidden.sha256)).toEqual({ ...hidden, length: 10 })
    expect(await files.digest(covered.sha256)).toEqual({ ...covered, length: 20 })
    expect(fake.bucket.versionsOf(bucket.keyOf(covered.sha256))[0]?.lock?.mode).toBe('COMPLIANCE')
  })

  it('comes to every folder three times in a horizon', () => {
    const begun = Date.UTC(2026, 10, 24)
    const seen = new Map<string, number>()
    for (let day = 0; day < 30; day += 1)
      for (const folder of foldersOn(begun + day * DAY_MS, lock)) seen.set(folder, (seen.get(folder) ?? 0) + 1)
    expect(seen.size).toBe(256)
    expect([...new Set(seen.values())]).toEqual([3])
  })
})
