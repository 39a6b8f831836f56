import type { Instant } from '#shared'
import type { Change } from '#storage'
import type { Factor } from './account.ts'
import { decodeCodeList, encodeCodeList, withoutCode } from './code-list.ts'
import { type Ground, scopeOf } from './ground.ts'
import { replaceList, takeStep } from './store.ts'
import { totpStep } from './totp.ts'
import type { FactorKind } from './words.ts'

/** A typed code that is good, and how it is used up in the change that lets the person in. */
export interface AcceptedCode {
  readonly kind: FactorKind
  /** Names the code without saying it: of two with one mark, one was used before. */
  readonly mark: string
  /** False when somebody else was faster with the same code. */
  use(change: Change): Promise<boolean>
}

/** The context under which a factor's secret is sealed: it opens for this factor alone. */
export function factorContext(factorId: string): string {
  return `access-factor ${factorId}`
}

/** Finds the confirmed factor for which the code is good now; undefined when there is none. */
export async function acceptCode(
  ground: Ground,
  facilityId: string,
  factors: readonly Factor[],
  typed: string,
): Promise<AcceptedCode | undefined> {
  const now = ground.clock.now()
  for (const factor of factors.filter((each) => each.confirmed)) {
    const secret = await ground.keys.open(scopeOf(facilityId), factor.secret, factorContext(factor.id))
    const accepted =
      factor.kind === 'totp'
        ? acceptStep(factor, secret, typed, now)
        : await acceptListed(ground, facilityId, factor, secret, typed)
    if (accepted) return accepted
  }
  return undefined
}

function acceptStep(factor: Factor, secret: Uint8Array, typed: string, now: Instant): AcceptedCode | undefined {
  const step = totpStep(new TextDecoder().decode(secret), typed, now)
  if (step === undefined || step <= factor.counter) return undefined
  return { kind: 'totp', mark: `${factor.id} ${step}`, use: (change) => takeStep(change, factor.id, step) }
}

async function acceptListed(
  ground: Ground,
  facilityId: string,
  factor: Factor,
  secret: Uint8Array,
  typed: string,
): Promise<AcceptedCode | undefined> {
  const list = decodeCodeList(secret)
  const rest = withoutCode(list, typed)
  if (rest === undefined) return undefined
  const mark = `${factor.id} ${list.hashes.find((hash) => !rest.hashes.includes(hash))}`
  const context = factorContext(factor.id)
  const { keyId, bytes } = await ground.keys.seal(scopeOf(facilityId), 'secret', encodeCodeList(rest), context)
  const shorter = { secret: bytes, key_id: keyId, counter: rest.hashes.length }
  return { kind: 'code-list', mark, use: (change) => replaceList(change, factor.id, factor.counter, shorter) }
}
