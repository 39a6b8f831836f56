import type { Facility, Item } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { checkInForce } from './paper-in-force.ts'
import { each, type Voice } from './rule.ts'

/** 6.1.C-1 — a privacy policy was approved, and outsiders can read it. */
export function checkPrivacyPolicy(facility: Facility, on: Day): readonly Finding[] {
  const policies = (facility.documents ?? []).filter(({ kind }) => kind === 'privacy-policy')
  return each('document', policies, 'privacy-policy', (policy, says) => [
    checkInForce(policy, facility, on),
    checkPublished(policy, says, on),
  ])
}

function checkPublished({ published, publishedOn }: Item<'document'>, says: Voice, on: Day): Finding {
  if (published === false) return says.notMet('published', 'paper-unpublished')
  if (published === undefined) return says.missing('published')
  if (publishedOn === undefined) return says.missing('publishedOn')
  if (publishedOn > on) return says.unknown('publishedOn', 'day-in-future', { day: publishedOn })
  return says.met('publishedOn', 'paper-published', { day: publishedOn })
}
