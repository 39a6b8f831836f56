import { lookup } from 'node:dns/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { addressClass } from './address-class.ts'
import { type CheckedAddress, checkedAddress, type Exempt, type NotFetched } from './checked-address.ts'

export interface FetchLimits {
  readonly exempt: Exempt
  readonly mostBytes: number
  /** From asking for the host's address to the last octet. */
  readonly timeMs: number
  readonly resolve?: Resolve
}

export type FetchAnswer =
  | { readonly got: true; readonly bytes: Uint8Array }
  /** `said`: a status, an error's code, the kind of address. */
  | { readonly got: false; readonly reason: NotFetched; readonly said: string | null }

/** A question by POST, with its media type; null: GET. */
export type Question = { readonly type: string; readonly bytes: Uint8Array } | null

type Addresses = readonly { readonly address: string; readonly family: number }[]
export type Resolve = (host: string) => Promise<Addresses>

const resolveByDns: Resolve = (host) => lookup(host, { all: true })

/**
 * Fetches from an address that came out of a certificate. The host's addresses are looked up once, all of them must be public, and the
 * connection goes to one of these very addresses, whatever the name says a moment later. Redirections are not followed. Never throws.
 */
export async function fetchGuarded(text: string, question: Question, limits: FetchLimits): Promise<FetchAnswer> {
  const checked = checkedAddress(text, limits.exempt)
  if (typeof checked === 'string') return not(checked)
  const ended = new AbortController()
  const late = setTimeout(() => ended.abort(), limits.timeMs)
  const tooLate = new Promise<FetchAnswer>((resolve) =>
    ended.signal.addEventListener('abort', () => resolve(not('time-out'))),
  )
  try {
    return await Promise.race([tooLate, fetchChecked(checked, question, limits, ended.signal)])
  } finally {
    clearTimeout(late)
    ended.abort()
  }
}

const not = (reason: NotFetched, said: string | null = null): FetchAnswer => ({ got: false, reason, said })

async function fetchChecked(
  { url, exempt }: CheckedAddress,
  question: Question,
  { mostBytes, resolve = resolveByDns }: FetchLimits,
  signal: AbortSignal,
): Promise<FetchAnswer> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = await addressesOf(host, resolve)
  if (addresses.length === 0) return not('host-not-found')
  const kinds = addresses.map(({ address }) => addressClass(address))
  const inside = kinds.find((kind) => kind !== 'public')
  if (!exempt && inside !== undefined) return not('not-public', inside)
  if (signal.aborted) return not('time-out')
  return ask(url, question, mostBytes, pinnedTo(addresses), signal)
}

async function addressesOf(host: string, resolve: Resolve): Promise<Addresses> {
  if (isIP(host) !== 0) return [{ address: host, family: isIP(host) }]
  try {
    return await resolve(host)
  } catch {
    return []
  }
}

const pinnedTo =
  (addresses: Addresses): LookupFunction =>
  (_host, options, done) => {
    const [first] = addresses
    if (options.all) done(null, [...addresses])
    else done(null, first?.address ?? '', first?.family)
  }

function ask(
  url: URL,
  question: Question,
  mostBytes: number,
  pinned: LookupFunction,
  signal: AbortSignal,
): Promise<FetchAnswer> {
  const { promise, resolve } = Promise.withResolvers<FetchAnswer>()
  const unreachable = (error: NodeJS.ErrnoException) => resolve(not('unreachable', error.code ?? null))
  const asking = (url.protocol === 'https:' ? httpsRequest : httpRequest)(
    url,
    {
      method: question === null ? 'GET' : 'POST',
      // A connection of its own: another one to this name may lead elsewhere.
      agent: false,
      lookup: pinned,
      signal,
      headers: question === null ? {} : { 'content-type': question.type, 'content-length': question.bytes.byteLength },
    },
    (answer) =>
      void read(answer, mostBytes)
        .then(resolve, unreachable)
        .finally(() => asking.destroy()),
  )
  asking.on('error', unreachable)
  asking.end(question?.bytes)
  return promise
}

async function read(answer: IncomingMessage, mostBytes: number): Promise<FetchAnswer> {
  const { statusCode = 0 } = answer
  if (statusCode >= 300 && statusCode < 400) return not('redirected', String(statusCode))
  if (statusCode !== 200) return not('status', String(statusCode))
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of answer) {
    bytes += part.length
    if (bytes > mostBytes) return not('too-large')
    parts.push(part)
  }
  return { got: true, bytes: Buffer.concat(parts) }
}
