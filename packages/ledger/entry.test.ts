import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeEntry, type Entry, encodeEntry } from './entry.ts'
import { vectorBytes, vectorJson, vectors } from './testing.ts'
import { leafHash } from './tree.ts'

const entry: Entry = {
  id: 'a1'.repeat(16),
  log: 'omamori/mihon-clinic/2026',
  at: '2026-11-22T01:02:03.004Z',
  act: 'access.signed-in',
  actor: { kind: 'anonymous' },
  subject: { kind: 'session', id: '7d21' },
  outcome: 'refused',
}

describe('an entry that is not exactly format v1 is refused', () => {
  test.each(vectors('invalid', 'entry-', '.bin'))('%s', (name) => {
    const code =
      name === 'entry-version-2.bin' || name === 'entry-without-version-byte.bin' ? 'unknown-version' : 'malformed'
    expect(() => decodeEntry(vectorBytes(`invalid/${name}`))).toThrow(
      expect.objectContaining({ name: 'LedgerError', code: `entry-${code}` }),
    )
  })
})

describe('a kept entry is read and hashed as on the day it was written', () => {
  const hashes = vectorJson<Record<string, string>>('valid/entry-leaf-hashes.json')
  test.each(vectors('valid', 'entry-', '.bin'))('%s', (name) => {
    const bytes = vectorBytes(`valid/${name}`)
    expect(Buffer.from(encodeEntry(decodeEntry(bytes)))).toEqual(bytes)
    expect(Buffer.from(leafHash(bytes)).toString('hex')).toBe(hashes[name])
  })
})

test('an entry that nobody could read again is not written', () => {
  expect(() => encodeEntry({ ...entry, act: 'signed in' })).toThrow(/act/)
  expect(() => encodeEntry({ ...entry, subject: { kind: 'person', id: '見本 太郎' } })).toThrow(/subject.id/)
  expect(() => encodeEntry({ ...entry, actor: { kind: 'account' } })).toThrow(/actor.id/)
})

test('the largest entry that the members allow stays below 65,535 bytes', () => {
  const long = 'x'.repeat(128)
  const hex = 'f'.repeat(64)
  const count = Number.MAX_SAFE_INTEGER
  const largest: Entry = {
    id: 'f'.repeat(32),
    log: 'o'.repeat(255),
    at: entry.at,
    act: `a.${'b'.repeat(62)}`,
    actor: { kind: 'account', id: long, session: long },
    subject: { kind: 'k'.repeat(64), id: long },
    about: Array.from({ length: 64 }, () => ({ kind: 'k'.repeat(64), id: long })),
    outcome: 'refused',
    detail: { sha256: hex, length: count, commitment: hex, key: long },
    blobs: Array.from({ length: 128 }, () => ({ sha256: hex, length: count, commitment: hex })),
    previous: { origin: 'p'.repeat(255), size: count, root: hex },
    prior: { log: 'q'.repeat(255), index: count },
  }
  expect(encodeEntry(largest).length).toBeLessThan(65_535)
})

test('no changed byte of an entry is read as the same entry', () => {
  const bytes = encodeEntry(entry)
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (position, flip) => {
      const changed = Uint8Array.from(bytes)
      changed[position] = (changed[position] ?? 0) ^ flip
      let read: Entry | undefined
      try {
        read = decodeEntry(changed)
      } catch {
        return
      }
      expect(read).not.toEqual(entry)
    }),
  )
})
