import { readCertificate } from '@omamori/signature'
import { addDays, type Day } from '#shared'
import type { SignatureCardRow } from '#storage'
import { dayOfMoment } from '../certificate-view.ts'
import type { CardState, ShownCardState } from '../wire.ts'

/**
 * So many days before it ends, renewing begins. How long an issuer takes is written nowhere that we know: a new card means an application with
 * proofs of identity and licence, and three months leave room for one that comes back.
 */
export const RENEWAL_DAYS = 90

/** The last day on which the card and its certificate can both be used; undefined: nobody said. */
export function endOf({ card_expires_on, certificate }: SignatureCardRow): Day | undefined {
  const certified = certificate === null ? undefined : dayOfMoment(readCertificate(certificate).notAfter)
  return [card_expires_on ?? undefined, certified].filter((day) => day !== undefined).toSorted()[0]
}

/** 状態 — as it stands today: that a card in use ends soon, or has ended, is in no row, so that it is never stale. */
export function standingOf(row: SignatureCardRow, today: Day): ShownCardState {
  const state = row.state as CardState
  const end = endOf(row)
  if (state !== 'in-use' || end === undefined) return state
  if (end < today) return 'expired'
  return end <= addDays(today, RENEWAL_DAYS) ? 'soon' : 'in-use'
}
