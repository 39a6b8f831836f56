import { randomBytes } from 'node:crypto'
import { Malformed, readStampAnswer, type StampTime, writeStampQuestion } from '@omamori/signature'
import { Refusal } from '#shared'

/** An answer is a token with a few certificates: some 10 kB. */
const mostBytes = 256 * 1024
/** Authorities answer within a second; who signs at a counter waits no longer than this for each. */
const patienceMs = 10_000

/**
 * Asks time-stamping authorities over HTTP (RFC 3161 §3.4), one after the other until one gives a token for this very digest. `unreachable`
 * names what each said: whoever signs can then go on without a stamp, which costs a level and never the signature.
 */
export function stampOver(addresses: readonly string[], timeMs = patienceMs): StampTime {
  return async (imprint) => {
    const said: string[] = []
    for (const address of addresses) {
      const question = { ...imprint, nonce: BigInt(`0x${randomBytes(8).toString('hex')}`) }
      try {
        return readStampAnswer(await ask(address, writeStampQuestion(question), timeMs), question)
      } catch (error) {
        said.push(`${address}: ${reasonOf(error)}`)
      }
    }
    throw new Refusal('unreachable', { reason: 'no-time-stamp', said })
  }
}

async function ask(address: string, question: Uint8Array, timeMs: number): Promise<Uint8Array> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: Buffer.from(question),
    redirect: 'error',
    signal: AbortSignal.timeout(timeMs),
  })
  if (!response.ok || response.body === null) throw new Malformed('time-stamp-http', { status: response.status })
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body) {
    bytes += part.length
    if (bytes > mostBytes) throw new Malformed('time-stamp-too-big', { limit: mostBytes })
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Whatever goes wrong with one authority, the next is asked; what it was is told if none answers. */
function reasonOf(error: unknown): string {
  if (error instanceof Malformed) return `${error.reason} ${Object.values(error.facts).join(' ')}`.trim()
  return error instanceof Error
    ? error.name === 'TimeoutError'
      ? 'time-out'
      : String((error.cause as Error | undefined)?.message ?? error.message)
    : String(error)
}
