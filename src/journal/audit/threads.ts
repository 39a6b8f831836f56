import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalCode } from '#shared'
import type { Hands } from './hands.ts'
import type { AuditAnswer, ThreadGround, ThreadSays } from './tasks.ts'

interface Thread {
  readonly worker: Worker
  /** Why it takes no more tasks. */
  broken?: unknown
  waiting: { readonly resolve: (answer: AuditAnswer) => void; readonly reject: (error: unknown) => void } | undefined
}

/** Threads that audit; each has one task at a time. When one of them fails, so does what it was doing: that is a fault. */
export function openThreads(count: number, ground: ThreadGround): Hands {
  const threads = Array.from({ length: count }, () => startThread(ground))
  return {
    count,
    run(task) {
      const thread = threads.find(({ waiting }) => waiting === undefined)
      if (!thread) return Promise.reject(new Error('more tasks at once than threads'))
      if (thread.broken !== undefined) return Promise.reject(thread.broken)
      return new Promise((resolve, reject) => {
        thread.waiting = { resolve, reject }
        thread.worker.postMessage(task)
      })
    },
    async close() {
      for (const thread of threads) thread.waiting = undefined
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }
}

function startThread(ground: ThreadGround): Thread {
  const worker = new Worker(new URL('./audit-thread.ts', import.meta.url), { workerData: ground })
  const thread: Thread = { worker, waiting: undefined }
  const fail = (error: unknown) => {
    thread.waiting?.reject(error)
    thread.waiting = undefined
  }
  worker.on('message', (says: ThreadSays) => {
    if (!('answer' in says)) return fail(errorOf(says))
    thread.waiting?.resolve(says.answer)
    thread.waiting = undefined
  })
  worker.on('error', (error) => {
    thread.broken = error
    fail(error)
  })
  worker.on('exit', (code) => {
    thread.broken ??= new Error(`an audit thread ended with ${code}`)
    fail(thread.broken)
  })
  return thread
}

function errorOf(says: Exclude<ThreadSays, { readonly answer: unknown }>): Error {
  if ('refusal' in says) return new Refusal(says.refusal.code as RefusalCode, says.refusal.facts)
  return new Error(`an audit thread failed: ${says.fault}`)
}
