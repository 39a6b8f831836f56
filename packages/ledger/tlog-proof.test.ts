import { describe, expect, test } from 'vitest'
import { formatCheckpoint, signCheckpoint } from './checkpoint.ts'
import { cosigner } from './cosignature.ts'
import { LedgerError } from './error.ts'
import { inclusionProof } from './inclusion.ts'
import { readHashesFromTiles } from './node-reader.ts'
import { formatSignatureLine, noteSigner } from './note.ts'
import { isQuorumMet, parsePolicy, policyOf } from './policy.ts'
import { receiptState } from './receipt-state.ts'
import { growTiles } from './tiles.ts'
import { formatTlogProof, parseTlogProof, verifyTlogProof } from './tlog-proof.ts'
import { leafHash, rootOfLeaves } from './tree.ts'
import { judgeCheckpoint } from './witnessed.ts'

const origin = 'omamori/mihon-clinic/2026'
const log = noteSigner(origin, Buffer.alloc(32, 7))
const witnesses = [1, 2, 3].map((seed) =>
  cosigner(
    `witness.example/w${seed}`,
    Buffer.alloc(32, 20 + seed),
    seed === 2 ? 'cosignature-ml-dsa-44' : 'cosignature-ed25519',
  ),
)
const keys = witnesses.map((witness) => witness.verifierKey)

const entries = Array.from({ length: 300 }, (_, i) => Buffer.from(`entry ${i}`))
const leaves = entries.map(leafHash)
const tiles = growTiles(0, [], leaves)
const readHashes = readHashesFromTiles(
  async (level, index) => tiles.find((tile) => tile.level === level && tile.index === index)?.hashes,
)
const head = { origin, size: 300, root: rootOfLeaves(leaves) }

function cosignedBy(...which: readonly number[]): string {
  const text = formatCheckpoint(head)
  const lines = which.map((i) => formatSignatureLine(witnesses[i]?.cosign(text, 1000 + i) ?? log.sign(text)))
  return signCheckpoint(head, log) + lines.join('')
}

async function receipt(index: number, checkpoint: string): Promise<string> {
  return formatTlogProof({
    index,
    proof: await inclusionProof(index, 300, readHashes),
    checkpoint,
    extra: entries[index],
  })
}

describe('a receipt', () => {
  test('is verified with a policy and nothing else', async () => {
    const policy = policyOf([log.verifierKey], keys, 2)
    const verified = verifyTlogProof(await receipt(123, cosignedBy(0, 1)), policy)
    expect(Buffer.from(verified.entry).toString()).toBe('entry 123')
    expect(verified).toMatchObject({ index: 123, isQuorum: true, checkpoint: { origin, size: 300 } })
    expect(verified.cosigned).toEqual([
      { witness: 'witness-1', seconds: 1000 },
      { witness: 'witness-2', seconds: 1001 },
    ])
  })

  test('with too few witnesses says so, and still proves that the entry is in the log', async () => {
    const policy = policyOf([log.verifierKey], keys, 2)
    expect(verifyTlogProof(await receipt(5, cosignedBy(2)), policy)).toMatchObject({ index: 5, isQuorum: false })
  })

  test('of another entry, another place or another log proves nothing', async () => {
    const policy = policyOf([log.verifierKey], [], 0)
    const text = await receipt(5, cosignedBy())
    expect(() => verifyTlogProof(text, policy, entries[6])).toThrow('proof-does-not-hold')
    expect(() => verifyTlogProof(text.replace('index 5', 'index 6'), policy)).toThrow('proof-does-not-hold')
    const other = noteSigner('omamori/other/2026', Buffer.alloc(32, 7))
    expect(() => verifyTlogProof(text, policyOf([other.verifierKey], [], 0))).toThrow('note-not-signed')
  })

  test('no changed character passes', async () => {
    const policy = policyOf([log.verifierKey], keys.slice(0, 1), 1)
    const text = await receipt(77, cosignedBy(0))
    for (let at = 0; at < text.length; at++) {
      for (const to of ['0', 'A', '\n', ' ']) {
        if (text[at] === to) continue
        const changed = text.slice(0, at) + to + text.slice(at + 1)
        expect(() => verifyTlogProof(changed, policy).isQuorum || neverHolds(), `${at} ${to}`).toThrow(LedgerError)
      }
    }
  })

  test('is read strictly, and refused with the line', async () => {
    const text = await receipt(5, cosignedBy())
    const [top = '', checkpoint = ''] = [text.slice(0, text.indexOf('\n\n')), text.slice(text.indexOf('\n\n') + 2)]
    for (const [bad, problem] of [
      ['', 'no checkpoint'],
      [text.replace('@v1', '@v2'), '"line":1,"problem":"header"'],
      [text.replace('index 5', 'index 05'), '"line":3,"problem":"index"'],
      [text.replace('index 5', 'index 99999999999999999'), 'index'],
      [`${top}\n${'A'.repeat(43)}=\n`.concat('x\n'.repeat(1), '\n', checkpoint), 'hash'],
      [`${top}\n${`${'A'.repeat(43)}=\n`.repeat(10_000)}\n${checkpoint}`, 'too many hashes'],
      [`${top}\n${`${'A'.repeat(43)}=\n`.repeat(100_000)}\n${checkpoint}`, 'too long'],
      [text.replaceAll('\n', '\r\n'), 'no checkpoint'],
      [text.replace(/extra .*/, 'extra AAB='), 'base64 is not canonical'],
    ] as const) {
      expect(() => parseTlogProof(bad), problem).toThrow(problem)
    }
  })
})

