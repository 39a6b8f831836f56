import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { integer, sequence } from '../asn1/write.ts'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { digest } from '../x509/signature-value.ts'
import { readStampAnswer, type StampQuestion, writeStampQuestion } from './exchange.ts'

const value = digest('SHA-256', Buffer.from('署名の値'))
const question: StampQuestion = { digest: 'SHA-256', value, nonce: 0x8123456789abcdefn }
const at = Date.parse('2026-11-20T00:00:00Z')
const granted = (token: Uint8Array): Uint8Array => sequence(sequence(integer(0)), token)

test('OpenSSL reads our question, its number included', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'tsq-')), 'q')
  writeFileSync(file, writeStampQuestion(question))
  const told = execFileSync('openssl', ['ts', '-query', '-in', file, '-text'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  expect(told).toContain('Hash Algorithm: sha256')
  expect(told.toLowerCase()).toContain('8123456789abcdef')
  expect(told).toContain('Certificate required: yes')
})

test('the token that answers the question is handed out', async () => {
  const token = await stampAuthority(at, 'stamp-authority', [], question.nonce)(question)
  expect(Buffer.compare(readStampAnswer(granted(token), question), token)).toBe(0)
})

test('a refusal, a token over something else and the answer to another question are refused', async () => {
  const stamp = (nonce: bigint) => stampAuthority(at, 'stamp-authority', [], nonce)
  const other = await stamp(question.nonce)({ digest: 'SHA-256', value: digest('SHA-256', Buffer.from('別の値')) })
  const elsewhere = await stamp(7n)(question)
  expect(() => readStampAnswer(sequence(sequence(integer(2))), question)).toThrow('time-stamp-refused')
  expect(() => readStampAnswer(granted(other), question)).toThrow('time-stamp-of-something-else')
  expect(() => readStampAnswer(granted(elsewhere), question)).toThrow('time-stamp-of-another-question')
  expect(() => readStampAnswer(Buffer.from('<html>'), question)).toThrow()
})
