import type { LookupFunction } from 'node:net'
import type { S3Client } from '@aws-sdk/client-s3'
import type { S3Credentials, S3Place } from './s3-place.ts'
import { s3RefusalOf } from './s3-refusals.ts'

type Sdk = typeof import('@aws-sdk/client-s3')

type Ask = <T>(question: (client: S3Client, sdk: Sdk) => Promise<T>) => Promise<T>

/** A bucket, and the way to speak to it. */
export interface Bucket {
  readonly place: S3Place
  readonly name: string
  /** Asks; what the bucket declines comes as a refusal. */
  ask: Ask
  /** Asks; what the bucket declines comes as its own answer, for those who know what to make of it. */
  askRaw: Ask
  /** The same for what a server may do in silence for minutes: putting parts together, copying. */
  askSlowly: Ask
  keyOf(sha256: string): string
  close(): Promise<void>
}

/** How patient we are, and how names of hosts are looked up where the machine's way is not wanted. */
export interface Patience {
  readonly lookup?: LookupFunction
  readonly connectionMs: number
  /** With nothing arriving on the connection. */
  readonly silenceMs: number
  readonly attempts: number
}

// A server across the country answers within seconds; one that tidies up or throttles is asked again with growing pauses.
const patient: Patience = { connectionMs: 5_000, silenceMs: 60_000, attempts: 5 }

const SLOW_MS = 10 * 60_000

interface Opened {
  readonly sdk: Sdk
  readonly client: S3Client
  readonly slow: S3Client
}

/** The client is loaded when it is first asked, so that the start of an installation without a bucket does not pay for it. */
export function openBucket(place: S3Place, credentials: S3Credentials, patience: Patience = patient): Bucket {
  let opening: Promise<Opened> | undefined
  const opened = () => {
    opening ??= open(place, credentials, patience)
    return opening
  }
  const askRaw: Ask = async (question) => {
    const { client, sdk } = await opened()
    return question(client, sdk)
  }
  return {
    place,
    name: place.bucket,
    askRaw,
    async askSlowly(question) {
      const { slow, sdk } = await opened()
      return question(slow, sdk)
    },
    async ask(question) {
      try {
        return await askRaw(question)
      } catch (error) {
        throw s3RefusalOf(error, place)
      }
    },
    keyOf: (sha256) => `${place.prefix}${sha256.slice(0, 2)}/${sha256}`,
    async close() {
      if (!opening) return
      const { client, slow } = await opening
      client.destroy()
      slow.destroy()
    },
  }
}

async function open(place: S3Place, credentials: S3Credentials, patience: Patience): Promise<Opened> {
  const sdk = await import('@aws-sdk/client-s3')
  const clientOf = (silenceMs: number) =>
    new sdk.S3Client({
      endpoint: place.endpoint,
      region: place.region,
      credentials: { ...credentials },
      forcePathStyle: place.addressing === 'path',
      maxAttempts: patience.attempts,
      // The bytes that are signed are hashed anyway; other checksums are asked for by name, where they are needed.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: {
        ...{ connectionTimeout: patience.connectionMs, socketTimeout: silenceMs },
        ...(patience.lookup && { httpAgent: { keepAlive: true, lookup: patience.lookup } }),
      },
    })
  return { sdk, client: clientOf(patience.silenceMs), slow: clientOf(Math.max(SLOW_MS, patience.silenceMs)) }
}
