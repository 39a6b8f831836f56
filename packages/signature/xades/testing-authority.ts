import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StampTime } from '../keys/signing-key.ts'
import { type Certificate, readCertificate } from '../x509/certificate.ts'

/** A time-stamping authority of OpenSSL in a folder of its own, for one test run. It stamps with today's clock. */
export interface TestAuthority {
  readonly certificate: Certificate
  readonly stamp: StampTime
  close(): void
}

export function testAuthority(): TestAuthority {
  const folder = mkdtempSync(join(tmpdir(), 'omamori-tsa-'))
  const openssl = (...parameters: readonly string[]) =>
    execFileSync('openssl', [...parameters], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] })
  writeFileSync(join(folder, 'tsa.cnf'), configuration)
  writeFileSync(join(folder, 'serial'), '01\n')
  openssl(
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'tsa.key', '-out', 'tsa.pem', '-days', '3650'],
    ...['-subj', '/C=JP/CN=Mihon TSA', '-addext', 'extendedKeyUsage=critical,timeStamping'],
  )
  return {
    certificate: readCertificate(openssl('x509', '-in', 'tsa.pem', '-outform', 'DER')),
    stamp: async ({ value }) => {
      openssl('ts', '-query', '-digest', Buffer.from(value).toString('hex'), '-sha256', '-cert', '-out', 'query')
      openssl(
        'ts',
        '-reply',
        '-config',
        'tsa.cnf',
        '-section',
        't',
        '-queryfile',
        'query',
        '-token_out',
        '-out',
        'token',
      )
      return readFileSync(join(folder, 'token'))
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const configuration = `[t]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`
