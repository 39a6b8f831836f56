import type { FacilityScope } from './ground.ts'
import type { JobName } from './words.ts'

/** 定期処理 — what runs at what hours, for each facility. */
export interface Job {
  readonly name: JobName
  /** Hours in Asia/Tokyo, as cron writes them: `0 3 * * *`. */
  readonly hours: string
  /** It ran: all well, or something was found. What it cannot do it throws. */
  readonly run: (scope: FacilityScope) => Promise<'ok' | 'found'>
}
