import {
  type Certificate,
  chainAbove,
  chooseCertificate,
  type Moment,
  outsideAlgorithmOf,
  provenSignature,
  type SigningKey,
  SigningKeyError,
} from '@omamori/signature'
import type { PKCS11 } from 'pkcs11js'
import { type Token, tokensOf } from './list-tokens.ts'
import { logIn, mayTry, type TokenSession } from './log-in.ts'
import { withTokenModule } from './module.ts'
import { attributeOf, certificateObjects, keyObjects, withSession } from './objects.ts'
import { signedByToken } from './sign.ts'
import { passed, tokenTrouble } from './trouble.ts'

export interface TokenOrder {
  /** The PKCS#11 module of the card's maker, by its path. */
  readonly module: string
  /** Which card, by its label or serial number; null: whichever carries the certificate. */
  readonly slot: string | null
  /** SHA-256 of the certificate; null: the one for signing. */
  readonly fingerprint: string | null
  readonly at: Moment
  /** Asked once the card and its certificate are found, and again for each signature where the key wants it. */
  readonly pin: () => Promise<string>
  /** Whether the PIN may be tried although one more wrong one locks the card. */
  readonly lastTry: boolean
}

/**
 * The key of a card for as long as `use` runs: one login, no PIN tried twice, and the session is closed whatever happens. Every
 * signature is checked with the card's certificate before it is given out. After `use` the key signs nothing more.
 */
export function withTokenKey<T>(order: TokenOrder, use: (key: SigningKey) => Promise<T>): Promise<T> {
  return withTokenModule(order.module, async (module) => {
    const tokens = tokensOf(module).filter(
      ({ label, serialNumber }) => order.slot === null || [label, serialNumber].includes(order.slot),
    )
    if (tokens.length === 0) throw new SigningKeyError('no-token', { said: order.slot ?? '' })
    const certificates = tokens.flatMap((token) => token.certificates)
    const certificate = chooseCertificate(certificates, order)
    const token = holderOf(certificate, tokens)
    mayTry(token, order.lastTry)
    const chain = chainAbove(certificate, certificates)
    return withSession(module, token.slot, (session) =>
      whileLoggedIn({ module, session, slot: token.slot }, { certificate, chain, pin: order.pin }, use),
    )
  })
}

type Signer = Pick<SigningKey, 'certificate' | 'chain'> & Pick<TokenOrder, 'pin'>

async function whileLoggedIn<T>(
  token: TokenSession,
  { certificate, chain, pin }: Signer,
  use: (key: SigningKey) => Promise<T>,
): Promise<T> {
  const { module, session, slot } = token
  logIn(token, 'user', await pin())
  let open = true
  try {
    const key = { ...token, certificate, object: keyOf(module, session, certificate) }
    const sign = async (octets: Uint8Array): Promise<Uint8Array> => {
      if (!open) throw new SigningKeyError('token-removed')
      try {
        return provenSignature(certificate, 'SHA-256', octets, await signedByToken(key, octets, pin))
      } catch (error) {
        throw tokenTrouble(error, module, slot)
      }
    }
    return await use({ certificate, chain, algorithm: outsideAlgorithmOf(certificate), digest: 'SHA-256', sign })
  } finally {
    open = false
    passed(() => module.C_Logout(session))
  }
}

/** The same certificate on two cards at once would leave it open which PIN is asked for. */
function holderOf({ fingerprint }: Certificate, tokens: readonly Token[]): Token {
  const [token, ...others] = tokens.filter(({ certificates }) =>
    certificates.some((one) => one.fingerprint === fingerprint),
  )
  if (token === undefined || others.length > 0) throw new SigningKeyError('several-certificates', { said: fingerprint })
  return token
}

/** The key under the certificate's CKA_ID; where a token gives no ids, its only key. */
function keyOf(module: PKCS11, session: Buffer, { raw, fingerprint }: Certificate): Buffer {
  const ids = certificateObjects(module, session)
    .filter((object) => attributeOf(module, session, object, 'value').equals(raw))
    .map((object) => attributeOf(module, session, object, 'id'))
    .filter(({ length }) => length > 0)
  const [key, ...others] =
    ids.length > 0 ? ids.flatMap((id) => keyObjects(module, session, id)) : keyObjects(module, session, null)
  if (key === undefined) throw new SigningKeyError('no-private-key', { said: fingerprint })
  if (others.length > 0) throw new SigningKeyError('key-of-another-certificate', { said: fingerprint })
  return key
}
