import { Malformed } from '@omamori/signature'

/** An answer is a token with a few certificates: some 10 kB. */
const mostBytes = 256 * 1024
/** No authority may keep us away for longer, or have us come back at once. */
const longestRestMs = 10 * 60_000
const shortestRestMs = 1_000

/** What an authority sent; or what went wrong, and whether asking again may help. */
export type Asked = { readonly answered: true; readonly bytes: Uint8Array } | Failed

export interface Failed {
  readonly answered: false
  readonly said: string
  readonly mayHeal: boolean
  /** For how long it says that it should be left alone; null: it does not say. */
  readonly restMs: number | null
}

/** Asks one time-stamping authority over HTTP (RFC 3161 §3.4). Never throws. */
export async function askAuthority(address: string, question: Uint8Array, timeMs: number): Promise<Asked> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: Buffer.from(question),
      redirect: 'error',
      signal: AbortSignal.timeout(timeMs),
    })
    if (response.ok) return { answered: true, bytes: await bytesOf(response) }
    await response.body?.cancel()
    const { status } = response
    const mayHeal = status === 429 || status >= 500
    return {
      answered: false,
      said: `time-stamp-http ${status}`,
      mayHeal,
      restMs: mayHeal ? retryAfterOf(response) : null,
    }
  } catch (error) {
    return { answered: false, said: reasonOf(error), mayHeal: !(error instanceof Malformed), restMs: null }
  }
}

async function bytesOf({ body }: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of body ?? []) {
    bytes += part.length
    if (bytes > mostBytes) throw new Malformed('time-stamp-too-big', { limit: mostBytes })
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Seconds, or a date by the authority's own clock (RFC 9110 §10.2.3); null: it does not say. */
function retryAfterOf({ headers }: Response): number | null {
  const text = headers.get('retry-after') ?? ''
  const asked = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - Date.parse(headers.get('date') ?? '')
  return Number.isNaN(asked) ? null : Math.min(Math.max(asked, shortestRestMs), longestRestMs)
}

/** Whatever went wrong, in a word; what strangers say has no place in a line of ours. */
export function reasonOf(error: unknown): string {
  if (error instanceof Malformed) return `${error.reason} ${Object.values(error.facts).join(' ')}`.trim()
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return 'time-out'
  return error.cause instanceof Error ? error.cause.message : error.message
}
