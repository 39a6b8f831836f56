import { Refusal } from '#shared'
import type { S3Place } from './s3-place.ts'

/** What the server, or the way to it, answered. */
interface Answer {
  readonly name: string
  readonly status: number | undefined
}

const noBucket: ReadonlySet<string> = new Set(['NoSuchBucket', 'InvalidBucketName'])
const noRight: ReadonlySet<string> = new Set([
  ...['AccessDenied', 'InvalidAccessKeyId', 'SignatureDoesNotMatch', 'ExpiredToken', 'InvalidToken'],
  ...['AuthorizationHeaderMalformed', 'AllAccessDisabled', 'AccountProblem', 'InvalidObjectState'],
])
const full: ReadonlySet<string> = new Set(['QuotaExceeded', 'XMinioStorageFull', 'InsufficientStorage'])
const changedOnTheWay: ReadonlySet<string> = new Set([
  ...['BadDigest', 'InvalidDigest', 'XAmzContentSHA256Mismatch', 'XAmzContentChecksumMismatch'],
])

export const answerOf = (error: unknown): Answer | undefined => {
  if (!(error instanceof Error)) return undefined
  const status = '$metadata' in error ? statusIn(error.$metadata) : undefined
  if (status !== undefined) return { name: error.name, status }
  // The connection itself: ECONNREFUSED, ENOTFOUND, ETIMEDOUT, a certificate, a body cut off.
  const isOfConnection = error.name === 'TimeoutError' || error.name === 'AbortError' || 'code' in error
  return isOfConnection ? { name: 'code' in error ? String(error.code) : error.name, status: undefined } : undefined
}

function statusIn(metadata: unknown): number | undefined {
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined
}

/** The object is not there. A bucket that is not there is another matter: nothing in it is missing. */
export function isMissing(error: unknown): boolean {
  const answer = answerOf(error)
  if (answer === undefined || noBucket.has(answer.name)) return false
  // 405: the newest version of the name is a mark that says it was deleted.
  return answer.status === 404 || (answer.status === 405 && answer.name !== 'NotImplemented')
}

/**
 * What the person is told when a bucket does not do as it is asked; a refusal, and any fault of ours, is left as it is. Its cause
 * carries the name of the answer alone: the server's own text repeats the key and what was signed.
 */
export function s3RefusalOf(error: unknown, { endpoint, bucket }: S3Place): unknown {
  const answer = error instanceof Refusal ? undefined : answerOf(error)
  if (answer === undefined) return error
  const { name, status } = answer
  const cause = new Error(`S3 answered ${name}${status === undefined ? '' : ` (${status})`}`)
  const place = { what: 'blob-place', endpoint, bucket, answer: name }
  if (noBucket.has(name)) return new Refusal('unreachable', { ...place, reason: 's3-no-bucket' }, { cause })
  if (full.has(name) || status === 507) return new Refusal('read-only', { ...place, reason: 's3-full' }, { cause })
  if (status === 403 || status === 401 || noRight.has(name))
    return new Refusal('not-permitted', { ...place, action: 'blob-place', reason: 's3-no-right' }, { cause })
  if (name === 'NotImplemented' || status === 501)
    return new Refusal('unsupported', { ...place, needs: name, reason: 's3-not-implemented' }, { cause })
  if (changedOnTheWay.has(name))
    return new Refusal('unreachable', { ...place, reason: 's3-changed-on-the-way' }, { cause })
  return new Refusal('unreachable', { ...place, reason: 's3-no-answer' }, { cause })
}
