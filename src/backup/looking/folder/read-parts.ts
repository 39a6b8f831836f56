import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Watch } from '../watch.ts'

// Enough for the numbers of the bytes to say something, small enough for a thousand files in seconds.
const WINDOW_BYTES = 16_384
// A read that is long enough for a disk to run at its speed.
const CHUNK_BYTES = 1 << 20

// A link that took the place of a file since it was listed is not followed; a pipe does not make us wait.
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** The beginning, the middle and the end of a file. */
export async function windowsOf(path: string, bytes: number): Promise<readonly Uint8Array[]> {
  const file = await open(path, FLAGS)
  try {
    const places = [0, Math.floor(bytes / 2), bytes - WINDOW_BYTES].filter((at) => at === 0 || at >= WINDOW_BYTES)
    const windows: Uint8Array[] = []
    for (const at of new Set(places)) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(WINDOW_BYTES), 0, WINDOW_BYTES, at)
      windows.push(buffer.subarray(0, bytesRead))
    }
    return windows
  } finally {
    await file.close()
  }
}

/** The SHA-256 of a file, read in pieces. */
export async function digestOf(path: string, watch: Watch): Promise<string> {
  const file = await open(path, FLAGS)
  try {
    const hash = createHash('sha256')
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES)
    for (;;) {
      watch.step(0)
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, bytesRead))
    }
  } finally {
    await file.close()
  }
}
