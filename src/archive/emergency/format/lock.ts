import { type ChunkPlace, nameOf, nonceOf, PACKAGE_FORMAT } from './layout.ts'

/** OWASP Password Storage Cheat Sheet for PBKDF2-HMAC-SHA256; browsers have no Argon2. */
export const ROUNDS = 600_000
/** Whoever changed the first file must not keep a browser busy for an hour. */
export const MOST_ROUNDS = 10_000_000

type Octets = Uint8Array<ArrayBuffer>
type AesKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>

/** What a key opens: the chunks of this one package. */
export interface PackageKey {
  readonly packageId: string
  readonly key: AesKey
}

/** The key that a passphrase makes; full-width letters are the same as narrow ones. Takes a fifth of a second on purpose. */
export async function packageKey(
  passphrase: string,
  { packageId, salt, rounds }: { readonly packageId: string; readonly salt: Octets; readonly rounds: number },
): Promise<PackageKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'))
  const secret = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const way = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  const made = { name: 'AES-GCM', length: 256 }
  return { packageId, key: await crypto.subtle.deriveKey(way, secret, made, false, ['encrypt', 'decrypt']) }
}

export async function closeChunk({ packageId, key }: PackageKey, place: ChunkPlace, bytes: Octets): Promise<Octets> {
  return new Uint8Array(await crypto.subtle.encrypt(gcm(packageId, place), key, bytes))
}

/** undefined: the key is another's, or the octets are not those that were written at this place of this package. */
export async function openChunk(
  { packageId, key }: PackageKey,
  place: ChunkPlace,
  bytes: Octets,
): Promise<Octets | undefined> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcm(packageId, place), key, bytes))
  } catch (error) {
    // All that Web Crypto says of octets that do not authenticate.
    if (error instanceof DOMException && error.name === 'OperationError') return undefined
    throw error
  }
}

const gcm = (packageId: string, place: ChunkPlace) => ({
  ...{ name: 'AES-GCM', iv: nonceOf(place), tagLength: 128 },
  additionalData: new TextEncoder().encode(`${PACKAGE_FORMAT} ${packageId} ${nameOf(place)}`),
})
