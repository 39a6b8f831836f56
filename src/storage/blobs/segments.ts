import { createCipheriv, createDecipheriv } from 'node:crypto'

/**
 * The format `omamori-blob@1`: the header, then segments of 1 MiB of content, each AES-256-GCM with its own tag, the
 * last one shorter (and empty for an empty file). The nonce says the place of the segment and whether it is the last,
 * so that segments cannot be reordered, repeated or cut off (STREAM: Hoang, Reyhanitabar, Rogaway, Vizár, 2015,
 * https://eprint.iacr.org/2015/189). Every file has a random key of its own, so its nonces may begin at zero. The header
 * is authenticated with every segment.
 */
export const HEADER: Uint8Array = Buffer.from('omamori-blob@1\n')
export const SEGMENT_BYTES = 1024 * 1024
export const TAG_BYTES = 16

const NONCE_BYTES = 12
const FLAG_AT = 11
const INDEX_AT = 7
// The first byte of a nonce tells content from the file's name, which is closed under the same key once.
const NAME_NONCE = Buffer.alloc(NONCE_BYTES, 0).fill(1, 0, 1)

/** The place of a segment: its number from 0, and whether it is the last. */
export interface SegmentPlace {
  readonly index: number
  readonly isLast: boolean
}

export const closeSegment = (key: Uint8Array, plaintext: Uint8Array, place: SegmentPlace): Uint8Array =>
  close(key, plaintext, nonceOf(place))

/** Throws when the segment was changed or stands in another place. */
export const openSegment = (key: Uint8Array, box: Uint8Array, place: SegmentPlace): Uint8Array =>
  open(key, box, nonceOf(place))

export const closeName = (key: Uint8Array, name: string): Uint8Array => close(key, Buffer.from(name), NAME_NONCE)

export const openName = (key: Uint8Array, box: Uint8Array): string => Buffer.from(open(key, box, NAME_NONCE)).toString()

/** How many segments content of this length has. */
export const segmentCount = (length: number): number => Math.max(1, Math.ceil(length / SEGMENT_BYTES))

/** Where a segment begins in the file. */
export const segmentOffset = (index: number): number => HEADER.length + index * (SEGMENT_BYTES + TAG_BYTES)

function nonceOf({ index, isLast }: SegmentPlace): Uint8Array {
  const nonce = Buffer.alloc(NONCE_BYTES)
  nonce.writeUInt32BE(index, INDEX_AT)
  nonce[FLAG_AT] = isLast ? 1 : 0
  return nonce
}

function close(key: Uint8Array, plaintext: Uint8Array, nonce: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(HEADER)
  return Uint8Array.from(Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]))
}

function open(key: Uint8Array, box: Uint8Array, nonce: Uint8Array): Uint8Array {
  if (box.length < TAG_BYTES) throw new RangeError(`a segment of ${box.length} bytes`)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(HEADER).setAuthTag(box.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(box.subarray(0, -TAG_BYTES)), decipher.final()])
}
