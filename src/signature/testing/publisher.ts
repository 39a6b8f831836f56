import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemClock } from '#shared'
import { membersOf, readAsn1 } from '../../../packages/signature/asn1/read.ts'
import { integerOf, octetsOf } from '../../../packages/signature/asn1/value.ts'
import { integer, sequence } from '../../../packages/signature/asn1/write.ts'
import { stampAuthority } from '../../../packages/signature/testing/stamp-authority.ts'
import { openCache } from '../evidence/cache.ts'
import type { FetchGround } from '../evidence/fetch-once.ts'
import { type Gather, openGathering } from '../evidence/gather.ts'

export type Page = Uint8Array | string | RequestListener

export interface Publisher {
  readonly address: string
  /** `host:port`, for the operator's exemption. */
  readonly host: string
  /** What is published under which path; may be changed at any time. */
  readonly pages: Map<string, Page>
  readonly asked: string[]
  gathering(more?: Partial<FetchGround>): Gather
  close(): Promise<void>
}

/** An authority's web server on loopback. */
export async function publisher(): Promise<Publisher> {
  const pages = new Map<string, Page>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const page = pages.get(path)
    if (page === undefined) response.writeHead(404).end()
    else if (typeof page === 'function') page(request, response)
    else response.end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    ...{ address: `http://${host}`, host, pages, asked },
    gathering: (more) => openGathering({ clock: systemClock, exempt: new Set([host]), cache: null, ...more }),
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => void server.close(() => resolve()))
    },
  }
}

export const cacheIn = (folder: string) => openCache(folder)

const pki = fileURLToPath(new URL('../../../packages/signature/testdata/test-pki/', import.meta.url))

/** OpenSSL's responder for the issuing CA of the test PKI; `revoked` are serial numbers in hexadecimal. */
export function opensslResponder(revoked: readonly string[] = []): RequestListener {
  return async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const folder = mkdtempSync(join(tmpdir(), 'responder-'))
    const file = (name: string) => join(folder, name)
    writeFileSync(file('question'), Buffer.concat(parts))
    const known = ['65', ...revoked].map((serial) =>
      revoked.includes(serial)
        ? `R\t290331145959Z\t260301000000Z\t${serial}\tunknown\t/CN=Mihon`
        : `V\t290331145959Z\t\t${serial}\tunknown\t/CN=Mihon`,
    )
    writeFileSync(file('index'), `${[...new Set(known)].join('\n')}\n`)
    const certificate = (name: string) => join(pki, 'certificates', `${name}.pem`)
    const signing = ['-rsigner', certificate('ocsp-responder'), '-rkey', join(pki, 'keys', 'ocsp-responder.pem')]
    const order = ['-index', file('index'), '-CA', certificate('signing-ca'), '-reqin', file('question'), '-ndays', '4']
    execFileSync('openssl', ['ocsp', ...order, ...signing, '-respout', file('answer')], { stdio: 'ignore' })
    response.writeHead(200, { 'content-type': 'application/ocsp-response' }).end(readFileSync(file('answer')))
    rmSync(folder, { recursive: true })
  }
}

/** A time-stamping authority that answers whatever is asked, with the certificate of that name. */
export const stamps =
  (label = 'stamp-authority'): Page =>
  async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const [, imprint, nonce] = membersOf(readAsn1(Buffer.concat(parts)))
    const value = octetsOf(membersOf(imprint ?? readAsn1(Buffer.of(0x30, 0)))[1])
    const token = await stampAuthority(Date.now(), label, [], integerOf(nonce))({ digest: 'SHA-256', value })
    response.end(sequence(sequence(integer(0)), token))
  }
