import { holds, SigningKeyError } from '@omamori/signature'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { testCertificate } from '../../../packages/signature/testing/test-pki.ts'
import { hasSoftCard, type SoftCard, softCard, testWithCard } from '../testing/soft-card.ts'
import { listTokens } from './list-tokens.ts'
import { type TokenOrder, withTokenKey } from './token-key.ts'

const at = Date.parse('2026-11-23T00:00:00Z')
const octets = Buffer.from('署名する見本')
let card: SoftCard
let asked: number

beforeAll(() => {
  if (!hasSoftCard) return
  card = softCard('card', 'other', 'strict', 'without-key', 'mixed-up')
  card.addKey('doctor', '01')
  card.addKey('doctor-authentication', '02')
  card.addCertificate('signing-ca', '03')
  card.addKey('doctor-p256', '01', { token: 'other' })
  card.addKey('pharmacist', '07', { token: 'strict', how: ['--always-auth'] })
  card.addCertificate('nurse', '01', 'without-key')
  card.addKey('midwife', '01', { token: 'mixed-up', certificate: 'dentist' })
})
afterAll(() => card?.remove())
beforeEach(() => {
  asked = 0
  card?.behave('many-tries')
  card?.log()
})

const order = (changed: Partial<TokenOrder> = {}, pin = card.pin): TokenOrder => ({
  module: card.module,
  slot: 'card',
  pin: async () => {
    asked++
    return pin
  },
  fingerprint: null,
  at,
  lastTry: false,
  ...changed,
})
const signed = (changed?: Partial<TokenOrder>, pin?: string) =>
  withTokenKey(order(changed, pin), (key) => key.sign(octets))
const isBy = (label: string, value: Uint8Array) =>
  holds(
    { algorithm: label.endsWith('p256') ? 'ECDSA' : 'RSA-PKCS1', digest: 'SHA-256' },
    testCertificate(label).publicKey,
    octets,
    value,
  )
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'signed',
    (error) => (error instanceof SigningKeyError ? error.code : String(error)),
  )
/** What was done between the sessions; every session that was opened is closed. */
const done = (): readonly string[] => {
  const said = card.log()
  const count = (word: string) => said.filter((one) => one === word).length
  expect([count('open'), said.at(-1)]).toEqual([count('close'), 'finish'])
  return said.filter((one) => /^log|^sign/.test(one))
}

testWithCard('certificates are read without a PIN, and each card says how its PIN stands', async () => {
  const tokens = await listTokens(card.module)
  expect(tokens.map(({ label, pin }) => [label, pin]).sort()).toEqual([
    ['card', 'usable'],
    ['mixed-up', 'usable'],
    ['other', 'usable'],
    ['strict', 'usable'],
    ['without-key', 'usable'],
  ])
  const signers = tokens.find(({ label }) => label === 'card')?.certificates
  expect(signers?.map(({ fingerprint }) => fingerprint).sort()).toEqual(
    ['doctor', 'doctor-authentication', 'signing-ca'].map((label) => testCertificate(label).fingerprint).sort(),
  )
  expect(done()).toEqual([])
})

testWithCard('the signing key signs and not the authentication key, and brings its chain', async () => {
  const value = await withTokenKey(order(), async (key) => {
    expect(key.certificate.fingerprint).toBe(testCertificate('doctor').fingerprint)
    expect(key.chain.map(({ fingerprint }) => fingerprint)).toEqual([testCertificate('signing-ca').fingerprint])
    return key.sign(octets)
  })
  expect([isBy('doctor', value), asked]).toEqual([true, 1])
  expect(done()).toEqual(['login', 'sign-40', 'logout'])
})

testWithCard(
  'the authentication certificate is refused even by its fingerprint, before any PIN is asked for',
  async () => {
    const by = (label: string) => ({ fingerprint: testCertificate(label).fingerprint })
    expect(await codeOf(signed(by('doctor-authentication')))).toBe('no-signing-certificate')
    expect(await codeOf(signed(by('dentist')))).toBe('certificate-not-found')
    expect(await codeOf(signed({ at: Date.parse('2031-01-01') }))).toBe('certificate-not-valid-now')
    expect([asked, done()]).toEqual([0, []])
  },
)

testWithCard('of several cards the one that is named signs; nobody guesses', async () => {
  expect(await codeOf(signed({ slot: null }))).toBe('several-certificates')
  expect(await codeOf(signed({ slot: 'nobody' }))).toBe('no-token')
  expect(asked).toBe(0)
  const { fingerprint } = testCertificate('doctor')
  expect(isBy('doctor', await signed({ slot: null, fingerprint }))).toBe(true)
  const token = (await listTokens(card.module)).find(({ label }) => label === 'card')
  expect(isBy('doctor', await signed({ slot: token?.serialNumber ?? '' }))).toBe(true)
})

testWithCard('a key on a curve gives its signature in DER', async () => {
  expect(isBy('doctor-p256', await signed({ slot: 'other' }))).toBe(true)
  expect(done()).toEqual(['login', 'sign-1041', 'logout'])
})

