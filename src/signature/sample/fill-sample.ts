import { readFileSync } from 'node:fs'
import type { Caller } from '#access'
import type { TrustKeeping } from '../trust/open-trust.ts'

/** 見本 — a root of our own test PKI, handed in and not confirmed: nobody publishes its fingerprint, so it can only be looked at. */
export async function fillSample(trust: TrustKeeping, caller: Caller): Promise<void> {
  const root = readFileSync(new URL('./mihon-root.pem', import.meta.url))
  await trust.addItems(caller, root, { signers: true, stamps: false })
}
