import { Worker } from 'node:worker_threads'
import type { Content } from '../content.ts'
import { detectContent, detectedBytes } from '../detect/detect-content.ts'
import { inTurn } from './in-turn.ts'

/** A chart of 2,000 pages is through in a third of it on a slow machine. */
const longestMs = 60_000
/** XML of the largest part that is unpacked, as a tree. */
const mostMemoryMb = 1_024

/**
 * Reads a file in a thread that ends afterwards. A file that takes too long or too much memory kills the thread and nothing else; its type is told
 * all the same, with `too-long` or `too-much-memory` as what could not be read.
 */
export const readApart = (bytes: Uint8Array, name: string, timeMs = longestMs): Promise<Content> =>
  inTurn(() => inThread(bytes, name, timeMs))

function inThread(bytes: Uint8Array, name: string, timeMs: number): Promise<Content> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-thread.ts', import.meta.url), {
      workerData: { bytes, name },
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
    })
    const giveUp = setTimeout(() => {
      resolve(unreadable(bytes, name, 'too-long'))
      void worker.terminate()
    }, timeMs)
    worker.once('message', (content: Content) => resolve(content))
    worker.once('error', (error) =>
      isOutOfMemory(error) ? resolve(unreadable(bytes, name, 'too-much-memory')) : reject(error),
    )
    worker.once('exit', (code) => {
      clearTimeout(giveUp)
      reject(new Error(`a reading thread ended with ${code}`))
    })
  })
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const unreadable = (bytes: Uint8Array, name: string, code: string): Content => ({
  ...detectContent(bytes.subarray(0, detectedBytes), bytes.subarray(-detectedBytes), name),
  ...{ title: null, documentType: null, date: null, pages: null, patient: null, facts: {}, text: '' },
  unread: [{ code, facts: {} }],
})
