import { describe, expect, test } from 'vitest'
import { formatCheckpoint, signCheckpoint } from './checkpoint.ts'
import { cosigner } from './cosignature.ts'
import { LedgerError } from './error.ts'
import { formatSignatureLine, noteSigner, parseNote, verifyNote } from './note.ts'
import { parseVerifierKey } from './note-key.ts'
import { weighSubmission } from './submission.ts'
import { vectorText } from './testing.ts'

const origin = 'omamori/mihon-clinic/2026'
const log = noteSigner(origin, Buffer.alloc(32, 7))
const checkpoint = { origin, size: 3, root: Buffer.alloc(32, 0xab) }
const signed = signCheckpoint(checkpoint, log)
const kinds = ['cosignature-ed25519', 'cosignature-ml-dsa-44'] as const

describe.each(kinds)('%s', (kind) => {
  const witness = cosigner('witness.example/ishikai', Buffer.alloc(32, 9), kind)
  const key = parseVerifierKey(witness.verifierKey)
  const line = formatSignatureLine(witness.cosign(formatCheckpoint(checkpoint), 1_790_000_000))

  test('a cosignature holds, and says when', () => {
    const { signatures } = verifyNote(signed + line, [key])
    expect(signatures.map(({ key: { name }, seconds }) => [name, seconds])).toEqual([
      ['witness.example/ishikai', 1_790_000_000],
    ])
  })

  test('it holds for no other size, root or origin', () => {
    for (const other of [{ size: 4 }, { root: Buffer.alloc(32) }, { origin: `${origin}x` }]) {
      const note = signCheckpoint({ ...checkpoint, ...other }, noteSigner(other.origin ?? origin, Buffer.alloc(32, 7)))
      expect(() => verifyNote(note + line, [key])).toThrow('note-not-signed')
    }
  })

  test('no changed bit of the time or the signature passes', () => {
    const [cosignature] = parseNote(`x\n\n${line}`).signatures
    const bytes = cosignature?.bytes ?? new Uint8Array()
    for (let bit = 0; bit < bytes.length * 8; bit += bytes.length > 100 ? 97 : 1) {
      const changed = Uint8Array.from(bytes)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const forged = formatSignatureLine({ name: key.name, keyId: key.keyId, bytes: changed })
      expect(() => verifyNote(signed + forged, [key]), `bit ${bit}`).toThrow('note-not-signed')
    }
  })

  test('a key whose type byte, length or hash is another is refused', () => {
    const [name = '', , material = ''] = witness.verifierKey.split('+')
    for (const bad of [
      witness.verifierKey.replace(/\+(.)/, (_, hex) => `+${hex === '0' ? '1' : '0'}`),
      `${name}+00000000+${material}`,
      `${witness.verifierKey.slice(0, -4)}`,
      'x'.repeat(10_000),
    ]) {
      expect(() => parseVerifierKey(bad), bad.slice(0, 80)).toThrow('key-malformed')
    }
  })

  test('a witness signs checkpoints only, and at a time that is one', () => {
    expect(() => witness.cosign('hello\n', 1)).toThrow('checkpoint-malformed')
    expect(() => witness.cosign(formatCheckpoint(checkpoint), -1)).toThrow(LedgerError)
  })
})

test('the example of the specification is read as it is meant: name, time and length', () => {
  // https://c2sp.org/tlog-cosignature; the key of the example is not published, so the signature itself cannot be checked.
  const text = [
    'example.com/behind-the-sofa',
    '20852163',
    'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
    '',
    '— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=',
    '— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==',
    '',
  ].join('\n')
  const [, cosignature] = parseNote(text).signatures
  expect(cosignature?.name).toBe('witness.example.com/w1')
  expect(cosignature?.bytes.length).toBe(72)
  expect(Buffer.from(cosignature?.bytes ?? []).readBigUInt64BE()).toBe(1_679_315_147n)
})

test('an ML-DSA-44 signature made by another implementation holds, and no changed bit of it', () => {
  const key = parseVerifierKey(vectorText('torchwood/mldsa-log.vkey').trimEnd())
  const body = vectorText('torchwood/add-checkpoint-mldsa.txt')
  const find = (origin: string) => (origin === 'example.com/mldsa-log' ? { keys: [key] } : undefined)
  expect(weighSubmission(body, find)).toMatchObject({ status: 200, checkpoint: { size: 1 } })
  const at = body.length - 2000
  const changed = body.slice(0, at) + (body[at] === 'A' ? 'B' : 'A') + body.slice(at + 1)
  expect(weighSubmission(changed, find).status).toBe(403)
})

test('the ML-DSA form says nothing of extension lines, so it is not taken for a signature over them', () => {
  const witness = cosigner('witness.example/ishikai', Buffer.alloc(32, 9), 'cosignature-ml-dsa-44')
  expect(() => witness.cosign(formatCheckpoint({ ...checkpoint, extensions: ['more'] }), 1)).toThrow('extension lines')
  const line = formatSignatureLine(witness.cosign(formatCheckpoint(checkpoint), 1))
  const extended = signCheckpoint({ ...checkpoint, extensions: ['more'] }, log)
  expect(() => verifyNote(extended + line, [parseVerifierKey(witness.verifierKey)])).toThrow('note-not-signed')
})

test('a note is refused with the reason and the line', () => {
  const [text = '', line = ''] = signed.split('\n\n')
  for (const [note, problem] of [
    [signed.replaceAll('\n', '\r\n'), 'no signatures'],
    [`${text}\r\n\n${line}`, 'text: carriage return'],
    [`${text}\n\n${line.replace('\n', '\r\n')}`, 'signature line: carriage return'],
    [`${text}\n\n${line}— x nonsense!\n`, 'signature line: form","line":2'],
    [`${text}\n\n— x AAAAAAB=\n`, 'signature line: base64 is not canonical","line":1'],
    [`${text}\n\n${line.repeat(65)}`, 'too many signatures","limit":64,"got":65'],
    [`${text}\n\n${'x'.repeat(600_000)}`, 'too long'],
  ] as const) {
    expect(() => parseNote(note), problem).toThrow(problem)
  }
})
