import type { FoundFile } from '../blob-files.ts'
import type { Bucket } from './s3-client.ts'
import { removeObject } from './s3-remove.ts'

/** Uploads that are not finished, and long files that have no name yet. */
export const unfinishedFolder = 'unfinished/'
const nameOfFile = /^([0-9a-f]{2})\/([0-9a-f]{64})$/

/** Page by page. What is neither ours nor half of ours is left alone. */
export async function* listObjects(bucket: Bucket, isRecent: (name: string) => boolean): AsyncGenerator<FoundFile> {
  const { prefix } = bucket.place
  let token: string | undefined
  do {
    const page = await bucket.ask((client, sdk) =>
      client.send(new sdk.ListObjectsV2Command({ Bucket: bucket.name, Prefix: prefix, ContinuationToken: token })),
    )
    for (const { Key: key = '', LastModified } of page.Contents ?? []) {
      const name = key.slice(prefix.length)
      const [, folder, sha256] = nameOfFile.exec(name) ?? []
      const isOurs = sha256 !== undefined && folder === sha256.slice(0, 2)
      if (!isOurs && !name.startsWith(unfinishedFolder)) continue
      const remove = async () => void (await removeObject(bucket, key))
      const changedAt = LastModified?.getTime() ?? 0
      yield { sha256: isOurs ? sha256 : null, changedAt, isRecent: isRecent(isOurs ? sha256 : key), remove }
    }
    token = page.NextContinuationToken
  } while (token !== undefined)
  yield* listUploads(bucket, isRecent)
}

async function* listUploads(bucket: Bucket, isRecent: (name: string) => boolean): AsyncGenerator<FoundFile> {
  let [keyMarker, uploadMarker]: (string | undefined)[] = []
  const prefix = `${bucket.place.prefix}${unfinishedFolder}`
  for (;;) {
    const page = await bucket.ask((client, sdk) =>
      client.send(
        new sdk.ListMultipartUploadsCommand({
          ...{ Bucket: bucket.name, Prefix: prefix, KeyMarker: keyMarker, UploadIdMarker: uploadMarker },
        }),
      ),
    )
    for (const { Key: key = '', UploadId, Initiated } of page.Uploads ?? []) {
      const remove = async () => {
        await bucket.ask((client, sdk) =>
          client.send(new sdk.AbortMultipartUploadCommand({ Bucket: bucket.name, Key: key, UploadId })),
        )
      }
      yield { sha256: null, changedAt: Initiated?.getTime() ?? 0, isRecent: isRecent(key), remove }
    }
    if (page.IsTruncated !== true || (page.Uploads ?? []).length === 0) return
    keyMarker = page.NextKeyMarker
    uploadMarker = page.NextUploadIdMarker
  }
}
