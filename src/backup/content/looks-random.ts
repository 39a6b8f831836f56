// Fewer bytes than this say nothing by their numbers: each of the 256 values is expected four times at least.
const MIN_BYTES = 1024

// The sum below is 255 on average for random bytes, with a standard deviation of 22.6; six of them are passed once in a
// thousand million windows. What zip, JPEG or gzip write lies at some hundreds to thousands: their codes leave traces.
const MOST_FOR_RANDOM = 255 + 6 * 22.6

/** Whether every value of a byte is as frequent as any other (chi-square), as encryption leaves them; undefined for a few bytes. */
export function looksRandom(bytes: Uint8Array): boolean | undefined {
  if (bytes.length < MIN_BYTES) return undefined
  const counts = new Uint32Array(256)
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1
  const expected = bytes.length / 256
  const sum = counts.reduce((total, count) => total + (count - expected) ** 2 / expected, 0)
  return sum < MOST_FOR_RANDOM
}

// Of random bytes a tenth are control characters; of text, none but those that lay it out.
const MOST_CONTROLS = 0.03
const MIN_TEXT_BYTES = 48

/** Whether bytes can be text in any coding that Japanese files have; undefined for a few bytes. */
export function looksLikeText(bytes: Uint8Array): boolean | undefined {
  if (bytes.length < MIN_TEXT_BYTES) return undefined
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isUtf16) return true
  // Tab, line feed, form feed, carriage return, and the escape of ISO-2022-JP.
  const controls = bytes.reduce((sum, byte) => sum + (byte < 32 && ![9, 10, 12, 13, 27].includes(byte) ? 1 : 0), 0)
  return controls / bytes.length < MOST_CONTROLS
}
