import { formatCheckpoint, signCheckpoint } from './checkpoint.ts'
import { appendLeaf, type CompactRange, EMPTY_RANGE, rootOf } from './compact-range.ts'
import { isConsistent } from './consistency.ts'
import { cosigner } from './cosignature.ts'
import { LedgerError } from './error.ts'
import { isIncluded } from './inclusion.ts'
import { formatSignatureLine, noteSigner } from './note.ts'
import { policyOf } from './policy.ts'
import { createProver } from './prover.ts'
import { growTiles } from './tiles.ts'
import { formatTlogProof, verifyTlogProof } from './tlog-proof.ts'
import { leafHash } from './tree.ts'
import { judgeCheckpoint } from './witnessed.ts'

/** What came of a stretch of mutants; plain data, so that stretches can be added up. */
export interface FuzzFigures {
  readonly inclusion: number
  readonly consistency: number
  readonly notes: number
  readonly receipts: number
  /** Mutants that were believed though they say something else: there must be none. */
  readonly accepted: readonly string[]
}

const kinds = ['inclusion', 'consistency', 'notes', 'receipts'] as const
const SIZE = 1500

/**
 * Mutated proofs and notes, from number `from` up to `to`. Each mutant follows from the seed and its number alone, so that a
 * run can be stopped, continued, and any find repeated.
 */
export async function fuzz(seed: number, from: number, to: number): Promise<FuzzFigures> {
  const good = await honest()
  const figures = { inclusion: 0, consistency: 0, notes: 0, receipts: 0 }
  const accepted: string[] = []
  for (let number = from; number < to; number++) {
    const kind = kinds[number % kinds.length] ?? 'notes'
    figures[kind]++
    if (await isBelieved(kind, good, createDice(seed, number))) accepted.push(`${kind} seed ${seed} number ${number}`)
  }
  return { ...figures, accepted }
}

type Honest = Awaited<ReturnType<typeof honest>>
type Dice = (sides: number) => number

/** A log that tells the truth, and everything it can show. */
async function honest() {
  const origin = 'omamori/mihon-clinic/2026'
  const log = noteSigner(origin, Buffer.alloc(32, 7))
  const witnesses = (['cosignature-ed25519', 'cosignature-ml-dsa-44'] as const).map((kind, i) =>
    cosigner(`witness.example/w${i}`, Buffer.alloc(32, 20 + i), kind),
  )
  const entries = Array.from({ length: SIZE }, (_, i) => Buffer.from(`entry ${i}`))
  const leaves = entries.map(leafHash)
  const tiles = growTiles(0, [], leaves)
  const prover = createProver(
    async (level, index) => tiles.find((tile) => tile.level === level && tile.index === index)?.hashes,
  )
  const roots = rootsOf(leaves)
  const head = { origin, size: SIZE, root: roots[SIZE] ?? Buffer.alloc(0) }
  const text = formatCheckpoint(head)
  const lines = witnesses.map((witness) => formatSignatureLine(witness.cosign(text, 1_790_000_000)))
  const note = signCheckpoint(head, log) + lines.join('')
  const policy = policyOf(
    [log.verifierKey],
    witnesses.map((witness) => witness.verifierKey),
    2,
  )
  return { leaves, entries, prover, roots, head, text, note, policy }
}

/** The root at every size. */
function rootsOf(leaves: readonly Uint8Array[]): readonly Uint8Array[] {
  let range: CompactRange = EMPTY_RANGE
  const roots = [rootOf(range)]
  for (const leaf of leaves) {
    range = appendLeaf(range, leaf)
    roots.push(rootOf(range))
  }
  return roots
}

async function isBelieved(kind: (typeof kinds)[number], good: Honest, dice: Dice): Promise<boolean> {
  const { leaves, head, prover, roots } = good
  switch (kind) {
    case 'inclusion': {
      const index = dice(SIZE)
      const claim = { index, size: SIZE, leaf: leaves[index] ?? head.root, root: head.root }
      const proof = await prover.inclusion(index, SIZE)
      return isIncluded(mutateInclusion({ ...claim, proof }, leaves, dice))
    }
    case 'consistency': {
      const oldSize = 1 + dice(SIZE - 1)
      const proof = await prover.consistency(oldSize, SIZE)
      const claim = { oldSize, newSize: SIZE, oldRoot: roots[oldSize] ?? head.root, newRoot: head.root }
      return isConsistent(mutateConsistency({ ...claim, proof }, dice))
    }
    case 'notes':
      return refusedIsFalse(() => {
        const mutant = mutateText(good.note, dice)
        return judgeCheckpoint(mutant, good.policy).isQuorum && !saysTheSame(mutant, good.note)
      })
    case 'receipts': {
      const index = dice(SIZE)
      const proof = await prover.inclusion(index, SIZE)
      const honestText = formatTlogProof({ index, proof, checkpoint: good.note, extra: good.entries[index] })
      return refusedIsFalse(() => {
        const mutant = mutateText(honestText, dice)
        return verifyTlogProof(mutant, good.policy).isQuorum && !saysTheSame(mutant, honestText)
      })
    }
  }
}

