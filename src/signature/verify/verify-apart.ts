import { Worker } from 'node:worker_threads'
import type { FileAnswer, FileQuestion } from '@omamori/signature'
import { Refusal } from '#shared'
import type { Trust } from '../read-trust.ts'
import type { VerifyOrder } from '../verify-files.ts'
import type { Handed } from './verify-thread.ts'

/** Verifying takes at most 2 s per MB; the largest upload is through by then on a slow machine. */
const longestMs = 120_000
/** One for who waits at the counter, one beside a large file of somebody else. */
const mostAtOnce = 2
/** Who comes later is told to come again: each waits with its files in memory. */
const mostWaiting = 8
/** Several times the largest upload, and unpacked containers. */
const mostMemoryMb = 1_024

const waiting: (() => void)[] = []
let running = 0

/**
 * Verifies in a thread that ends afterwards, so that nobody else waits and a file that takes too long is given up: `too-large`
 * (reason `verification-too-long`), or `locked` (reason `verification-busy`) where too many wait already. The thread's memory is given back with it.
 */
export async function verifyApart(
  files: readonly FileQuestion[],
  order: VerifyOrder,
  timeMs = longestMs,
): Promise<readonly FileAnswer[]> {
  if (running >= mostAtOnce) {
    if (waiting.length >= mostWaiting) throw new Refusal('locked', { reason: 'verification-busy' })
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await inThread(handed(files, order), timeMs)
  } finally {
    // The place goes to whoever waits; only when nobody does is it free.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

function inThread(workerData: Handed, timeMs: number): Promise<readonly FileAnswer[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./verify-thread.ts', import.meta.url), {
      workerData,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
    })
    const giveUp = setTimeout(() => {
      reject(tooLong())
      void worker.terminate()
    }, timeMs)
    worker.once('message', (answers: readonly FileAnswer[]) => resolve(answers))
    worker.once('error', (error) => reject(isOutOfMemory(error) ? tooLong() : error))
    worker.once('exit', (code) => {
      clearTimeout(giveUp)
      reject(new Error(`a verifying thread ended with ${code}`))
    })
  })
}

const tooLong = () => new Refusal('too-large', { reason: 'verification-too-long' })

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

function handed(files: readonly FileQuestion[], { trust, at, policy }: VerifyOrder): Handed {
  return { files, at, policy, ...octetsOf(trust) }
}

const octetsOf = ({ anchors, hpkiAnchors, stampAnchors, certificates, crls }: Trust) => ({
  anchors: anchors.map(({ raw }) => raw),
  hpkiAnchors: hpkiAnchors.map(({ raw }) => raw),
  stampAnchors: stampAnchors.map(({ raw }) => raw),
  certificates: certificates.map(({ raw }) => raw),
  crls,
})
