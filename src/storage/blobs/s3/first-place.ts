import { join } from 'node:path'
import { type BlobFiles, openBlobFiles } from '../blob-files.ts'
import { bucketOf, credentialsOf } from './bucket-setting.ts'
import { type Bucket, openBucket } from './s3-client.ts'
import { openS3Files } from './s3-files.ts'

/** 保管場所 — where files are written first: a folder of the data directory, or the bucket that was named instead. */
export interface FirstPlace {
  readonly files: BlobFiles
  readonly bucket: Bucket | undefined
}

/** Asks nobody yet: a bucket that does not answer keeps no page from opening that needs none of its files. */
export function openFirstPlace(data: string): FirstPlace {
  const setting = bucketOf(data)
  if (!setting) return { files: openBlobFiles(folderOf(data)), bucket: undefined }
  const bucket = openBucket(setting, credentialsOf(setting))
  return { files: openS3Files(bucket), bucket }
}

export const folderOf = (data: string): string => join(data, 'blobs')
