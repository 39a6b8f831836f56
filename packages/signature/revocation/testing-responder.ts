import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Certificate, readCertificate } from '../x509/certificate.ts'

/** An authority of OpenSSL's with a responder and a list, in a folder of its own, for one test run. It answers with today's clock. */
export interface TestAuthority {
  certificateOf(name: string): Certificate
  /** An OCSP answer about one certificate, signed by `signer`; DER. */
  answer(about: string, signer: string, ...more: readonly string[]): Uint8Array
  /** A list of all that was revoked so far; DER. */
  list(): Uint8Array
  revoke(name: string, reason: string): void
  close(): void
}

const extensions = `[v3_authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[v3_leaf]
keyUsage = critical,nonRepudiation
authorityKeyIdentifier = keyid
[v3_responder]
extendedKeyUsage = OCSPSigning
noCheck = ignored
[v3_responder_checked]
extendedKeyUsage = OCSPSigning
[v3_stranger]
extendedKeyUsage = timeStamping
[ca]
default_ca = this
[this]
database = index
new_certs_dir = .
certificate = issuer.pem
private_key = issuer.key
default_md = sha256
default_crl_days = 4
crlnumber = number
[req]
distinguished_name = name
[name]
`

export function testAuthority(): TestAuthority {
  const folder = mkdtempSync(join(tmpdir(), 'omamori-responder-'))
  const openssl = (...parameters: readonly string[]) =>
    execFileSync('openssl', parameters, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] })
  const at = (name: string) => join(folder, name)
  writeFileSync(at('cnf'), extensions)
  writeFileSync(at('index'), '')
  writeFileSync(at('index.attr'), 'unique_subject = no\n')
  writeFileSync(at('number'), '01\n')
  const key = (name: string, section: string, serial: string, issuer?: string) => {
    const request = ['req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
    const named = ['-keyout', `${name}.key`, '-subj', `/C=JP/O=Mihon/CN=Mihon ${name}`, '-config', 'cnf']
    const self = ['-x509', '-days', '3650', '-extensions', section, '-set_serial', serial, '-out', `${name}.pem`]
    if (issuer === undefined) return openssl(...request, ...named, ...self)
    openssl(...request, ...named, '-out', `${name}.csr`)
    const signed = ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`, '-set_serial', serial, '-days', '30']
    return openssl(
      ...['x509', '-req', '-in', `${name}.csr`, '-extfile', 'cnf', '-extensions', section, '-out', `${name}.pem`],
      ...signed,
    )
  }
  key('issuer', 'v3_authority', '1')
  key('other', 'v3_authority', '2')
  key('leaf', 'v3_leaf', '10', 'issuer')
  key('revoked', 'v3_leaf', '11', 'issuer')
  key('unlisted', 'v3_leaf', '12', 'issuer')
  key('responder', 'v3_responder', '20', 'issuer')
  key('checked', 'v3_responder_checked', '21', 'issuer')
  key('stranger', 'v3_stranger', '22', 'issuer')
  key('foreign', 'v3_responder', '23', 'other')
  const valid = (name: string) => openssl('ca', '-config', 'cnf', '-valid', `${name}.pem`)
  for (const name of ['leaf', 'revoked', 'checked']) valid(name)
  return {
    certificateOf: (name) => readCertificate(openssl('x509', '-in', `${name}.pem`, '-outform', 'DER')),
    answer: (about, signer, ...more) => {
      const asked = ['-issuer', 'issuer.pem', '-cert', `${about}.pem`]
      openssl('ocsp', ...more.filter((one) => one.startsWith('-sha')), ...asked, '-reqout', 'request')
      const signing = ['-rsigner', `${signer}.pem`, '-rkey', `${signer}.key`, '-CA', 'issuer.pem', '-index', 'index']
      const rest = more.filter((one) => !one.startsWith('-sha'))
      openssl('ocsp', ...signing, '-reqin', 'request', '-respout', 'answer', '-ndays', '4', ...rest)
      return readFileSync(at('answer'))
    },
    list: () => {
      openssl('ca', '-config', 'cnf', '-gencrl', '-out', 'list.pem')
      return openssl('crl', '-in', 'list.pem', '-outform', 'DER')
    },
    revoke: (name, reason) => {
      openssl('ca', '-config', 'cnf', '-revoke', `${name}.pem`, '-crl_reason', reason)
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
