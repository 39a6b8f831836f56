import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { signCades } from '@omamori/signature'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testKey } from '../packages/signature/testing/test-pki.ts'
import { hasSoftCard, type SoftCard, softCard, testWithCard } from '../src/signature/testing/soft-card.ts'
import { omamoriHere } from '../test/running.ts'

const folder = mkdtempSync(join(tmpdir(), 'sign-with-card-'))
const file = (name: string): string => join(folder, name)
const testdata = fileURLToPath(new URL('../packages/signature/testdata/', import.meta.url))
let card: SoftCard

beforeAll(() => {
  if (!hasSoftCard) return
  card = softCard('見本のカード', 'もう一枚')
  card.addKey('doctor', '01', { token: '見本のカード' })
  card.addKey('doctor-authentication', '02', { token: '見本のカード' })
  card.addKey('doctor-p256', '03', { token: 'もう一枚' })
  for (const token of ['見本のカード', 'もう一枚']) card.addCertificate('signing-ca', '04', token)
  writeFileSync(file('pin'), `${card.pin}\n`)
  writeFileSync(file('wrong'), '0000\n')
  writeFileSync(file('note.txt'), '紹介状の見本')
  writeFileSync(file('note.xml'), '<?xml version="1.0" encoding="UTF-8"?>\n<文書>紹介状の見本</文書>\n')
  cpSync(join(testdata, 'pades/stream-b-t.pdf'), file('note.pdf'))
  mkdirSync(file('trust'))
  for (const name of ['root', 'stamp-root', 'signing-ca'])
    cpSync(join(testdata, 'test-pki/certificates', `${name}.pem`), join(file('trust'), `${name}.pem`))
  for (const name of ['signing', 'sarl', 'stamp'])
    cpSync(join(testdata, 'test-pki/lists', `${name}-2026-11-01.crl`), join(file('trust'), `${name}.crl`))
})
afterAll(() => card?.remove())

const sign = (name: string, to: string, ...words: readonly string[]) =>
  omamoriHere('sign', file(name), '--token', card.module, ...words, '--output', file(to))
const withPin = ['--password-file', join(folder, 'pin')]
const answersTo = async (...words: readonly string[]) => {
  const { stdout } = await omamoriHere(
    'verify',
    ...words,
    '--trust',
    file('trust'),
    '--document-kind',
    'referral',
    '--json',
  )
  const [answer] = JSON.parse(stdout).files
  return [answer.indication, answer.qualification?.answer]
}

testWithCard(
  'PDF, XML and any other file signed with a card verify, with the licence that the card gives',
  async () => {
    for (const slot of ['見本のカード', 'もう一枚'])
      for (const [name, to, ...beside] of [
        ['note.pdf', `${slot}.pdf`],
        ['note.xml', `${slot}.xml`],
        ['note.txt', `${slot}.p7s`, '--content', file('note.txt')],
      ] as const) {
        expect(await sign(name, to, '--slot', slot, ...withPin)).toMatchObject({ code: 0, stderr: '' })
        expect([to, await answersTo(file(to), ...beside)]).toEqual([to, ['TOTAL-PASSED', 'confirmed']])
      }
  },
)

testWithCard('a wrong PIN and a card pulled out sign nothing, write nothing and say what to do', async () => {
  const slot = ['--slot', '見本のカード']
  const wrong = await sign('note.xml', 'never.xml', ...slot, '--password-file', file('wrong'))
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('PIN が違います。署名はしていません。') })
  card.behave('removed')
  const pulled = await sign('note.xml', 'never.xml', ...slot, ...withPin)
  expect(pulled).toMatchObject({ code: 3, stderr: expect.stringContaining('カードが抜かれたか') })
  card.behave()
  expect((await sign('note.xml', 'never.xml', ...withPin)).stderr).toContain('--slot')
  expect(existsSync(file('never.xml'))).toBe(false)
})

testWithCard('the cards are listed without a PIN, each with what its certificates are for', async () => {
  const { code, stdout } = await omamoriHere('cards', card.module)
  expect(code).toBe(0)
  expect(stdout).toMatch(/署名用 {2}.*Mihon Taro/)
  expect(stdout).toMatch(/署名には使わない {2}.*Mihon Taro/)
  const { cards } = JSON.parse((await omamoriHere('cards', card.module, '--json')).stdout)
  expect(cards.map(({ label }: { label: string }) => label).sort()).toEqual(['もう一枚', '見本のカード'])
})

testWithCard('exactly one place is named for the key', async () => {
  const both = await sign('note.xml', 'never.xml', '--key', file('pin'))
  expect([both.code, (await omamoriHere('sign', file('note.xml'), '--output', file('never.xml'))).code]).toEqual([2, 2])
})

testWithCard('what another program signs with the key on the card, we verify', async () => {
  const sign = async (octets: Uint8Array) => card.signElsewhere(octets, '01', '見本のカード')
  const content = readFileSync(file('note.txt'))
  const order = { key: { ...testKey('doctor'), sign }, content, attached: false, stamp: null }
  writeFileSync(file('elsewhere.p7s'), await signCades({ ...order, signingTime: Date.now() }))
  const words = [file('elsewhere.p7s'), '--content', file('note.txt')]
  expect(await answersTo(...words)).toEqual(['TOTAL-PASSED', 'confirmed'])
})

testWithCard('what openssl cms signs, we verify', async () => {
  const key = [
    '-signer',
    join(testdata, 'test-pki/certificates/doctor.pem'),
    '-inkey',
    join(testdata, 'test-pki/keys/doctor.pem'),
  ]
  const how = ['-cades', '-binary', '-md', 'sha256', '-outform', 'DER', '-out', file('openssl.p7s')]
  execFileSync('openssl', ['cms', '-sign', '-in', file('note.txt'), ...key, ...how], { stdio: 'pipe' })
  const words = [file('openssl.p7s'), '--content', file('note.txt')]
  expect(await answersTo(...words)).toEqual(['TOTAL-PASSED', 'confirmed'])
})

it('where pkcs11js is not built, the command says how to build it', () => {
  const hidden = `import { registerHooks } from 'node:module'
    registerHooks({ resolve: (name, context, next) => {
      if (name === 'pkcs11js') throw new Error('not built')
      return next(name, context)
    } })`
  const words = [
    '--import',
    `data:text/javascript,${encodeURIComponent(hidden)}`,
    '-e',
    `
    const { main } = await import(${JSON.stringify(new URL('main.ts', import.meta.url).href)})
    await main(['cards', '/nowhere/module.so'])`,
  ]
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', ...words], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([3, expect.stringContaining('npm rebuild pkcs11js --ignore-scripts=false')])
})
