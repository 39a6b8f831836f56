/**
 * A part of an upload, and what is sent in one request where the file is no longer: most documents. No server takes smaller parts
 * than 5 MiB but the last; 10,000 parts of 8 MiB are 78 GiB.
 */
export const PART_BYTES = 8 * 1024 * 1024

/** What is laid down at once: a segment and what goes with it comes in two. */
const FIRST_BYTES = 256 * 1024

export interface Part {
  readonly bytes: Uint8Array
  readonly isLast: boolean
}

/**
 * Gathers pieces of any length into parts of the same length; only the last is shorter, or empty when it is also the first. A part
 * lies in memory that is used again for the next but one: whoever asks for that one is done with it.
 */
export async function* gatherParts(pieces: AsyncIterable<Uint8Array>, partBytes = PART_BYTES): AsyncGenerator<Part> {
  const memory: Buffer[] = []
  let [held, index] = [0, 0]

  function lay(piece: Uint8Array): void {
    const place = memory[index % 2] ?? Buffer.alloc(0)
    const wide = place.length < held + piece.length ? widened(place) : place
    wide.set(piece, held)
    memory[index % 2] = wide
    held += piece.length
  }

  /** A short file, which most are, takes little more memory than it is long. */
  function widened(place: Buffer): Buffer {
    const wide = Buffer.allocUnsafeSlow(
      index > 0 ? partBytes : Math.min(partBytes, Math.max(2 * place.length, FIRST_BYTES)),
    )
    wide.set(place.subarray(0, held))
    return wide
  }

  const gathered = (): Uint8Array => (memory[index % 2] ?? Buffer.alloc(0)).subarray(0, held)

  for await (const piece of pieces) {
    for (let from = 0; from < piece.length; ) {
      // A full part is held back until more has come, since only then is it known not to be the last.
      if (held === partBytes) {
        yield { bytes: gathered(), isLast: false }
        index += 1
        held = 0
      }
      const some = piece.subarray(from, from + Math.min(partBytes - held, FIRST_BYTES))
      lay(some)
      from += some.length
    }
  }
  yield { bytes: gathered(), isLast: true }
}
