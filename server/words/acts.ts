import { acts as accessActs } from '#access'
import { acts as assessmentActs } from '#assessment'
import { acts as federationActs } from '#federation'
import { journalActs } from '#journal'
import { acts as logReviewActs } from '#log-review'
import { acts as outboxActs } from '#outbox'
import { platformActs } from '#platform'
import { acts as registryActs } from '#registry'
import { acts as supplierActs } from '#supplier'
import { acts as taskActs } from '#task'
import { acts as timetableActs } from '#timetable'
import type { Language } from '../language.ts'

const acts: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  ...journalActs,
  ...accessActs,
  ...taskActs,
  ...federationActs,
  ...timetableActs,
  ...outboxActs,
  ...registryActs,
  ...supplierActs,
  ...logReviewActs,
  ...assessmentActs,
  ...platformActs,
}

/** Every act that an entry of this version can name. */
export const actNames: readonly string[] = Object.keys(acts)

/** What happened, in a few words; an act that this version does not know is shown as it is written. */
export function sayAct(act: string, language: Language): string {
  return acts[act]?.[language] ?? act
}
