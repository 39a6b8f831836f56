import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import type { Digest } from './digest-files.ts'

export interface Asked {
  readonly id: number
  readonly path: string
}

export type Answer = { readonly id: number } & (
  | { readonly kind: 'digest'; readonly digest: Digest }
  | { readonly kind: 'missing' | 'unreadable' }
  | { readonly kind: 'failed'; readonly error: Error }
)

// One buffer for the life of the thread.
const buffer = Buffer.alloc(1024 * 1024)
/** What says that this one file is not as it was, and nothing about the disk as a whole. */
const ofTheFile = new Set(['EIO', 'EISDIR', 'EACCES', 'EPERM', 'ELOOP', 'EUCLEAN', 'EBADMSG'])

parentPort?.on('message', ({ id, path }: Asked) => parentPort?.postMessage(answerTo(id, path)))

function answerTo(id: number, path: string): Answer {
  try {
    return { id, kind: 'digest', digest: digestOf(path) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return { id, kind: 'missing' }
    if (ofTheFile.has(code)) return { id, kind: 'unreadable' }
    return { id, kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) }
  }
}

function digestOf(path: string): Digest {
  const hash = createHash('sha256')
  const descriptor = openSync(path, 'r')
  let length = 0
  try {
    for (;;) {
      const read = readSync(descriptor, buffer, 0, buffer.length, null)
      if (read === 0) return { sha256: hash.digest('hex'), length }
      hash.update(buffer.subarray(0, read))
      length += read
    }
  } finally {
    closeSync(descriptor)
  }
}
