import { type Certificate, readCertificate, readOr } from '@omamori/signature'
import type { PKCS11 } from 'pkcs11js'
import { withTokenModule } from './module.ts'
import { attributeOf, certificateObjects, initialised, pinStates, withSession } from './objects.ts'
import { codeOf } from './trouble.ts'

/** トークン — a card (HPKI カード …) or another device as its module shows it, before any PIN is given. */
export interface Token {
  readonly slot: Buffer
  readonly label: string
  readonly serialNumber: string
  readonly pin: PinState
  readonly certificates: readonly Certificate[]
}

/** What a card says of its PIN; how many tries exactly are left, no card says. */
export type PinState = 'usable' | 'few-left' | 'one-left' | 'locked'

/** Readers at one workplace. */
const mostTokens = 32

/** Tokens that are there, with the certificates that anybody may read. No PIN is asked for. */
export const listTokens = (path: string): Promise<readonly Token[]> =>
  withTokenModule(path, async (module) => tokensOf(module))

/** A reader that holds something else than a card of ours is passed over, unless there is nothing else. */
export function tokensOf(module: PKCS11): readonly Token[] {
  const troubles: unknown[] = []
  const tokens = module
    .C_GetSlotList(true)
    .slice(0, mostTokens)
    .flatMap((slot) => {
      try {
        return tokenIn(module, slot)
      } catch (error) {
        if (codeOf(error) === null) throw error
        troubles.push(error)
        return []
      }
    })
  if (tokens.length === 0 && troubles.length > 0) throw troubles[0]
  return tokens
}

/** None where nobody has put anything on it yet. */
function tokenIn(module: PKCS11, slot: Buffer): readonly Token[] {
  const { label, serialNumber, flags } = module.C_GetTokenInfo(slot)
  if ((flags & initialised) === 0) return []
  const names = { label: plain(label), serialNumber: plain(serialNumber) }
  return [{ slot, ...names, pin: pinOf(flags), certificates: certificatesOn(module, slot) }]
}

/** A card's own words go to a terminal. */
const plain = (text: string): string => text.replaceAll(/\p{C}/gu, '').trimEnd()

export function pinOf(flags: number): PinState {
  return pinStates.find(([flag]) => (flags & flag) !== 0)?.[1] ?? 'usable'
}

const certificatesOn = (module: PKCS11, slot: Buffer): readonly Certificate[] =>
  withSession(module, slot, (session) =>
    certificateObjects(module, session).flatMap((object) =>
      readOr([], () => [readCertificate(attributeOf(module, session, object, 'value'))]),
    ),
  )
