import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts'
import { LedgerError } from './error.ts'
import { noteSigner, openNote, parseNote, signNote } from './note.ts'
import { parseVerifierKey } from './note-key.ts'
import { vectors, vectorText } from './testing.ts'

const origin = 'omamori/mihon-clinic/2026'
const signer = noteSigner(origin, Buffer.alloc(32, 7))
const key = parseVerifierKey('omamori/mihon-clinic/2026+58f9e39b+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs')
const checkpoint = { origin, size: 3, root: Buffer.alloc(32, 0xab) }

describe('a checkpoint that is not exactly as signed is refused', () => {
  test.each(vectors('invalid', 'checkpoint-', '.txt'))('%s', (name) => {
    expect(() => openCheckpoint(vectorText(`invalid/${name}`), key)).toThrow(LedgerError)
  })
})

describe('a kept checkpoint is read as on the day it was signed', () => {
  test.each(vectors('valid', 'checkpoint-', '.txt'))('%s', (name) => {
    expect(openCheckpoint(vectorText(`valid/${name}`), key)).toMatchObject(checkpoint)
  })
})

test('signing gives the same note every time', () => {
  expect(signer.verifierKey).toBe('omamori/mihon-clinic/2026+58f9e39b+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs')
  expect(signCheckpoint(checkpoint, signer)).toBe(vectorText('valid/checkpoint-signed.txt'))
})

test('the note of golang.org/x/mod/sumdb/note verifies', () => {
  const peter = parseVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')
  const text = openNote(vectorText('valid/note-of-go-sumdb.txt'), [peter])
  expect(text).toBe(
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  )
})

test('a verifier key whose hash, type or length is wrong is refused', () => {
  const good = signer.verifierKey
  for (const bad of ['', `${good}A`, good.replace('58f9', '58f8'), good.replace('+AepK', '+BepK'), good.slice(0, -1)]) {
    expect(() => parseVerifierKey(bad), bad).toThrow('key-malformed')
  }
  expect(() => noteSigner('two words', Buffer.alloc(32))).toThrow('key-malformed')
  expect(() => noteSigner('a+b', Buffer.alloc(32))).toThrow('key-malformed')
})

test('signatures of unknown keys are passed over, a bad one of a known key spoils the note', () => {
  const witnessed = vectorText('valid/checkpoint-signed-and-witnessed.txt')
  expect(parseNote(witnessed).signatures.map(({ name }) => name)).toEqual([origin, 'witness.example/ishikai'])
  const [line = ''] = vectorText('invalid/checkpoint-signature-bit-flipped.txt').split('\n').slice(-2)
  expect(() => openCheckpoint(`${witnessed}${line}\n`, key)).toThrow('note-not-signed')
})

test('a hostile note is refused quickly, whatever its length', () => {
  for (const note of [
    '\n'.repeat(400_000),
    `a\n\n${'— x AAAAAAA=\n'.repeat(30_000)}`,
    'x'.repeat(600_000),
    '',
    '\n\n',
    '\n',
  ]) {
    expect(() => parseNote(note)).toThrow('note-malformed')
  }
})

test('a text that a note cannot hold is not signed', () => {
  for (const text of ['', 'no newline', 'tab\there\n', 'lone surrogate \ud800\n']) {
    expect(() => signNote(text, [signer])).toThrow('note-malformed')
  }
})

test('no changed character of a signed checkpoint passes', () => {
  const note = vectorText('valid/checkpoint-signed.txt')
  const property = fc.property(
    fc.nat(note.length - 1),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    (at, to) => {
      fc.pre(note.slice(at, at + 1) !== to)
      expect(() => openCheckpoint(note.slice(0, at) + to + note.slice(at + 1), key)).toThrow(LedgerError)
    },
  )
  fc.assert(property, { numRuns: 2000 })
})

test('reading a checkpoint never throws anything but a refusal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const read of [parseCheckpoint, parseNote]) {
        try {
          read(text)
        } catch (error) {
          expect(error).toBeInstanceOf(LedgerError)
        }
      }
    }),
  )
})
