import { readFileSync } from 'node:fs'
import type { Caller } from '#access'
import type { Day } from '#shared'
import type { Cards } from '../card/open-cards.ts'
import type { TrustKeeping } from '../trust/open-trust.ts'

const certificate = (name: string): Buffer => readFileSync(new URL(`./${name}.pem`, import.meta.url))

interface SampleRoom {
  readonly trust: TrustKeeping
  readonly cards: Cards
}

/**
 * 見本 — a root of our own test PKI, handed in and not confirmed: nobody publishes its fingerprint, so it can only be looked at; and the director's
 * card, which ends on the day.
 */
export async function fillSample({ trust, cards }: SampleRoom, caller: Caller, cardExpiresOn: Day): Promise<void> {
  await trust.addItems(caller, certificate('mihon-root'), { signers: true, hpki: true, stamps: false })
  const doctor = cards.readCertificate(caller, certificate('mihon-doctor'))
  await cards.registerCard(caller, {
    ...{ kind: 'card', holderId: 'p-01', holderName: '', licence: 'Medical Doctor' },
    ...{ certificate: doctor.certificate, cardExpiresOn },
  })
}
