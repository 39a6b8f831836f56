const BYTES = 6

/**
 * 抜き取り — so many different numbers below `of`, each set as likely as any other (Floyd's way), from the bytes handed in: whoever
 * wants to know beforehand what will be looked at would have to know those.
 */
export function draw(count: number, of: number, randomBytes: (length: number) => Uint8Array): readonly number[] {
  const drawn = new Set<number>()
  for (let last = Math.max(0, of - count); last < of; last += 1) {
    const number = below(last + 1, randomBytes)
    drawn.add(drawn.has(number) ? last : number)
  }
  return [...drawn].sort((a, b) => a - b)
}

/** 48 random bits hold no noticeable lean towards any of the 2^24 blocks that a log can have. */
function below(limit: number, randomBytes: (length: number) => Uint8Array): number {
  return Buffer.from(randomBytes(BYTES)).readUIntBE(0, BYTES) % limit
}