testWithCard('where the key wants the PIN for each signature, the person is asked for each', async () => {
  const values = await withTokenKey(order({ slot: 'strict' }), (key) =>
    Promise.all([key.sign(octets), key.sign(octets)]),
  )
  expect([values.every((value) => isBy('pharmacist', value)), asked]).toEqual([true, 3])
  expect(done()).toEqual(['login', 'sign-40', 'login-again', 'sign-40', 'login-again', 'logout'])
})

testWithCard('a card that hashes nothing signs our own DigestInfo', async () => {
  card.behave('no-hash')
  expect(isBy('doctor', await signed())).toBe(true)
  card.behave('refuses-hash')
  expect(isBy('doctor', await signed())).toBe(true)
  expect(done().filter((one) => one.startsWith('sign'))).toEqual(['sign-1', 'sign-40', 'sign-1'])
})

testWithCard('a card that offers neither is told as that', async () => {
  card.behave('no-hash', 'no-raw')
  expect(await codeOf(signed())).toBe('unsupported-mechanism')
  card.behave('refuses-hash', 'no-raw')
  expect(await codeOf(signed())).toBe('unsupported-mechanism')
  done()
})

testWithCard('a wrong PIN is tried once only, and told with what the card says of the tries left', async () => {
  const wrong = { 'many-tries': 'wrong-pin', 'final-try-after': 'wrong-pin-one-left', 'locked-after': 'pin-locked' }
  for (const [way, code] of Object.entries(wrong)) {
    card.behave(way)
    expect(await codeOf(signed({}, '0000'))).toBe(code)
    expect([asked, done()]).toEqual([1, ['login']])
    asked = 0
  }
  card.behave()
  expect(await codeOf(signed({}, '0000'))).toBe('wrong-pin-few-left')
  for (const pin of ['', '12']) expect(await codeOf(signed({}, pin))).toMatch(/^wrong-pin/)
})

testWithCard('a wrong PIN for one signature ends there', async () => {
  const pins = [card.pin, '0000']
  const work = signed({ slot: 'strict', pin: async () => pins.shift() ?? expect.fail('asked a third time') })
  expect(await codeOf(work)).toBe('wrong-pin')
  expect(done()).toEqual(['login', 'sign-40', 'login-again', 'logout'])
})

testWithCard('a locked card and one whose PIN is over are told apart', async () => {
  card.behave('locked')
  expect(await codeOf(signed())).toBe('pin-locked')
  expect(asked).toBe(0)
  card.behave('locks')
  expect(await codeOf(signed())).toBe('pin-locked')
  card.behave('pin-expired')
  expect(await codeOf(signed())).toBe('pin-not-usable')
  done()
})

testWithCard('the last try before the card locks is left to the person', async () => {
  card.behave('final-try')
  expect(await codeOf(signed())).toBe('pin-one-left')
  expect(asked).toBe(0)
  expect(isBy('doctor', await signed({ lastTry: true }))).toBe(true)
})

testWithCard('a card that is not there, or not one of ours, is told before any PIN is asked for', async () => {
  card.behave('absent')
  expect(await codeOf(signed())).toBe('no-token')
  card.behave('unrecognised')
  expect(await codeOf(signed())).toBe('token-removed')
  expect([asked, done()]).toEqual([0, []])
})

testWithCard('a card pulled out in the middle is told as that, however its module puts it', async () => {
  for (const way of ['removed', 'not-present', 'session-closed', 'in-again', 'pulled-out']) {
    card.behave(way)
    expect([way, await codeOf(signed())]).toEqual([way, 'token-removed'])
    expect(done()).toEqual(['login', 'sign-40', 'logout'])
  }
  card.behave('breaks')
  expect(await codeOf(signed())).toBe('token-failed')
  card.behave()
  expect(isBy('doctor', await signed())).toBe(true)
})

testWithCard('a signature that does not hold is never given out', async () => {
  card.behave('lies')
  expect(await codeOf(signed())).toBe('signature-does-not-hold')
  done()
})

testWithCard('a certificate without its key, or with the key of another, gives no signature', async () => {
  expect(await codeOf(signed({ slot: 'without-key' }))).toBe('no-private-key')
  expect(await codeOf(signed({ slot: 'mixed-up' }))).toBe('signature-does-not-hold')
  expect(done()).toEqual(['login', 'logout', 'login', 'sign-40', 'logout'])
})

testWithCard('a key is of no use after its card was given back', async () => {
  const key = await withTokenKey(order(), async (kept) => kept)
  expect(await codeOf(key.sign(octets))).toBe('token-removed')
})

testWithCard('a fault of whoever signs goes on as it is, and the card is closed', async () => {
  const work = withTokenKey(order(), async () => {
    throw new RangeError('a fault of ours')
  })
  await expect(work).rejects.toThrow(RangeError)
  expect(done()).toEqual(['login', 'logout'])
})

testWithCard('those who sign at once wait for each other', async () => {
  const values = await Promise.all([signed(), signed(), signed()])
  expect(values.every((value) => isBy('doctor', value))).toBe(true)
  expect(done().filter((one) => one.startsWith('log'))).toEqual(Array(3).fill(['login', 'logout']).flat())
})

testWithCard('no module and a file that is none are told apart from a card', async () => {
  expect(await codeOf(listTokens('/nowhere/module.so'))).toBe('token-module-missing')
  expect(await codeOf(listTokens(card.configuration))).toBe('token-module-missing')
})
