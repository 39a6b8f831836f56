import { createHash } from 'node:crypto'
import { Declined, etagOf, type FakeBucket, type FakeLock, type FakeVersion } from './fake-bucket.ts'

export interface Asked {
  readonly method: string
  /** Without the bucket; empty for the bucket itself. */
  readonly key: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Uint8Array
}

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

const xml = (body: string): Answer => ({
  ...{ status: 200, headers: { 'content-type': 'application/xml' } },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
})
const tag = (name: string, content: string | number | boolean): string => `<${name}>${content}</${name}>`
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64')

/** So few to a page that every list of a test has several. */
const PAGE = 3

/** What the fake answers to what is asked of its bucket. */
export function answerTo(bucket: FakeBucket, asked: Asked): Answer {
  const { method, key, query } = asked
  if (key === '') return answerOfBucket(bucket, query)
  if (method === 'POST') return answerOfUpload(bucket, asked)
  if (method === 'PUT') return answerToPut(bucket, asked)
  if (method === 'DELETE') return answerToDelete(bucket, asked)
  return answerToGet(bucket, asked)
}

function answerOfBucket(bucket: FakeBucket, query: URLSearchParams): Answer {
  if (query.has('versioning'))
    return xml(tag('VersioningConfiguration', bucket.kind.versioning ? tag('Status', 'Enabled') : ''))
  if (query.has('object-lock')) {
    if (!bucket.kind.locks) throw new Declined(404, 'ObjectLockConfigurationNotFoundError')
    return xml(tag('ObjectLockConfiguration', tag('ObjectLockEnabled', 'Enabled')))
  }
  if (query.has('versions')) return xml(tag('ListVersionsResult', versionPage(bucket, query)))
  if (query.has('uploads')) return xml(tag('ListMultipartUploadsResult', uploadPage(bucket, query)))
  return xml(tag('ListBucketResult', objectPage(bucket, query)))
}

/** Some of them, in order, from behind the marker; with what leads to the next page. */
function pageOf<T>(
  all: readonly (readonly [string, T])[],
  after: string | null,
  next: (last: string) => string,
): string[] {
  const rest = all.toSorted(([a], [b]) => (a < b ? -1 : 1)).filter(([name]) => after === null || name > after)
  const last = rest[PAGE - 1]?.[0] ?? ''
  const isMore = rest.length > PAGE
  return [tag('IsTruncated', isMore), isMore ? next(last) : '', ...rest.slice(0, PAGE).map(([, one]) => String(one))]
}

function objectPage({ objects }: FakeBucket, query: URLSearchParams): string {
  const all = [...objects].flatMap(([key, [newest]]) =>
    newest?.bytes && key.startsWith(query.get('prefix') ?? '')
      ? [[key, tag('Contents', tag('Key', key) + tag('LastModified', newest.changedAt.toISOString()))] as const]
      : [],
  )
  return pageOf(all, query.get('continuation-token'), (last) => tag('NextContinuationToken', last)).join('')
}

function versionPage({ objects }: FakeBucket, query: URLSearchParams): string {
  const all = [...objects].flatMap(([key, versions]) =>
    key.startsWith(query.get('prefix') ?? '')
      ? versions.map((one, index) => [`${key} ${index}`, versionTag(key, one, index === 0)] as const)
      : [],
  )
  const marker = query.get('key-marker')
  const next = (last: string) => tag('NextKeyMarker', last) + tag('NextVersionIdMarker', 'v')
  return pageOf(all, marker, next).join('')
}

const versionTag = (key: string, { versionId, bytes }: FakeVersion, isLatest: boolean): string =>
  tag(bytes ? 'Version' : 'DeleteMarker', tag('Key', key) + tag('VersionId', versionId) + tag('IsLatest', isLatest))

function uploadPage({ uploads }: FakeBucket, query: URLSearchParams): string {
  const all = [...uploads].flatMap(([id, { key, at }]) =>
    key.startsWith(query.get('prefix') ?? '')
      ? [[key, tag('Upload', tag('Key', key) + tag('UploadId', id) + tag('Initiated', at.toISOString()))] as const]
      : [],
  )
  return pageOf(all, query.get('key-marker'), (last) => tag('NextKeyMarker', last)).join('')
}

