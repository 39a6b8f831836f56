import { cosigner, formatNote, parseNote } from '@omamori/ledger'
import { expect, it } from 'vitest'
import { isSuperseded, type Kept, mergedNotes } from './merge-notes.ts'
import { logInMemory } from './testing.ts'

const log = logInMemory(20)
const [first, second] = [8, 9].map((seed) =>
  cosigner(`omamori-witness/${seed}`, Buffer.alloc(32, seed), 'cosignature-ed25519'),
)

function cosigned(size: number, by: typeof first, seconds: number): string {
  const { text, signatures } = parseNote(log.note(size))
  return formatNote({ text, signatures: [...signatures, ...(by ? [by.cosign(text, seconds)] : [])] })
}

it('cosignatures of two witnesses come together under the log’s own, each key once, the newer one counting', () => {
  const both = mergedNotes(cosigned(10, first, 1), cosigned(10, second, 2)) ?? ''
  const names = [expect.stringMatching(/^omamori\//), 'omamori-witness/8', 'omamori-witness/9']
  expect(parseNote(both).signatures.map(({ name }) => name)).toEqual(names)
  const again = mergedNotes(both, cosigned(10, first, 3)) ?? ''
  expect(parseNote(again).signatures.map(({ name }) => name)).toEqual(names)
  expect(parseNote(again).signatures[1]).toEqual(parseNote(cosigned(10, first, 3)).signatures.at(-1))
})

it('notes on different trees do not come together', () => {
  expect(mergedNotes(cosigned(10, first, 1), cosigned(11, first, 1))).toBeUndefined()
})

const kept: Kept = { size: 10, keptAt: '2026-11-22T01:00:00.000Z', isQuorum: true, signers: ['a'] }

it('of one day the last with a quorum is enough; without one, the last of each witness', () => {
  const newer = { ...kept, size: 20 }
  expect(isSuperseded(kept, newer)).toBe(true)
  expect(isSuperseded(newer, kept)).toBe(false)
  expect(isSuperseded(kept, { ...newer, keptAt: '2026-11-22T15:00:00.000Z' })).toBe(false)
  expect(isSuperseded(kept, { ...newer, isQuorum: false })).toBe(false)
  const weak = { ...kept, isQuorum: false }
  expect(isSuperseded(weak, { ...newer, isQuorum: false })).toBe(true)
  expect(isSuperseded(weak, { ...newer, isQuorum: false, signers: ['b'] })).toBe(false)
})
