import { createHmac, timingSafeEqual } from 'node:crypto'
import { type CompactRange, type NoteSigner, noteSigner } from '@omamori/ledger'
import type { Keys } from '#keys'
import { Refusal } from '#shared'
import type { LogRow, Scope } from '#storage'
import { opened } from './detail.ts'
import { hmacSha256 } from './hmac.ts'

const SEED_BYTES = 32

export interface NewSigningKey {
  readonly verifier_key: string
  readonly wrapped_signing_key: Uint8Array
  readonly key_id: string
}

/** 署名鍵 — what a log's key does, opened: it signs checkpoints for the world, and seals states for ourselves. */
export interface LogKey {
  readonly signer: NoteSigner
  /** The seal of a state: an HMAC, ten times cheaper than a signature, which only who holds the key can make or judge. */
  sealOf(range: CompactRange, signedSize: number): Uint8Array
}

/** A fresh Ed25519 key for a log, closed under the facility's key as it is stored, and opened. */
export async function newSigningKey(
  keys: Keys,
  scope: Scope,
  origin: string,
  randomBytes: (length: number) => Uint8Array,
): Promise<{ readonly row: NewSigningKey; readonly key: LogKey }> {
  const seed = randomBytes(SEED_BYTES)
  const { keyId, bytes } = await keys.seal(scope, 'secret', seed, contextOf(origin))
  const key = logKey(origin, seed)
  return { row: { verifier_key: key.signer.verifierKey, wrapped_signing_key: bytes, key_id: keyId }, key }
}

/** The key of a log; undefined when its stored key does not open or is not the one its verifier key names. */
export async function keyOf(keys: Pick<Keys, 'open'>, scope: Scope, log: LogRow): Promise<LogKey | undefined> {
  const wrapped = { keyId: log.key_id, bytes: log.wrapped_signing_key }
  const seed = await opened(keys, scope, wrapped, contextOf(log.origin))
  if (seed?.length !== SEED_BYTES) return undefined
  const key = logKey(log.origin, seed)
  return key.signer.verifierKey === log.verifier_key ? key : undefined
}

/** Whether the state in the row is one that we left there. */
export function isSealed(key: LogKey, range: CompactRange, { signed_size, seal }: LogRow): boolean {
  if (signed_size === null) return false
  const expected = key.sealOf(range, signed_size)
  return seal?.length === expected.length && timingSafeEqual(expected, seal)
}

/** Remembers opened keys by their verifier key, so that a commit does not cost an unwrapping. */
export function rememberingKeys(keys: Keys): (scope: Scope, log: LogRow) => Promise<LogKey> {
  const known = new Map<string, LogKey>()
  return async (scope, log) => {
    const key = known.get(log.verifier_key) ?? (await keyOf(keys, scope, log))
    if (key === undefined) throw new Refusal('corrupt', { what: 'signing key', log: log.origin })
    known.set(log.verifier_key, key)
    return key
  }
}

function logKey(origin: string, seed: Uint8Array): LogKey {
  const sealing = hmacSha256(createHmac('sha256', seed).update('omamori log state 1').digest())
  return {
    signer: noteSigner(origin, seed),
    sealOf: (range, signedSize) =>
      sealing(Buffer.concat([Buffer.from(`${origin}\n${range.size}\n${signedSize}\n`), ...range.frontier])),
  }
}

function contextOf(origin: string): string {
  return `log-signing-key ${origin}`
}
