import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

const pki = fileURLToPath(new URL('../../../packages/signature/testdata/test-pki/', import.meta.url))
const pem = (label: string): string => readFileSync(`${pki}certificates/${label}.pem`, 'latin1')
const der = (label: string): string => pem(label).replaceAll(/-----[^-]+-----|\s/g, '')

/** One way in which the service is not as it should be. */
export type Lie =
  | 'other-octets'
  | 'other-key'
  | 'other-certificate'
  | 'authentication-certificate'
  | 'too-few'
  | 'too-many'
  | 'huge'
  | 'slow'
  | 'endless'
  | 'redirect'
  | 'page'
  | 'other-form'
  | 'no-certificate'
  | 'unbound'
  | 'disabled'
  | 'revoked'
  | 'oauth2'
  | 'later'
  | 'old'
  | 'hangs-up'
  | 'refuses'

export interface CscService {
  readonly address: string
  readonly accessToken: string
  /** What was asked, method by method. */
  readonly asked: string[]
  /** Activation data that were given out. */
  readonly given: string[]
  /** How it lies from now on, and from which method on. */
  lie(lie: Lie | null, at?: string): void
  close(): Promise<void>
}

interface Question {
  readonly credentialID: string
  readonly hashes: readonly string[]
  readonly numSignatures: number
  readonly SAD: string
  readonly signAlgo: string
  readonly authData: readonly { readonly id: string; readonly value: string }[]
}

const credentials: Readonly<Record<string, { readonly label: string; readonly algo: readonly string[] }>> = {
  'MIHON-RSA': { label: 'doctor', algo: ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.10'] },
  'MIHON-EC': { label: 'doctor-p256', algo: ['1.2.840.10045.4.3.2'] },
}

/** A remote signing service by CSC API v2 that really signs, with keys of the test PKI; PIN 4912, OTP 135790. */
export async function cscService(
  shown: readonly string[] = ['MIHON-RSA'],
  tls: { readonly key: string; readonly cert: string } | null = null,
): Promise<CscService> {
  const accessToken = 'mihon-access'
  const [asked, given]: [string[], string[]] = [[], []]
  const allowed = new Map<string, string>()
  const told: { lie: Lie | null; at: string } = { lie: null, at: '' }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = (request.url ?? '').replace('/csc/v2/', '')
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    asked.push(method)
    const lie = told.at === '' || told.at === method ? told.lie : null
    const say = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    if (request.headers.authorization !== `Bearer ${accessToken}`) return say(401, { error: 'invalid_token' })
    if (lie === 'slow') return
    if (lie === 'hangs-up') return void request.socket.destroy()
    if (lie === 'endless') return void response.write('{')
    if (lie === 'huge') return say(200, { signatures: ['A'.repeat(400_000)] })
    if (lie === 'redirect') return void response.writeHead(307, { location: `https://192.0.2.1/${method}` }).end()
    if (lie === 'page') return void response.end('<html>')
    if (lie === 'other-form') return say(200, { signatures: 'AA==', credentialIDs: 1, SAD: 7 })
    if (lie === 'refuses') return say(400, { error: 'invalid_request', error_description: 'no\u001b[31m' })
    const question: Question = JSON.parse(Buffer.concat(parts).toString('utf8'))
    switch (method) {
      case 'info': {
        const methods = ['credentials/list', 'credentials/info', 'credentials/authorize', 'signatures/signHash']
        return say(200, { specs: lie === 'old' ? '1.0.4.0' : '2.0.0.2', name: 'みほん署名', methods })
      }
      case 'credentials/list':
        return say(200, { credentialIDs: shown })
      case 'credentials/info':
        return say(200, infoOf(question.credentialID, lie))
      case 'credentials/authorize': {
        if (lie === 'later') return say(202, { handle: 'mihon' })
        const right = question.authData.map(({ value }) => value).join() === '4912,135790'
        if (!right) return say(400, { error: 'invalid_authentication_data', error_description: 'PIN' })
        const SAD = randomBytes(24).toString('base64')
        allowed.set(SAD, question.hashes.join())
        given.push(SAD)
        return say(200, { SAD, expiresIn: 300 })
      }
      case 'signatures/signHash': {
        if (allowed.get(question.SAD) !== question.hashes.join()) return say(400, { error: 'invalid_request' })
        allowed.delete(question.SAD)
        return say(200, { signatures: signaturesFor(question, lie) })
      }
      default:
        return say(404, { error: 'invalid_request' })
    }
  }

  const listener = (request: IncomingMessage, response: ServerResponse): void => void answer(request, response)
  const server = tls === null ? createServer(listener) : createSecureServer(tls, listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `${tls === null ? 'http' : 'https'}://127.0.0.1:${port}/csc/v2`,
    accessToken,
    asked,
    given,
    lie: (lie, at = '') => void Object.assign(told, { lie, at }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function infoOf(credentialID: string, lie: Lie | null): object {
  const { label, algo } = credentials[credentialID] ?? { label: 'doctor', algo: [] }
  const own =
    lie === 'other-certificate' ? 'dentist' : lie === 'authentication-certificate' ? 'doctor-authentication' : label
  const password = (id: string) => ({ type: 'Password', id, format: 'N', label: `\u001b[31m${id}` })
  return {
    key: { status: lie === 'disabled' ? 'disabled' : 'enabled', algo, len: 2048 },
    cert: {
      status: lie === 'revoked' ? 'revoked' : 'valid',
      certificates: lie === 'no-certificate' ? ['MAA='] : [der(own), der('signing-ca')],
    },
    auth: {
      mode: lie === 'oauth2' ? 'oauth2code' : 'explicit',
      expression: 'PIN AND OTP',
      objects: ['PIN', 'OTP'].map(password),
    },
    SCAL: lie === 'unbound' ? '1' : '2',
    multisign: 3,
  }
}

function signaturesFor({ credentialID, hashes }: Question, lie: Lie | null): readonly string[] {
  const label = lie === 'other-key' ? 'dentist' : (credentials[credentialID]?.label ?? '')
  const signed = hashes.map((one) => {
    const hash = Buffer.from(one, 'base64')
    if (lie === 'other-octets') hash.reverse()
    const how = ['-sign', '-inkey', `${pki}keys/${label}.pem`, '-pkeyopt', 'digest:sha256']
    return execFileSync('openssl', ['pkeyutl', ...how], { input: hash }).toString('base64')
  })
  if (lie === 'too-few') return signed.slice(1)
  return lie === 'too-many' ? [...signed, ...signed] : signed
}
