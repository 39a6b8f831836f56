import { afterAll, expect, test } from 'vitest'
import { insideOf, membersOf, readAsn1 } from '../asn1/read.ts'
import { octetsOf } from '../asn1/value.ts'
import { Malformed } from '../malformed.ts'
import { readOcspAnswer } from './ocsp-answer.ts'
import { readRevocationList } from './revocation-list.ts'
import { type RevocationMaterial, revocationOf } from './revocation-of.ts'
import { testAuthority } from './testing-responder.ts'

const authority = testAuthority()
afterAll(() => authority.close())

const [issuer, leaf, revoked] = ['issuer', 'leaf', 'revoked'].map(authority.certificateOf)
if (!issuer || !leaf || !revoked) throw new RangeError('test authority')
const before = readRevocationList(authority.list())
const goodAbout11 = readOcspAnswer(authority.answer('revoked', 'issuer'))
authority.revoke('revoked', 'keyCompromise')
const list = readRevocationList(authority.list())

const none: RevocationMaterial = { lists: [], answers: [], certificates: [] }
const ask = (certificate: typeof leaf, material: Partial<RevocationMaterial>) =>
  revocationOf(certificate, issuer, issuer, { ...none, ...material })
const answerOf = (...parameters: Parameters<typeof authority.answer>) => readOcspAnswer(authority.answer(...parameters))

test('what nobody says anything of is unknown', () => {
  expect(ask(leaf, {})).toEqual({ state: 'unknown', why: 'no-list' })
})

test('the issuer itself answers, and which answer it was is told', () => {
  const answer = answerOf('leaf', 'issuer')
  expect(ask(leaf, { answers: [answer] })).toEqual({
    state: 'good',
    speaksUntil: answer.singles[0]?.nextUpdate,
    source: {
      kind: 'ocsp',
      algorithms: [
        { algorithm: 'ECDSA', bits: 256, place: 'revocation' },
        { algorithm: 'SHA-256', place: 'revocation' },
      ],
      thisUpdate: answer.singles[0]?.thisUpdate,
      nextUpdate: answer.singles[0]?.nextUpdate,
      digest: answer.digest,
      issuer: 'C=JP, O=Mihon, CN=Mihon issuer',
    },
  })
})

test('a responder that the issuer named answers, by name or by key, with SHA-1 or SHA-256', () => {
  for (const more of [[], ['-resp_key_id'], ['-sha256']])
    expect(ask(leaf, { answers: [answerOf('leaf', 'responder', ...more)] }).state).toBe('good')
})

test('the basic part alone says the same as the whole response', () => {
  const whole = authority.answer('revoked', 'responder')
  const [, bytes] = membersOf(readAsn1(whole))
  const basic = bytes && octetsOf(membersOf(insideOf(bytes))[1])
  if (!basic) throw new RangeError('no basic part')
  expect(ask(revoked, { answers: [readOcspAnswer(basic)] })).toMatchObject({ state: 'revoked', reason: 1 })
})

test('a revoked certificate is revoked, since when and why', () => {
  const answer = answerOf('revoked', 'responder')
  const single = answer.singles[0]
  if (single?.status.is !== 'revoked') throw new RangeError('openssl says otherwise')
  expect(ask(revoked, { answers: [answer] })).toMatchObject({
    state: 'revoked',
    revokedAt: single.status.at,
    reason: 1,
  })
})

test('a certificate that the responder does not know is unknown, never good', () => {
  const unlisted = authority.certificateOf('unlisted')
  expect(ask(unlisted, { answers: [answerOf('unlisted', 'responder')] })).toEqual({
    state: 'unknown',
    why: 'answer-unknown',
  })
})

test.each([
  ['a certificate of the issuer that is no responder', 'stranger'],
  ['a responder of another authority', 'foreign'],
  ['the certificate asked about', 'leaf'],
])('%s cannot answer', (_, signer) => {
  expect(ask(leaf, { answers: [answerOf('leaf', signer)] })).toEqual({ state: 'unknown', why: 'answer-signature' })
})

test('a responder that is not exempt must itself be good by a list', () => {
  const answers = [answerOf('leaf', 'checked')]
  expect(ask(leaf, { answers })).toEqual({ state: 'unknown', why: 'answer-signature' })
  expect(ask(leaf, { answers, lists: [list] })).toMatchObject({ state: 'good' })
})

test('an answer about another certificate, or about the same number of another issuer, says nothing', () => {
  const answers = [answerOf('revoked', 'issuer')]
  expect(ask(leaf, { answers })).toEqual({ state: 'unknown', why: 'no-list' })
  const other = authority.certificateOf('other')
  expect(revocationOf(revoked, other, other, { ...none, answers })).toEqual({ state: 'unknown', why: 'no-list' })
})

test('an answer of which one octet was changed is not believed, or cannot be read', () => {
  const octets = authority.answer('leaf', 'issuer')
  for (let at = 0; at < octets.length; at += 7) {
    const changed = Uint8Array.from(octets)
    changed[at] = (changed[at] ?? 0) ^ 0x40
    try {
      const status = ask(leaf, { answers: [readOcspAnswer(changed)] })
      const harmless = status.state === 'good' && !isSigned(octets, at)
      expect(status.state === 'unknown' || harmless).toBe(true)
    } catch (error) {
      expect(error).toBeInstanceOf(Malformed)
    }
  }
})

/** Whether the octet stands in what is signed, or in the signature: certificates that come along are neither. */
function isSigned(octets: Uint8Array, at: number): boolean {
  const { signedPart, signature } = readOcspAnswer(octets)
  return [signedPart, signature].some((part) => {
    const start = Buffer.from(octets).indexOf(part)
    return at >= start && at < start + part.length
  })
}

test('a revocation counts wherever it stands, older words of good notwithstanding', () => {
  expect(ask(revoked, { answers: [goodAbout11] }).state).toBe('good')
  expect(ask(revoked, { lists: [list], answers: [goodAbout11] })).toMatchObject({
    state: 'revoked',
    reason: 1,
    source: { kind: 'crl', digest: list.digest },
  })
  expect(ask(revoked, { lists: [before], answers: [answerOf('revoked', 'issuer')] }).state).toBe('revoked')
  expect(ask(leaf, { lists: [list], answers: [answerOf('leaf', 'issuer')] }).state).toBe('good')
})
