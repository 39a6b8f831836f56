import { Worker } from 'node:worker_threads'
import type { Answer, Asked } from './digest-thread.ts'

/** What a file really holds. */
export interface Digest {
  readonly sha256: string
  readonly length: number
}

/** One for each core of the smallest machine we support; the main thread has nothing to do meanwhile. */
const threads = 2
/** A thread that nobody asks anything ends, so that the memory of an idle server is its own. */
const idleMs = 2_000

interface Thread {
  readonly worker: Worker
  readonly waiting: Map<number, (answer: Answer) => void>
  end: NodeJS.Timeout | undefined
}

const pool: Thread[] = []
let asked = 0

/** Reads a file in a thread and hashes it: undefined where there is none, `unreadable` where the disk does not give it. */
export function digestOfFile(path: string): Promise<Digest | 'unreadable' | undefined> {
  const thread = leastBusy()
  clearTimeout(thread.end)
  const id = asked++
  return new Promise((resolve, reject) => {
    thread.waiting.set(id, (answer) => {
      thread.waiting.delete(id)
      if (thread.waiting.size === 0) thread.end = endLater(thread)
      if (answer.kind === 'failed') reject(answer.error)
      else resolve(answer.kind === 'digest' ? answer.digest : answer.kind === 'missing' ? undefined : 'unreadable')
    })
    thread.worker.ref()
    thread.worker.postMessage({ id, path } satisfies Asked)
  })
}

function leastBusy(): Thread {
  const idle = pool.find(({ waiting }) => waiting.size === 0)
  if (idle) return idle
  if (pool.length < threads) return begin()
  return pool.reduce((least, one) => (one.waiting.size < least.waiting.size ? one : least))
}

function begin(): Thread {
  const worker = new Worker(new URL('./digest-thread.ts', import.meta.url), { env: {} })
  const thread: Thread = { worker, waiting: new Map(), end: undefined }
  pool.push(thread)
  const leave = (error: Error) => {
    if (pool.includes(thread)) pool.splice(pool.indexOf(thread), 1)
    for (const [id, answer] of thread.waiting) answer({ id, kind: 'failed', error })
  }
  worker.on('message', (answer: Answer) => thread.waiting.get(answer.id)?.(answer))
  worker.once('error', (error) => leave(error instanceof Error ? error : new Error(String(error))))
  worker.once('exit', (code) => leave(new Error(`a hashing thread ended with ${code}`)))
  return thread
}

function endLater(thread: Thread): NodeJS.Timeout {
  thread.worker.unref()
  return setTimeout(() => {
    pool.splice(pool.indexOf(thread), 1)
    void thread.worker.terminate()
  }, idleMs).unref()
}