function neverHolds(): never {
  throw new LedgerError('proof-does-not-hold')
}

describe('a policy', () => {
  const [w1 = '', w2 = '', w3 = ''] = keys
  const text = [
    '# 見本の方針',
    `log ${log.verifierKey} https://log.example/`,
    `witness X1 ${w1}`,
    `  witness\tX2 ${w2} https://witness.example/`,
    `witness Y ${w3}`,
    '',
    'group X any X1 X2',
    'group both all X Y',
    'quorum both',
    '',
  ].join('\n')

  test('with groups is read and asked', () => {
    const { quorum } = parsePolicy(text)
    const met = (...names: readonly string[]) => isQuorumMet(quorum, new Set(names))
    expect([met('X1', 'Y'), met('X2', 'Y'), met('X1', 'X2'), met('Y'), met()]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })

  test('that is not exactly one is refused with the line', () => {
    for (const [bad, problem] of [
      [text.replace('quorum both\n', ''), 'no quorum'],
      [`${text}quorum none\n`, 'second quorum'],
      [text.replace('group both all X Y', 'group both 3 X Y'), 'threshold'],
      [text.replace('group both all X Y', 'group both all X X1'), 'member twice'],
      [text.replace('quorum both', 'quorum Z'), 'not defined above'],
      [text.replace('witness Y', 'witness X1'), 'name taken'],
      [text.replace(`witness Y ${w3}`, `witness Y ${w1}`), 'key twice'],
      [text.replace(`witness Y ${w3}`, `witness Y ${log.verifierKey}`), 'not a cosignature key'],
      [text.replace('group X', 'gruop X'), 'not understood'],
      [text.replaceAll('\n', '\r\n'), 'control character'],
      [text.trimEnd(), 'no newline'],
      ['\n'.repeat(2000), 'too many lines'],
    ] as const) {
      expect(() => parsePolicy(bad), problem).toThrow(problem)
    }
  })

  test('a cosignature from the future counts for nothing, a bad one of a known witness spoils the note', () => {
    const policy = policyOf([log.verifierKey], keys, 1)
    expect(judgeCheckpoint(cosignedBy(0), policy, 1000).isQuorum).toBe(true)
    expect(judgeCheckpoint(cosignedBy(0), policy, 600).isQuorum).toBe(false)
    const bad = cosignedBy(0).replace(/(witness\.example\/w1 .{20})./, (_, kept) => `${kept}~`.replace('~', 'A'))
    expect(() => judgeCheckpoint(bad, policy)).toThrow(LedgerError)
  })
})

test('an entry is recorded, then durable, then witnessed, and never more than was seen', () => {
  const witnessed = { size: 5, witnesses: ['a'], seconds: 9 }
  expect(receiptState(5, { durableSize: 5, witnessed })).toEqual({ state: 'recorded', index: 5 })
  expect(receiptState(5, { durableSize: 6, witnessed })).toEqual({ state: 'durable', index: 5, size: 6 })
  expect(receiptState(4, { durableSize: 6, witnessed })).toEqual({ state: 'witnessed', index: 4, ...witnessed })
  expect(receiptState(2, { durableSize: 4, witnessed })).toEqual({ state: 'durable', index: 2, size: 4 })
  expect(receiptState(0, { durableSize: 1 })).toEqual({ state: 'durable', index: 0, size: 1 })
})
