import { SigningKeyError, type SigningKeyErrorCode } from '@omamori/signature'
import type { PKCS11 } from 'pkcs11js'
import { type PinState, pinOf, type Token } from './list-tokens.ts'
import { tokenTrouble } from './trouble.ts'

export interface TokenSession {
  readonly module: PKCS11
  readonly session: Buffer
  readonly slot: Buffer
}

/** CKU_USER, and CKU_CONTEXT_SPECIFIC for one signature. */
const users = { user: 1, 'one-signature': 2 } as const

/** A PIN is not tried where one more wrong one locks the card, unless the person wants it so: only the issuer can unlock it. */
export function mayTry({ pin, label }: Token, lastTry: boolean): void {
  if (pin === 'locked') throw new SigningKeyError('pin-locked', { said: label })
  if (pin === 'one-left' && !lastTry) throw new SigningKeyError('pin-one-left', { said: label })
}

/** One try. A wrong PIN is told with what the card then says of the tries that are left. */
export function logIn({ module, session, slot }: TokenSession, as: keyof typeof users, pin: string): void {
  try {
    module.C_Login(session, users[as], pin)
  } catch (error) {
    const trouble = tokenTrouble(error, module, slot)
    if (!(trouble instanceof SigningKeyError) || trouble.code !== 'wrong-pin') throw trouble
    throw new SigningKeyError(wrongPin[pinOf(module.C_GetTokenInfo(slot).flags)], trouble.facts, { cause: error })
  }
}

const wrongPin: Readonly<Record<PinState, SigningKeyErrorCode>> = {
  usable: 'wrong-pin',
  'few-left': 'wrong-pin-few-left',
  'one-left': 'wrong-pin-one-left',
  locked: 'pin-locked',
}
