import { Refusal } from '#shared'

/** One for who waits at the counter, one beside a large file of somebody else. */
const mostAtOnce = 2
/** Who comes later is told to come again: each waits with its file in memory. */
const mostWaiting = 16

const waiting: (() => void)[] = []
let running = 0

/** Runs a reader of files when it is its turn; `locked` (reason `document-reading-busy`) where too many wait already. */
export async function inTurn<T>(read: () => Promise<T>): Promise<T> {
  if (running < mostAtOnce) running += 1
  else {
    if (waiting.length >= mostWaiting) throw new Refusal('locked', { reason: 'document-reading-busy' })
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  try {
    return await read()
  } finally {
    // The place goes to whoever waits; only when nobody does is it free.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
