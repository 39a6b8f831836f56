import { afterAll } from 'vitest'
import { type Bucket, openBucket, type Patience } from '../s3-client.ts'
import type { S3Place } from '../s3-place.ts'
import type { FakeBucketKind } from './fake-bucket.ts'
import { type FakeS3, fakeBucketName, fakeCredentials, startFakeS3 } from './fake-s3.ts'

// A busy machine answers late; where silence is what is tested, less is enough.
const patient: Patience = { connectionMs: 5_000, silenceMs: 30_000, attempts: 3 }
export const impatient: Patience = { ...patient, silenceMs: 300 }

export interface FakePlace {
  readonly fake: FakeS3
  readonly bucket: Bucket
}

/** A fresh bucket with every call, gone after the tests of the file. */
export function fakePlaces() {
  const started: FakePlace[] = []
  afterAll(async () => {
    for (const { bucket, fake } of started) {
      await bucket.close()
      await fake.close()
    }
  })
  return async (kind: FakeBucketKind, more: Partial<S3Place> = {}, patience = patient): Promise<FakePlace> => {
    const fake = await startFakeS3(kind)
    const place: S3Place = {
      ...{ endpoint: fake.endpoint, region: 'us-east-1', bucket: fakeBucketName, prefix: 'a/' },
      ...{ addressing: 'path', lock: null, ...more },
    }
    const bucket = openBucket(place, fakeCredentials, patience)
    started.push({ fake, bucket })
    return { fake, bucket }
  }
}
