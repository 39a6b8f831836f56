import { CHUNK_BYTES, type Span } from './format/layout.ts'

type Octets = Uint8Array<ArrayBuffer>
type Keep = (number: number, bytes: Octets) => Promise<void>

/** 一続きの帯 — octets one after the other, kept in chunks of one size; one chunk is in memory and no more. */
export interface Tape {
  write(bytes: Uint8Array): Promise<Span>
  /** How many octets there are so far. */
  position(): number
  /** Keeps the last chunk; how many there are. */
  end(): Promise<number>
}

export function openTape(keep: Keep): Tape {
  const chunk = new Uint8Array(CHUNK_BYTES)
  let [held, kept] = [0, 0]
  async function keepChunk(): Promise<void> {
    kept += 1
    await keep(kept, chunk.slice(0, held))
    held = 0
  }
  const position = () => kept * CHUNK_BYTES + held
  return {
    position,
    async write(bytes) {
      const start = position()
      for (let at = 0; at < bytes.length; ) {
        const part = bytes.subarray(at, at + CHUNK_BYTES - held)
        chunk.set(part, held)
        held += part.length
        at += part.length
        if (held === CHUNK_BYTES) await keepChunk()
      }
      return [start, bytes.length]
    },
    async end() {
      if (held > 0) await keepChunk()
      return kept
    },
  }
}

/** 名簿 — values as JSON arrays, as many in a chunk as fit. A value alone larger than a chunk is a mistake of ours. */
export interface Lines {
  write(value: object): Promise<void>
  end(): Promise<number>
}

export function openLines(keep: Keep): Lines {
  let [lines, held, kept] = [[] as string[], 2, 0]
  async function keepChunk(): Promise<void> {
    kept += 1
    await keep(kept, new TextEncoder().encode(`[${lines.join()}]`))
    lines = []
    held = 2
  }
  return {
    async write(value) {
      const line = JSON.stringify(value)
      const length = Buffer.byteLength(line) + 1
      if (length + 2 > CHUNK_BYTES) throw new RangeError(`a line of ${length} octets does not fit into a chunk`)
      if (held + length > CHUNK_BYTES) await keepChunk()
      lines.push(line)
      held += length
    },
    async end() {
      if (lines.length > 0) await keepChunk()
      return kept
    },
  }
}
