import type { createTransport, NodemailerError, SMTPTransportOptions } from 'nodemailer'
import type { TlsMode } from './wire.ts'
import type { MailCode } from './words.ts'

export interface Server {
  readonly host: string
  readonly port: number
  readonly tls: TlsMode
  readonly loginName?: string
  readonly password?: string
}

export interface Letter {
  /** The same at every attempt, so that a mail that came twice can be known as one. */
  readonly mailId: string
  readonly sender: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly madeAt: string
}

/** What came of handing a mail over. `forGood`: the server said that it never will. */
export type Posted =
  | { readonly isSent: true; readonly answer?: string }
  | { readonly isSent: false; readonly code: MailCode; readonly answer?: string; readonly forGood: boolean }

export type Post = (server: Server, letter: Letter) => Promise<Posted>

// From connecting to the last answer. A mail of two kilobytes takes a second.
const TIME_MS = 60_000
const SILENCE_MS = 20_000
// An answer is a line or two; it is kept and shown.
const MAX_RESPONSE_BYTES = 64_000
const MAX_ANSWER = 300

/** Hands one mail to one address over to the server; `authorities` are for those who sign their own certificates. */
export function postWith({ authorities, timeMs = TIME_MS }: { authorities?: string; timeMs?: number } = {}): Post {
  return async (server, letter) => {
    // Loaded with the first mail: many facilities never send one.
    const nodemailer = await import('nodemailer')
    const transport = nodemailer.createTransport(optionsOf(server, authorities))
    let late: NodeJS.Timeout | undefined
    const tooLate = new Promise<Posted>((resolve) => {
      late = setTimeout(() => resolve({ isSent: false, code: 'slow', forGood: false }), timeMs)
    })
    try {
      return await Promise.race([handOver(transport, server, letter), tooLate])
    } finally {
      clearTimeout(late)
      transport.close()
    }
  }
}

export const post: Post = postWith()

function optionsOf({ host, port, tls, loginName, password }: Server, authorities?: string): SMTPTransportOptions {
  return {
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(authorities === undefined ? {} : { ca: authorities }) },
    ...(loginName === undefined || password === undefined ? {} : { auth: { user: loginName, pass: password } }),
    connectionTimeout: SILENCE_MS,
    greetingTimeout: SILENCE_MS,
    dnsTimeout: SILENCE_MS,
    socketTimeout: SILENCE_MS,
    maxResponseSize: MAX_RESPONSE_BYTES,
    // The name of the machine is nobody's business.
    name: 'omamori.invalid',
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

async function handOver(
  transport: ReturnType<typeof createTransport>,
  server: Server,
  { mailId, sender, recipient, subject, body, madeAt }: Letter,
): Promise<Posted> {
  try {
    const { response } = await transport.sendMail({
      from: { name: 'お守り Omamori', address: sender },
      to: { name: '', address: recipient },
      envelope: { from: sender, to: [recipient] },
      subject,
      text: body,
      messageId: `<${mailId}@omamori.invalid>`,
      date: new Date(madeAt),
      // Old terminals read this before quoted-printable.
      textEncoding: 'base64',
      // Nobody's holiday answers are wanted.
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return { isSent: true, ...shown(response, server) }
  } catch (error) {
    const failure = error as NodemailerError
    if (typeof failure.code !== 'string') throw error
    const code = codeOf(failure)
    const forGood = failure.permanent === true && (code === 'recipient' || code === 'message')
    return { isSent: false, code, forGood, ...shown(failure.response, server) }
  }
}

const notHolding = /CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE/

function codeOf({ code, originalCode, permanent, command, responseCode }: NodemailerError): MailCode {
  if (typeof originalCode === 'string' && notHolding.test(originalCode)) return 'certificate'
  if (code === 'EAUTH' || code === 'ENOAUTH') return permanent === false ? 'busy' : 'sign-in'
  if (code === 'ETLS') return 'no-tls'
  if (code === 'ETIMEDOUT') return 'slow'
  if (code === 'EDNS') return 'unreachable'
  // Where it breaks off before a command was sent, nobody was reached.
  if (code === 'ESOCKET')
    return originalCode === 'ECONNRESET' || originalCode === 'EPIPE' ? 'broken-off' : 'unreachable'
  if (code === 'ECONNECTION' || responseCode === undefined) return 'broken-off'
  if (permanent !== true) return 'busy'
  if (command === 'MAIL FROM') return 'sender'
  return command === 'RCPT TO' ? 'recipient' : 'message'
}

/** What the server said, for people to read; a server that says our password back is not quoted. */
function shown(response: string | undefined, { loginName = '', password }: Server): { readonly answer?: string } {
  if (response === undefined || response === '') return {}
  const secrets =
    password === undefined
      ? []
      : [password, base64(password), base64(`\0${loginName}\0${password}`)].filter((one) => one !== '')
  if (secrets.some((one) => response.includes(one))) return {}
  return {
    answer: response
      .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
      .trim()
      .slice(0, MAX_ANSWER),
  }
}

const base64 = (text: string) => Buffer.from(text).toString('base64')
