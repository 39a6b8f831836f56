import { type NoteSigner, noteSigner } from '@omamori/ledger'
import type { Keys } from '#keys'
import { Refusal } from '#shared'
import type { LogRow, Scope } from '#storage'
import { opened } from './detail.ts'

const SEED_BYTES = 32

export interface NewSigningKey {
  readonly verifier_key: string
  readonly wrapped_signing_key: Uint8Array
  readonly key_id: string
}

/** A fresh Ed25519 key for a log, closed under the facility's key as it is stored. */
export async function newSigningKey(
  keys: Keys,
  scope: Scope,
  origin: string,
  randomBytes: (length: number) => Uint8Array,
): Promise<NewSigningKey> {
  const seed = randomBytes(SEED_BYTES)
  const { keyId, bytes } = await keys.seal(scope, 'secret', seed, contextOf(origin))
  return { verifier_key: noteSigner(origin, seed).verifierKey, wrapped_signing_key: bytes, key_id: keyId }
}

/** The signer of a log; undefined when its stored key does not open or is not the one its verifier key names. */
export async function signerOf(keys: Keys, scope: Scope, log: LogRow): Promise<NoteSigner | undefined> {
  const wrapped = { keyId: log.key_id, bytes: log.wrapped_signing_key }
  const seed = await opened(keys, scope, wrapped, contextOf(log.origin))
  if (seed?.length !== SEED_BYTES) return undefined
  const signer = noteSigner(log.origin, seed)
  return signer.verifierKey === log.verifier_key ? signer : undefined
}

/** Remembers opened signers by their verifier key, so that a commit costs a signature and not an unwrapping as well. */
export function rememberingSigners(keys: Keys): (scope: Scope, log: LogRow) => Promise<NoteSigner> {
  const known = new Map<string, NoteSigner>()
  return async (scope, log) => {
    const signer = known.get(log.verifier_key) ?? (await signerOf(keys, scope, log))
    if (signer === undefined) throw new Refusal('corrupt', { what: 'signing key', log: log.origin })
    known.set(log.verifier_key, signer)
    return signer
  }
}

function contextOf(origin: string): string {
  return `log-signing-key ${origin}`
}
