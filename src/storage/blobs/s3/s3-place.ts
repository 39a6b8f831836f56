/** 保管場所(S3) — a bucket, as the setting in the data directory describes it; its credentials lie elsewhere. */
export interface S3Place {
  /** With scheme and port: `https://s3.example.jp`. */
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  /** Before every name; empty, or ends in `/`. */
  readonly prefix: string
  /** `path`: https://HOST/BUCKET/NAME, which most servers of one's own speak; `host`: https://BUCKET.HOST/NAME. */
  readonly addressing: 'path' | 'host'
  /** Null where nothing is locked. */
  readonly lock: LockHorizon | null
}

/**
 * 保護期間 — how long a file cannot be removed by anybody. It is short and renewed while the file is needed, since on the day of
 * intake nobody knows when the treatment will end.
 */
export interface LockHorizon {
  readonly horizonDays: number
}

/** Never in a log, a refusal or an answer. */
export interface S3Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** A lock that is renewed every third of it must outlive some days on which nothing runs. */
export const HORIZON_DAYS_MIN = 9
/** Longer, and a document that the law lets us destroy could not be removed for more than a year. */
export const HORIZON_DAYS_MAX = 366

export const DAY_MS = 24 * 60 * 60_000
