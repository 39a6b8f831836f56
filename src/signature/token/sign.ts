import { type Certificate, digest, digestInfo, outsideAlgorithmOf, SigningKeyError } from '@omamori/signature'
import { logIn, type TokenSession } from './log-in.ts'
import { attributeOf } from './objects.ts'
import { tokenTrouble } from './trouble.ts'

interface TokenKey extends TokenSession {
  readonly object: Buffer
  readonly certificate: Certificate
}

/** One way to have octets signed: what the token is asked for, and what it is given. */
interface Way {
  readonly mechanism: number
  given(octets: Uint8Array): Uint8Array
}

/** CKM_SHA256_RSA_PKCS, CKM_RSA_PKCS, CKM_ECDSA. */
const ways: Readonly<Record<'RSA-PKCS1' | 'ECDSA', readonly Way[]>> = {
  'RSA-PKCS1': [
    { mechanism: 0x40, given: (octets) => octets },
    { mechanism: 0x01, given: (octets) => digestInfo('SHA-256', digest('SHA-256', octets)) },
  ],
  ECDSA: [{ mechanism: 0x1041, given: (octets) => digest('SHA-256', octets) }],
}

/** RSA-8192; every signature is shorter. */
const longestSignature = 1024

/** By the first way that token and key both know: a token may list a mechanism that this key then refuses. */
export async function signedByToken(
  key: TokenKey,
  octets: Uint8Array,
  pin: () => Promise<string>,
): Promise<Uint8Array> {
  const { module, session, slot, object, certificate } = key
  // CKA_ALWAYS_AUTHENTICATE. Asked first, so that two who sign at once do not meet in the middle of a signature.
  const again = attributeOf(module, session, object, 'alwaysAuthenticate')[0] === 1 ? await pin() : null
  const offered = module.C_GetMechanismList(slot)
  const way = ways[outsideAlgorithmOf(certificate)].find(
    ({ mechanism }) => offered.includes(mechanism) && begins(key, mechanism),
  )
  if (way === undefined) throw new SigningKeyError('unsupported-mechanism', { said: `${offered.length} mechanisms` })
  if (again !== null) logIn(key, 'one-signature', again)
  return module.C_Sign(session, Buffer.from(way.given(octets)), Buffer.alloc(longestSignature))
}

function begins({ module, session, slot, object }: TokenKey, mechanism: number): boolean {
  try {
    module.C_SignInit(session, { mechanism }, object)
    return true
  } catch (error) {
    const trouble = tokenTrouble(error, module, slot)
    if (trouble instanceof SigningKeyError && trouble.code === 'unsupported-mechanism') return false
    throw trouble
  }
}
