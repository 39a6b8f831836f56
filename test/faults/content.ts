import type { Operation } from './record.ts'

type Change = Extract<Operation, { kind: 'write' | 'truncate' }>

/** The bytes of one file: what was flushed, and what may or may not have reached the disk since. */
export interface Content {
  change(change: Change): void
  flush(): void
  /** The bytes when of the changes that were not flushed those remain that `survivors` gives back. */
  image(survivors: (pending: readonly Change[]) => readonly Change[]): Buffer
}

const SECTOR_BYTES = 512

export function newContent(): Content {
  const flushed = emptyBytes()
  let pending: Change[] = []
  return {
    change: (change) => void pending.push(change),
    flush() {
      for (const change of pending) flushed.apply(change)
      pending = []
    },
    image(survivors) {
      const copy = emptyBytes(flushed.bytes())
      for (const change of survivors(pending)) copy.apply(change)
      return copy.bytes()
    },
  }
}

/** Bytes that grow as a file does: a hole is zeros. */
function emptyBytes(from: Buffer = Buffer.alloc(0)) {
  let room = Buffer.from(from)
  let length = from.length
  function reach(end: number): void {
    if (end > room.length) room = Buffer.concat([room, Buffer.alloc(end * 2 - room.length)])
    length = Math.max(length, end)
  }
  return {
    bytes: () => room.subarray(0, length),
    apply(change: Change): void {
      if (change.kind === 'write') {
        reach(change.offset + change.bytes.length)
        change.bytes.copy(room, change.offset)
      } else {
        reach(change.length)
        room.fill(0, change.length)
        length = change.length
      }
    },
  }
}

/** What a disk may make of changes that were not flushed: nothing, all, some of them, or some of their sectors. */
export const fates: readonly ((random: () => number) => (pending: readonly Change[]) => readonly Change[])[] = [
  () => () => [],
  () => (pending) => pending,
  (random) => (pending) => pending.filter(() => random() < 0.5),
  (random) => (pending) => pending.flatMap(sectors).filter(() => random() < 0.5),
]

function sectors(change: Change): readonly Change[] {
  if (change.kind !== 'write') return [change]
  const { bytes, offset } = change
  const count = Math.ceil(bytes.length / SECTOR_BYTES)
  return Array.from({ length: count }, (_, number) => {
    const start = number * SECTOR_BYTES
    return { ...change, offset: offset + start, bytes: bytes.subarray(start, start + SECTOR_BYTES) }
  })
}
