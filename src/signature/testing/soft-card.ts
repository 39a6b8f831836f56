import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const softHsm = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so'].find(existsSync)
const hasTools = ['softhsm2-util', 'pkcs11-tool', 'cc'].every(
  (tool) => spawnSync(tool, ['--version']).error === undefined,
)
const needed =
  'needs SoftHSM, OpenSC, a C compiler and pkcs11js (apt-get install softhsm2 opensc gcc libc6-dev; npm rebuild pkcs11js --ignore-scripts=false)'

/** Whether a card can be made here: SoftHSM behind a small module of our own. */
export const hasSoftCard = softHsm !== undefined && hasTools && isBuilt()

/** A test with such a card; where one cannot be made the test says so instead. */
export function testWithCard(name: string, body: () => Promise<void>): void {
  if (hasSoftCard) test(name, body)
  else if (process.env.OMAMORI_FORBID_SKIP === '1') test(name, () => expect.fail(needed))
  else test.skip(`${name} — skipped: ${needed}`)
}

export interface SoftCard {
  /** Our module in front of SoftHSM. */
  readonly module: string
  readonly configuration: string
  readonly pin: string
  /** A key of the test PKI with its certificate, under one id; `how` goes to pkcs11-tool. */
  addKey(
    label: string,
    id: string,
    options?: { readonly token?: string; readonly certificate?: string; readonly how?: readonly string[] },
  ): void
  addCertificate(label: string, id: string, token?: string): void
  /** A signature by the same key, made by OpenSC's tool and not by us. */
  signElsewhere(octets: Uint8Array, id: string, token: string): Uint8Array
  /** What the card does from now on; none: what SoftHSM does. */
  behave(...words: readonly string[]): void
  /** What was opened and closed since the last time this was asked. */
  log(): readonly string[]
  remove(): void
}

const pki = fileURLToPath(new URL('../../../packages/signature/testdata/test-pki/', import.meta.url))
const pin = '4912'

/** Cards of our own in a temporary folder, by their labels. The process's SOFTHSM2_CONF points there from now on. */
export function softCard(...labels: readonly string[]): SoftCard {
  const folder = mkdtempSync(join(tmpdir(), 'omamori-card-'))
  const at = (name: string) => join(folder, name)
  mkdirSync(at('tokens'))
  writeFileSync(at('conf'), `directories.tokendir = ${at('tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`)
  process.env.SOFTHSM2_CONF = at('conf')
  const run = (tool: string, ...words: readonly string[]) =>
    execFileSync(tool, words, { stdio: 'pipe', env: { ...process.env, SOFTHSM2_CONF: at('conf') } })
  for (const label of labels)
    run('softhsm2-util', '--init-token', '--free', '--label', label, '--so-pin', '123456', '--pin', pin)
  const onToken = (token: string) => ['--module', softHsm ?? '', '--token-label', token, '--login', '--pin', pin]
  const write = (token: string, kind: string, file: string, id: string, how: readonly string[] = []) =>
    run('pkcs11-tool', ...onToken(token), '--write-object', file, '--type', kind, '--id', id, '--label', id, ...how)
  const derOf = (kind: 'x509' | 'pkey', name: string) => {
    const to = at(`${kind}-${name}.der`)
    run(
      'openssl',
      kind,
      '-in',
      join(pki, kind === 'x509' ? 'certificates' : 'keys', `${name}.pem`),
      '-outform',
      'DER',
      '-out',
      to,
    )
    return to
  }
  const addCertificate = (label: string, id: string, token = 'card') => write(token, 'cert', derOf('x509', label), id)
  compile(at('card.so'), at('control'), at('log'))
  return {
    module: at('card.so'),
    configuration: at('conf'),
    pin,
    addCertificate,
    addKey: (label, id, { token = 'card', certificate = label, how = [] } = {}) => {
      write(token, 'privkey', derOf('pkey', label), id, ['--usage-sign', ...how])
      addCertificate(certificate, id, token)
    },
    signElsewhere: (octets, id, token) => {
      writeFileSync(at('octets'), octets)
      const files = ['--input-file', at('octets'), '--output-file', at('value')]
      run('pkcs11-tool', ...onToken(token), '--sign', '--mechanism', 'SHA256-RSA-PKCS', '--id', id, ...files)
      return readFileSync(at('value'))
    },
    behave: (...words) => writeFileSync(at('control'), words.map((word) => `${word}\n`).join('')),
    log: () => {
      const said = existsSync(at('log')) ? readFileSync(at('log'), 'utf8').trim().split('\n') : []
      rmSync(at('log'), { force: true })
      return said
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** pkcs11js brings the standard's header. */
function compile(to: string, control: string, log: string): void {
  const headers = join(createRequire(import.meta.url).resolve('pkcs11js/package.json'), '../includes')
  const names = [`-DREAL="${softHsm}"`, `-DCONTROL="${control}"`, `-DLOG="${log}"`]
  const source = fileURLToPath(new URL('card.c', import.meta.url))
  execFileSync('cc', ['-shared', '-fPIC', '-O1', '-w', ...names, '-I', headers, '-o', to, source, '-ldl'], {
    stdio: 'pipe',
  })
}

function isBuilt(): boolean {
  try {
    createRequire(import.meta.url)('pkcs11js')
    return true
  } catch {
    return false
  }
}
