import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

/** What came back from a witness; `slow` and `too-long` were cut off by us. */
export type Sent =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  | { readonly kind: 'unreachable' | 'slow' | 'too-long' }

/** Posts to a witness: to `add-checkpoint`, unless another of its paths is named. */
export type Send = (url: string, body: string, path?: string) => Promise<Sent>

// From connecting to the last byte. A witness has one row to write.
const TIME_MS = 15_000
// 64 signature lines of at most 5 kB; an honest answer has two.
const MAX_ANSWER_BYTES = 330_000

// A proxy that the machine's environment names (HTTPS_PROXY, NO_PROXY) is used: many facilities have no other way out.
const agents = {
  'http:': new HttpAgent({ proxyEnv: process.env }),
  'https:': new HttpsAgent({ proxyEnv: process.env }),
}

/** Redirections are answers like any other: whom we ask, a person has named. */
export const send: Send = (prefix, body, path) => sendWithin(prefix, body, TIME_MS, path)

export function sendWithin(prefix: string, body: string, timeMs: number, path = 'add-checkpoint'): Promise<Sent> {
  const url = new URL(`${prefix.replace(/\/+$/, '')}/${path}`)
  const secure = url.protocol === 'https:'
  return new Promise((resolve) => {
    const options = {
      method: 'POST',
      agent: agents[secure ? 'https:' : 'http:'],
      headers: { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(body) },
    }
    const asking = (secure ? httpsRequest : httpRequest)(url, options, (answer) => {
      const parts: Buffer[] = []
      let length = 0
      answer.on('data', (part: Buffer) => {
        length += part.length
        if (length > MAX_ANSWER_BYTES) end({ kind: 'too-long' })
        else parts.push(part)
      })
      answer.on('end', () =>
        end({ kind: 'answered', status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
      )
      answer.on('error', () => end({ kind: 'unreachable' }))
    })
    const late = setTimeout(() => end({ kind: 'slow' }), timeMs)
    function end(sent: Sent): void {
      clearTimeout(late)
      resolve(sent)
      asking.destroy()
    }
    asking.on('error', () => end({ kind: 'unreachable' }))
    asking.end(body)
  })
}