// A size that changes alone is no lie of the proof: its root binds the leaves, and the checkpoint binds both.
function mutateInclusion(claim: Parameters<typeof isIncluded>[0], leaves: readonly Uint8Array[], dice: Dice) {
  const other = (claim.index + 1 + dice(SIZE - 1)) % SIZE
  switch (dice(4)) {
    case 0:
      return { ...claim, index: other }
    case 1:
      return { ...claim, leaf: leaves[other] ?? claim.root }
    case 2:
      return { ...claim, root: flipped(claim.root, dice) }
    default:
      return { ...claim, proof: mutateProof(claim.proof, dice) }
  }
}

function mutateConsistency(claim: Parameters<typeof isConsistent>[0], dice: Dice) {
  const other = 1 + ((claim.oldSize + dice(SIZE - 2)) % (SIZE - 1))
  switch (dice(4)) {
    case 0:
      return { ...claim, oldSize: other }
    case 1:
      return { ...claim, oldRoot: flipped(claim.oldRoot, dice) }
    case 2:
      return { ...claim, newRoot: flipped(claim.newRoot, dice) }
    default:
      return { ...claim, proof: mutateProof(claim.proof, dice) }
  }
}

/** A proof of other hashes, of others in number, or of the same in another order. */
function mutateProof(proof: readonly Uint8Array[], dice: Dice): readonly Uint8Array[] {
  const at = dice(Math.max(1, proof.length))
  const hash = proof[at] ?? Buffer.alloc(32)
  switch (dice(6)) {
    case 0:
      return proof.length > 0 ? proof.toSpliced(at, 1) : [hash]
    case 1:
      return proof.toSpliced(at, 0, hash)
    case 2:
      return proof.length > 1 ? proof.toSpliced(at, 1).toSpliced((at + 1) % proof.length, 0, hash) : [hash, hash]
    case 3:
      return [...proof, flipped(hash, dice)]
    case 4:
      return proof.length > 0 ? proof.with(at, hash.subarray(1)) : [hash]
    default:
      return proof.length > 0 ? proof.with(at, flipped(hash, dice)) : [hash]
  }
}

function flipped(hash: Uint8Array, dice: Dice): Uint8Array {
  const bytes = Uint8Array.from(hash)
  const bit = dice(bytes.length * 8)
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return bytes
}

/** One to three small accidents to a text. */
function mutateText(text: string, dice: Dice): string {
  let changed = text
  for (let i = 0; i <= dice(3); i++) changed = mutateOnce(changed, dice)
  return changed
}

function mutateOnce(text: string, dice: Dice): string {
  const lines = text.split('\n')
  const at = dice(text.length)
  const line = dice(lines.length)
  switch (dice(8)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1)
    case 1:
      return text.slice(0, at) + String.fromCharCode(dice(128)) + text.slice(at)
    case 2:
      return lines.toSpliced(line, 1).join('\n')
    case 3:
      return lines.toSpliced(line, 0, lines[dice(lines.length)] ?? '').join('\n')
    case 4:
      return lines.with(line, lines[dice(lines.length)] ?? '').join('\n')
    case 5:
      return text.slice(0, at)
    case 6:
      return text.replace(/\d+/g, (digits) => (dice(3) === 0 ? String(Number(digits) + 1) : digits))
    default:
      return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << dice(7))) + text.slice(at + 1)
  }
}

/**
 * Whether the mutant says what the honest text says: the same above the signatures, and every honest signature in its place
 * or another. A line of a key that nobody knows may stand beside them: verifiers must pass over it.
 */
function saysTheSame(mutant: string, honestText: string): boolean {
  const parts = (text: string) => {
    const end = text.lastIndexOf('\n\n')
    return { signed: text.slice(0, end), lines: text.slice(end + 2).split('\n') }
  }
  const [said, meant] = [parts(mutant), parts(honestText)]
  return said.signed === meant.signed && meant.lines.every((line) => said.lines.includes(line))
}

function refusedIsFalse(judge: () => boolean): boolean {
  try {
    return judge()
  } catch (error) {
    if (error instanceof LedgerError) return false
    throw error
  }
}

/** Random numbers that follow from seed and number alone (mulberry32). */
function createDice(seed: number, number: number): Dice {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) >>> 0
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}
