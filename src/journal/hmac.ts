import { hash } from 'node:crypto'

const BLOCK_BYTES = 64
const DIGEST_BYTES = 32

/**
 * HMAC-SHA-256 (RFC 2104) under one key, as a function. Node's own makes a key object for every message, which takes some
 * twenty times as long as the two hashes; a commit needs two of them.
 */
export function hmacSha256(key: Uint8Array): (message: Uint8Array) => Uint8Array {
  if (key.length > BLOCK_BYTES) throw new RangeError('a key longer than a block is to be hashed first')
  const padded = (mask: number) => Uint8Array.from({ length: BLOCK_BYTES }, (_, i) => (key[i] ?? 0) ^ mask)
  const [inner, outer] = [padded(0x36), padded(0x5c)]
  const second = Buffer.concat([outer, Buffer.alloc(DIGEST_BYTES)])
  return (message) => {
    second.write(hash('sha256', Buffer.concat([inner, message]), 'binary'), BLOCK_BYTES, DIGEST_BYTES, 'latin1')
    return Buffer.from(hash('sha256', second, 'binary'), 'latin1')
  }
}
