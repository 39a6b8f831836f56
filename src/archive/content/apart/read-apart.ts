import { Worker } from 'node:worker_threads'
import type { Content } from '../content.ts'
import { detectContent, detectedBytes } from '../detect/detect-content.ts'
import { inTurn } from './in-turn.ts'

/** A chart of 2,000 pages is through in a third of it on a slow machine. */
const longestMs = 60_000
/** XML of the largest part that is unpacked, as a tree. */
const mostMemoryMb = 1_024
/** A thread that waits for the next file keeps some 30 MB. */
const idleMs = 10_000
/** Whatever a reader kept by mistake goes with its thread. */
const mostFiles = 500
/** What a larger file needed is given back at once. */
const largestBefore = 1_000_000

interface Thread {
  readonly worker: Worker
  readonly files: number
}

/** Threads that have read a file and may read the next, each until its clock ends it. */
const waiting: (Thread & { readonly end: NodeJS.Timeout })[] = []

/**
 * Reads a file in a thread apart. A file that takes too long or too much memory kills the thread and nothing else; its type is told
 * all the same, with `too-long` or `too-much-memory` as what could not be read. Starting a thread takes a hundred times as long as reading
 * a short letter, so it reads the next small file too; after a PDF, whose reader is no JavaScript, it ends.
 */
export const readApart = (bytes: Uint8Array, name: string, timeMs = longestMs): Promise<Content> =>
  inTurn(() => inThread(takeThread(), bytes, name, timeMs))

function takeThread(): Thread {
  const idle = waiting.pop()
  if (idle === undefined) return { worker: startThread(), files: 0 }
  clearTimeout(idle.end)
  idle.worker.ref()
  return idle
}

function startThread(): Worker {
  const worker = new Worker(new URL('./read-thread.ts', import.meta.url), {
    ...{ env: {}, resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } },
  })
  // Whoever waits for an answer is told of it there; one that dies while it waits for work is not asked again.
  return worker.on('error', () => forget(worker)).on('exit', () => forget(worker))
}

/** A process that has nothing else to do does not wait for it. */
function giveBack({ worker, files }: Thread): void {
  const thread = { worker, files: files + 1, end: setTimeout(() => forget(worker), idleMs).unref() }
  worker.unref()
  waiting.push(thread)
}

function forget(worker: Worker): void {
  const at = waiting.findIndex((thread) => thread.worker === worker)
  if (at >= 0) waiting.splice(at, 1)
  void worker.terminate()
}

function inThread(thread: Thread, bytes: Uint8Array, name: string, timeMs: number): Promise<Content> {
  const { worker } = thread
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => {
      worker.off('message', answered)
      resolve(unreadable(bytes, name, 'too-long'))
      void worker.terminate()
    }, timeMs)
    const answered = (content: Content) => {
      clearTimeout(giveUp)
      worker.off('error', failed).off('exit', ended)
      if (mayReadOn(thread, bytes, content)) giveBack(thread)
      else void worker.terminate()
      resolve(content)
    }
    const failed = (error: unknown) =>
      isOutOfMemory(error) ? resolve(unreadable(bytes, name, 'too-much-memory')) : reject(error)
    const ended = (code: number) => {
      clearTimeout(giveUp)
      reject(new Error(`a reading thread ended with ${code}`))
    }
    worker.once('message', answered).once('error', failed).once('exit', ended)
    worker.postMessage({ bytes, name })
  })
}

const mayReadOn = ({ files }: Thread, bytes: Uint8Array, { type }: Content): boolean =>
  type !== 'pdf' && bytes.length <= largestBefore && files + 1 < mostFiles

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const unreadable = (bytes: Uint8Array, name: string, code: string): Content => ({
  ...detectContent(bytes.subarray(0, detectedBytes), bytes.subarray(-detectedBytes), name),
  ...{ title: null, documentType: null, date: null, pages: null, patient: null, facts: {}, text: '' },
  unread: [{ code, facts: {} }],
})