function answerOfUpload(bucket: FakeBucket, { key, query }: Asked): Answer {
  if (query.has('uploads')) return xml(tag('InitiateMultipartUploadResult', tag('UploadId', bucket.begin(key))))
  const { bytes = Buffer.of() } = bucket.complete(query.get('uploadId') ?? '')
  return xml(tag('CompleteMultipartUploadResult', tag('ETag', etagOf(bytes))))
}

function answerToPut(bucket: FakeBucket, { key, query, headers, body }: Asked): Answer {
  const uploadId = query.get('uploadId')
  const lock = { mode: headers['x-amz-object-lock-mode'], until: headers['x-amz-object-lock-retain-until-date'] }
  const bypass = headers['x-amz-bypass-governance-retention'] === 'true'
  if (query.has('retention')) {
    const text = Buffer.from(body).toString()
    const [mode = '', until = ''] = ['Mode', 'RetainUntilDate'].map((name) => text.split(`<${name}>`)[1]?.split('<')[0])
    bucket.retain(key, query.get('versionId'), { mode, until: new Date(until) }, bypass)
    return { status: 200 }
  }
  const source = headers['x-amz-copy-source']
  if (source !== undefined) {
    const { bytes } = bucket.copy(decodeURIComponent(source).replace(/^\/?[^/]+\//, ''), key, lock)
    return xml(tag('CopyObjectResult', tag('ETag', etagOf(bytes)) + tag('ChecksumSHA256', sha256Of(bytes))))
  }
  const checksum = headers['x-amz-checksum-sha256']
  if (checksum !== undefined && checksum !== sha256Of(body)) throw new Declined(400, 'BadDigest')
  if (lock.mode !== undefined && checksum === undefined) throw new Declined(400, 'InvalidRequest')
  if (uploadId !== null) {
    bucket.addPart(uploadId, Number(query.get('partNumber')), body)
    return { status: 200, headers: { etag: etagOf(body) } }
  }
  const { versionId } = bucket.put(key, body, { ...lock, ifNoneMatch: headers['if-none-match'] })
  return { status: 200, headers: { etag: etagOf(body), 'x-amz-version-id': versionId } }
}

function answerToDelete(bucket: FakeBucket, { key, query, headers }: Asked): Answer {
  const uploadId = query.get('uploadId')
  if (uploadId !== null) bucket.abort(uploadId)
  else bucket.remove(key, query.get('versionId'), headers['x-amz-bypass-governance-retention'] === 'true')
  return { status: 204 }
}

function answerOfLock({ kind }: FakeBucket, lock: FakeLock | undefined): Answer {
  if (!kind.locks) throw new Declined(400, 'InvalidRequest')
  if (!lock) throw new Declined(404, 'NoSuchObjectLockConfiguration')
  return xml(tag('Retention', tag('Mode', lock.mode) + tag('RetainUntilDate', lock.until.toISOString())))
}

function answerToGet(bucket: FakeBucket, { method, key, query, headers }: Asked): Answer {
  const { bytes, versionId, lock } = bucket.find(key, query.get('versionId'))
  if (query.has('retention')) return answerOfLock(bucket, lock)
  const facts = {
    ...{ etag: etagOf(bytes), 'x-amz-version-id': versionId, 'x-amz-checksum-sha256': sha256Of(bytes) },
    ...(lock && {
      'x-amz-object-lock-mode': lock.mode,
      'x-amz-object-lock-retain-until-date': lock.until.toISOString(),
    }),
  }
  if (method === 'HEAD') return { status: 200, headers: { ...facts, 'content-length': String(bytes.length) } }
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? []
  if (from === undefined) return { status: 200, headers: facts, body: bytes }
  if (Number(from) >= bytes.length) throw new Declined(416, 'InvalidRange')
  const part = bytes.subarray(Number(from), to === '' || to === undefined ? undefined : Number(to) + 1)
  const range = `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}`
  return { status: 206, headers: { ...facts, 'content-range': range }, body: part }
}
