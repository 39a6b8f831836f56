import { describe, expect, test } from 'vitest'
import { signCheckpoint } from './checkpoint.ts'
import { consistencyProof } from './consistency.ts'
import { cosigner } from './cosignature.ts'
import { readHashesFromTiles } from './node-reader.ts'
import { formatSignatureLine, noteSigner, parseNote } from './note.ts'
import { parseVerifierKey } from './note-key.ts'
import { formatSubmission, type LastCosigned, parseSubmission, readAnswer, weighSubmission } from './submission.ts'
import { growTiles } from './tiles.ts'
import { leafHash, rootOfLeaves } from './tree.ts'

const origin = 'omamori/mihon-clinic/2026'
const log = noteSigner(origin, Buffer.alloc(32, 7))
const key = parseVerifierKey(log.verifierKey)
const witness = cosigner('witness.example/ishikai', Buffer.alloc(32, 9), 'cosignature-ed25519')
const witnessKey = parseVerifierKey(witness.verifierKey)

const leaves = Array.from({ length: 300 }, (_, i) => leafHash(Buffer.from(`entry ${i}`)))
const tiles = growTiles(0, [], leaves)
const readHashes = readHashesFromTiles(
  async (level, index) => tiles.find((tile) => tile.level === level && tile.index === index)?.hashes,
)
const headAt = (size: number) => ({ origin, size, root: rootOfLeaves(leaves.slice(0, size)) })

async function submission(oldSize: number, size: number, signer = log): Promise<string> {
  const proof = oldSize === 0 ? [] : await consistencyProof(oldSize, size, readHashes)
  return formatSubmission({ oldSize, proof, checkpoint: signCheckpoint(headAt(size), signer) })
}

function weigh(body: string, last?: LastCosigned) {
  return weighSubmission(body, (asked) => (asked === origin ? { keys: [key], last } : undefined))
}

describe('a witness', () => {
  test('cosigns what only adds to what it saw', async () => {
    expect(weigh(await submission(0, 100))).toMatchObject({ status: 200, checkpoint: { size: 100 } })
    expect(weigh(await submission(100, 300), headAt(100))).toMatchObject({ status: 200, checkpoint: { size: 300 } })
    expect(weigh(await submission(100, 100), headAt(100))).toMatchObject({ status: 200, checkpoint: { size: 100 } })
  })

  test('answers each refusal with its status', async () => {
    const good = await submission(100, 300)
    const stranger = noteSigner('omamori/stranger/2026', Buffer.alloc(32, 8))
    const strange = signCheckpoint({ ...headAt(3), origin: stranger.name }, stranger)
    const forged = noteSigner(origin, Buffer.alloc(32, 8))
    expect(weigh('nonsense').status).toBe(400)
    expect(weigh(good.replace('old 100', 'old 301')).status).toBe(400)
    expect(weigh(formatSubmission({ oldSize: 0, proof: [], checkpoint: strange })).status).toBe(404)
    expect(weigh(await submission(100, 300, forged), headAt(100)).status).toBe(403)
    expect(weigh(good, headAt(200))).toEqual({ status: 409, origin, size: 200, fork: false })
    expect(weigh(good)).toEqual({ status: 409, origin, size: 0, fork: false })
    expect(weigh(good, { size: 100, root: Buffer.alloc(32) })).toEqual({ status: 422, origin, size: 100 })
    const other = { size: 300, root: Buffer.alloc(32) }
    expect(weigh(await submission(300, 300), other)).toEqual({ status: 409, origin, size: 300, fork: true })
  })

  test('takes no proof for a first checkpoint', async () => {
    const [first = '', second = ''] = [await submission(0, 100), await submission(100, 300)]
    const withProof = first.replace('old 0\n', `old 0\n${second.split('\n')[1]}\n`)
    expect(weigh(withProof).status).toBe(422)
  })

  test('a body is read strictly and refused with the line', async () => {
    const good = await submission(100, 300)
    const line = `${'A'.repeat(43)}=\n`
    for (const [bad, problem] of [
      [good.replace('old 100', 'old 0100'), '"line":1'],
      [good.replace('old 100', 'Old 100'), '"line":1'],
      [good.replace('old 100\n', `old 100\n${line.repeat(64)}`), 'too many proof lines'],
      [good.replace('old 100\n', `old 100\n${line.repeat(10_000)}`), 'too many proof lines'],
      [good.replace('old 100\n', `old 100\n${'A'.repeat(43)}B\n`), '"line":2'],
      [good.replaceAll('\n', '\r\n'), 'no checkpoint'],
      ['x'.repeat(600_000), 'too long'],
    ] as const) {
      expect(() => parseSubmission(bad), problem).toThrow(problem)
    }
    expect(parseSubmission(good).oldSize).toBe(100)
  })
})

describe('the log reads the answer', () => {
  const offered = async () => parseSubmission(await submission(100, 300))
  const answer = async (status: number, body: string) => readAnswer(await offered(), [witnessKey], { status, body })
  const cosignature = async (seconds: number) => {
    const { text } = parseNote((await offered()).checkpoint)
    return formatSignatureLine(witness.cosign(text, seconds))
  }

  test('a cosignature joins the note; a newer one takes the place of the older', async () => {
    const first = await answer(200, await cosignature(10))
    if (first.kind !== 'cosigned') throw new Error(first.kind)
    expect(parseNote(first.note).signatures.map(({ name }) => name)).toEqual([origin, witness.name])
    const again = readAnswer({ ...(await offered()), checkpoint: first.note }, [witnessKey], {
      status: 200,
      body: await cosignature(20),
    })
    expect(again).toMatchObject({ kind: 'cosigned', signatures: [{ seconds: 20 }] })
    if (again.kind === 'cosigned') expect(parseNote(again.note).signatures).toHaveLength(2)
  })

  test('a witness that lies is not believed', async () => {
    const liar = cosigner(witness.name, Buffer.alloc(32, 10), 'cosignature-ed25519')
    const elsewhere = witness.cosign(`${origin}\n5\n${Buffer.alloc(32).toString('base64')}\n`, 10)
    const { text } = parseNote((await offered()).checkpoint)
    for (const body of [
      '',
      'ok',
      formatSignatureLine(elsewhere),
      formatSignatureLine(liar.cosign(text, 10)),
      `${formatSignatureLine(log.sign(text))}`,
      'x'.repeat(10_000_000),
    ]) {
      expect((await answer(200, body)).kind).toBe('unreadable')
    }
  })

  test('a conflict tells an old witness, a rolled back log and a fork apart', async () => {
    expect(await answer(409, '50\n')).toEqual({ kind: 'behind', size: 50 })
    expect(await answer(409, '301\n')).toEqual({ kind: 'ahead', size: 301 })
    expect(await answer(409, '100\n')).toEqual({ kind: 'unreadable', problem: 'conflict without one' })
    expect(await answer(409, 'many\n')).toEqual({ kind: 'unreadable', problem: 'size' })
    expect(await answer(500, '')).toEqual({ kind: 'refused', status: 500 })
    const same = parseSubmission(await submission(300, 300))
    expect(readAnswer(same, [witnessKey], { status: 409, body: '300\n' })).toEqual({ kind: 'fork', size: 300 })
  })
})
