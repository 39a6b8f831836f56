import { createHash, randomUUID } from 'node:crypto'

/** A version of an object, or a mark that says it was deleted (`bytes` undefined). */
export interface FakeVersion {
  readonly versionId: string
  readonly bytes: Uint8Array | undefined
  readonly changedAt: Date
  lock: FakeLock | undefined
}

export interface FakeLock {
  readonly mode: string
  readonly until: Date
}

/** What the bucket is like. What stands after the first two is how servers fall short of a lock. */
export interface FakeBucketKind {
  readonly versioning: boolean
  readonly locks: boolean
  readonly deletesLocked?: boolean
  readonly shortensLocked?: boolean
  readonly locksAs?: 'GOVERNANCE'
  readonly ignoresLocks?: boolean
  readonly deletesNothing?: boolean
  readonly renewsNothing?: boolean
  readonly knowsNoConditions?: boolean
}

/** What a server declines, as its XML says it. */
export class Declined extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string) {
    super(code)
    this.status = status
    this.code = code
  }
}

export const etagOf = (bytes: Uint8Array): string => `"${createHash('md5').update(bytes).digest('hex')}"`

/** The rules of a bucket with versions and locks, in memory: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html */
export function openFakeBucket(kind: FakeBucketKind) {
  /** Newest first. */
  const objects = new Map<string, FakeVersion[]>()
  const uploads = new Map<string, { readonly key: string; readonly parts: Map<number, Uint8Array>; at: Date }>()

  const versionsOf = (key: string): FakeVersion[] => objects.get(key) ?? []

  function find(key: string, versionId: string | null): FakeVersion & { readonly bytes: Uint8Array } {
    const versions = versionsOf(key)
    const found = versionId === null ? versions[0] : versions.find((one) => one.versionId === versionId)
    if (!found) throw new Declined(404, versionId === null ? 'NoSuchKey' : 'NoSuchVersion')
    if (!found.bytes)
      throw new Declined(versionId === null ? 404 : 405, versionId === null ? 'NoSuchKey' : 'MethodNotAllowed')
    return found as FakeVersion & { readonly bytes: Uint8Array }
  }

  function lay(key: string, bytes: Uint8Array | undefined, lock: FakeLock | undefined): FakeVersion {
    const versionId = kind.versioning ? randomUUID() : 'null'
    const version = { versionId, bytes, changedAt: new Date(), lock }
    objects.set(key, kind.versioning ? [version, ...versionsOf(key)] : [version])
    return version
  }

  function lockFrom(mode: string | undefined, until: string | undefined): FakeLock | undefined {
    if (mode === undefined || until === undefined) return undefined
    if (!kind.locks) throw new Declined(400, 'InvalidRequest')
    if (kind.ignoresLocks) return undefined
    return { mode: kind.locksAs ?? mode, until: new Date(until) }
  }

  const isHeld = ({ lock }: FakeVersion, bypass: boolean): boolean =>
    lock !== undefined && lock.until > new Date() && !(lock.mode === 'GOVERNANCE' && bypass)

  return {
    kind,
    objects,
    uploads,
    versionsOf,
    find,
    put(key: string, bytes: Uint8Array, more: { mode?: string; until?: string; ifNoneMatch?: string }): FakeVersion {
      if (more.ifNoneMatch !== undefined) {
        if (kind.knowsNoConditions) throw new Declined(501, 'NotImplemented')
        if (versionsOf(key)[0]?.bytes) throw new Declined(412, 'PreconditionFailed')
      }
      return lay(key, bytes, lockFrom(more.mode, more.until))
    },
    remove(key: string, versionId: string | null, bypass: boolean): void {
      if (versionId === null) {
        if (!kind.versioning) objects.delete(key)
        else lay(key, undefined, undefined)
        return
      }
      if (kind.deletesNothing) throw new Declined(403, 'AccessDenied')
      const version = versionsOf(key).find((one) => one.versionId === versionId)
      if (version && isHeld(version, bypass) && !kind.deletesLocked) throw new Declined(403, 'AccessDenied')
      const rest = versionsOf(key).filter((one) => one !== version)
      if (rest.length > 0) objects.set(key, rest)
      else objects.delete(key)
    },
    retain(key: string, versionId: string | null, lock: FakeLock, bypass: boolean): void {
      if (!kind.locks) throw new Declined(400, 'InvalidRequest')
      if (kind.renewsNothing) throw new Declined(403, 'AccessDenied')
      const version = find(key, versionId)
      const isShorter = version.lock !== undefined && lock.until < version.lock.until
      const isWeaker = version.lock?.mode === 'COMPLIANCE' && lock.mode !== 'COMPLIANCE'
      if ((isShorter || isWeaker) && isHeld(version, bypass) && !kind.shortensLocked)
        throw new Declined(403, 'AccessDenied')
      version.lock = { ...lock, mode: kind.locksAs ?? lock.mode }
    },
    begin(key: string): string {
      const id = randomUUID()
      uploads.set(id, { key, parts: new Map(), at: new Date() })
      return id
    },
    addPart(id: string, number: number, bytes: Uint8Array): void {
      const upload = uploads.get(id)
      if (!upload) throw new Declined(404, 'NoSuchUpload')
      upload.parts.set(number, bytes)
    },
    complete(id: string): FakeVersion {
      const upload = uploads.get(id)
      if (!upload) throw new Declined(404, 'NoSuchUpload')
      uploads.delete(id)
      const parts = [...upload.parts].toSorted(([a], [b]) => a - b).map(([, bytes]) => bytes)
      if (parts.slice(0, -1).some(({ length }) => length < 5 * 1024 * 1024)) throw new Declined(400, 'EntityTooSmall')
      return lay(upload.key, Buffer.concat(parts), undefined)
    },
    abort(id: string): void {
      if (!uploads.delete(id)) throw new Declined(404, 'NoSuchUpload')
    },
    copy(source: string, key: string, more: { mode?: string; until?: string }): FakeVersion & { bytes: Uint8Array } {
      const [from = '', versionId = null] = source.split('?versionId=')
      const { bytes } = find(from, versionId)
      return { ...lay(key, bytes, lockFrom(more.mode, more.until)), bytes }
    },
  }
}

export type FakeBucket = ReturnType<typeof openFakeBucket>
