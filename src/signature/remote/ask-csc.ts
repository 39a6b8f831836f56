import { SigningKeyError } from '@omamori/signature'
import type { z } from 'zod'
import { refusalAnswer } from './csc-answers.ts'

/** Where a service is asked, and by whose leave. */
export interface Service {
  /** Up to and with `/csc/v2`. */
  readonly address: string
  readonly accessToken: () => Promise<string>
  /** How long one answer may take; a person waits meanwhile. */
  readonly patienceMs?: number
}

const patience = 20_000
/** A chain of certificates takes some 10 kB. */
const mostBytes = 256 * 1024

/** One question by POST, and its answer by its schema. It goes nowhere but to this address, and no secret goes over a line that others can read. */
export async function askCsc<S extends z.ZodType>(
  service: Service,
  method: string,
  body: object,
  schema: S,
): Promise<z.infer<S>> {
  const url = addressOf(service.address, method)
  const authorization = `Bearer ${await service.accessToken()}`
  const response = await sent(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', authorization },
    body: JSON.stringify(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(service.patienceMs ?? patience),
  })
  const text = await textOf(response)
  if (response.status === 202)
    throw new SigningKeyError('credential-not-usable', { said: 'credentials/authorizeCheck' })
  if (response.status !== 200) throw refusalOf(response.status, text)
  const answer = schema.safeParse(jsonOf(text))
  if (!answer.success) throw new SigningKeyError('signer-answer', { said: `${method}: ${placeOf(answer.error)}` })
  return answer.data
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

function addressOf(address: string, method: string): URL {
  const url = URL.parse(`${address.replace(/\/$/, '')}/${method}`)
  if (url === null) throw new SigningKeyError('needs-https', { said: plain(address) })
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname))
  if (!safe || url.username !== '' || url.password !== '' || url.search !== '')
    throw new SigningKeyError('needs-https', { said: url.host })
  return url
}

async function sent(url: URL, question: RequestInit): Promise<Response> {
  try {
    return await fetch(url, question)
  } catch (error) {
    throw unreachable(error)
  }
}

async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const part of response.body ?? []) {
      bytes += part.length
      if (bytes > mostBytes) throw new SigningKeyError('signer-answer', { said: `> ${mostBytes}` })
      parts.push(part)
    }
  } catch (error) {
    throw error instanceof SigningKeyError ? error : unreachable(error)
  }
  return Buffer.concat(parts).toString('utf8')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function unreachable(error: unknown): SigningKeyError {
  const known = error instanceof Error ? error : new Error(String(error))
  const cause = known.cause instanceof Error ? known.cause : known
  const code = 'code' in cause ? String(cause.code) : cause.message
  const said = known.name === 'TimeoutError' ? 'time-out' : code
  return new SigningKeyError('signer-unreachable', { said: plain(said) }, { cause: error })
}

/** Codes of §10.1 and of the methods for a PIN or one-time password that is wrong. */
const wrongSecret = new Set(['invalid_authentication_data', 'invalid_otp', 'invalid_pin'])

function refusalOf(status: number, text: string): SigningKeyError {
  if (status >= 300 && status < 400) return new SigningKeyError('signer-answer', { said: `redirect ${status}` })
  const { data } = refusalAnswer.safeParse(jsonOf(text))
  const said = plain(`${status} ${data?.error ?? ''} ${data?.error_description ?? ''}`)
  if (data !== undefined && wrongSecret.has(data.error)) return new SigningKeyError('signer-wrong-secret', { said })
  return new SigningKeyError(status === 401 || status === 403 ? 'access-refused' : 'signer-refused', { said })
}

const placeOf = (error: z.ZodError): string => plain(error.issues[0]?.path.join('.') ?? '')

/** Somebody else's words go to a terminal: no control characters, and no more than a line. */
const plain = (text: string): string => text.replaceAll(/\p{C}/gu, ' ').trim().slice(0, 200)
