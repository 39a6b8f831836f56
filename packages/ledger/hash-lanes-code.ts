import type { Code } from './wasm-code.ts'
import * as wasm from './wasm-code.ts'

// SHA-256 of the 65 bytes of an inner node, for four nodes side by side: FIPS 180-4, 6.2, written out round by round.
// https://doi.org/10.6028/NIST.FIPS.180-4

// 4.2.2 and 5.3.3: the first 32 bits behind the point of the roots of the first primes.
const primes = Array.from({ length: 312 }, (_, n) => n).filter(isPrime)
const roundWords = primes.map((prime) => fractionOfRoot(prime, 3n))
const startWords = primes.slice(0, 8).map((prime) => fractionOfRoot(prime, 2n))

function isPrime(n: number): boolean {
  for (let by = 2; by * by <= n; by++) if (n % by === 0) return false
  return n > 1
}

function fractionOfRoot(prime: number, degree: bigint): number {
  const power = BigInt(prime) << (32n * degree)
  let root = 0n
  for (let bit = 1n << 36n; bit > 0n; bit >>= 1n) if ((root + bit) ** degree <= power) root += bit
  return Number(root & 0xffff_ffffn)
}

// The locals: three parameters, the last sixteen words of the message, the state, the state between two blocks, one more.
const [FROM, TO, COUNT] = [0, 1, 2]
const WORDS = 3
const STATE = WORDS + 16
const BETWEEN = STATE + 8
const HELD = BETWEEN + 8
const VECTORS = 16 + 8 + 8 + 1
const eight = [0, 1, 2, 3, 4, 5, 6, 7]
const lanes = [0, 1, 2, 3]

const word = (t: number) => WORDS + (t % 16)

// SHA-256 writes its words with the largest byte first.
const turned: Code = [
  ...wasm.tee(HELD),
  ...wasm.get(HELD),
  ...wasm.shuffle([3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12]),
]

const rotated = (local: number, bits: number): Code => [
  ...[...wasm.get(local), ...wasm.shiftRight(bits)],
  ...[...wasm.get(local), ...wasm.shiftLeft(32 - bits)],
  ...wasm.or,
]
const mixed = (one: Code, two: Code, three: Code): Code => [...one, ...two, ...wasm.xor, ...three, ...wasm.xor]
const largeSigma = (local: number, [a, b, c]: readonly [number, number, number]) =>
  mixed(rotated(local, a), rotated(local, b), rotated(local, c))
const smallSigma = (local: number, [a, b, shift]: readonly [number, number, number]) =>
  mixed(rotated(local, a), rotated(local, b), [...wasm.get(local), ...wasm.shiftRight(shift)])

/** Puts together what each lane reads: an address for each lies there, below the value that they fill one by one. */
const gathered = (read: (lane: number) => Code): Code => [
  ...lanes.flatMap(() => [...wasm.get(FROM)]),
  ...wasm.four(0),
  ...lanes.flatMap((lane) => [...read(lane)]),
]

/** A word of the first block. `FROM` lies a byte before the children: there the 0x01 goes that makes them a node. */
function readWord(t: number): Code {
  const read = [...gathered((lane) => wasm.loadWord(64 * lane + 4 * t, lane)), ...turned]
  const marked = [...wasm.four(0x00ff_ffff), ...wasm.and, ...wasm.four(0x0100_0000), ...wasm.or]
  return [...read, ...(t === 0 ? marked : []), ...wasm.set(word(t))]
}

/** The second block: the last byte of the children, the bit that ends a message, zeros, and its length in bits. */
const lastByte: Code = [
  ...gathered((lane) => wasm.loadByte(64 * lane + 64, 4 * lane)),
  ...[...wasm.shiftLeft(24), ...wasm.four(0x0080_0000), ...wasm.or, ...wasm.set(word(0))],
  ...[...Array.from({ length: 14 }, () => 0), 65 * 8].flatMap((value, i) => [
    ...wasm.four(value),
    ...wasm.set(word(i + 1)),
  ]),
]

const nextWord = (t: number): Code => [
  ...[...wasm.get(word(t)), ...wasm.get(word(t - 7)), ...wasm.add],
  ...[...smallSigma(word(t - 15), [7, 18, 3]), ...wasm.add],
  ...[...smallSigma(word(t - 2), [17, 19, 10]), ...wasm.add],
  ...wasm.set(word(t)),
]

/** 6.2.2: after each round the eight words change places by one, so after 64 they stand where they began. */
function round(t: number): Code {
  const at = (i: number) => STATE + ((i - t + 64) % 8)
  const [a, b, c, d, e, f, g, h] = [at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7)]
  return [
    ...(t < 16 ? [] : nextWord(t)),
    ...[...wasm.get(h), ...largeSigma(e, [6, 11, 25]), ...wasm.add],
    ...[...wasm.get(f), ...wasm.get(g), ...wasm.get(e), ...wasm.choose, ...wasm.add],
    ...[...wasm.four(roundWords[t] ?? 0), ...wasm.get(word(t)), ...wasm.add, ...wasm.add, ...wasm.set(HELD)],
    ...[...wasm.get(d), ...wasm.get(HELD), ...wasm.add, ...wasm.set(d)],
    ...[...wasm.get(HELD), ...largeSigma(a, [2, 13, 22]), ...wasm.add],
    // The majority of a, b and c: c where the others differ, and a where they do not.
    ...[...wasm.get(c), ...wasm.get(a), ...wasm.get(a), ...wasm.get(b), ...wasm.xor, ...wasm.choose],
    ...[...wasm.add, ...wasm.set(h)],
  ]
}

const rounds: Code = roundWords.flatMap((_, t) => [...round(t)])

const write = (i: number): Code => [
  ...[...wasm.get(STATE + i), ...wasm.get(BETWEEN + i), ...wasm.add, ...turned, ...wasm.set(STATE + i)],
  ...lanes.flatMap((lane) => [...wasm.get(TO), ...wasm.get(STATE + i), ...wasm.storeWord(32 * lane + 4 * i, lane)]),
]

const fourNodes: Code = [
  ...[...Array(16).keys()].flatMap((t) => [...readWord(t)]),
  ...eight.flatMap((i) => [...wasm.four(startWords[i] ?? 0), ...wasm.set(STATE + i)]),
  ...rounds,
  ...eight.flatMap((i) => [
    ...[...wasm.get(STATE + i), ...wasm.four(startWords[i] ?? 0), ...wasm.add],
    ...[...wasm.tee(BETWEEN + i), ...wasm.set(STATE + i)],
  ]),
  ...lastByte,
  ...rounds,
  ...eight.flatMap((i) => [...write(i)]),
]

/** A module whose function hashes pairs of hashes, four at a time: from where (a byte before), to where, and how many. */
export function hashLanesModule(): Uint8Array {
  const step = [
    ...[...wasm.get(FROM), ...wasm.i32(4 * 64), ...wasm.addI32, ...wasm.set(FROM)],
    ...[...wasm.get(TO), ...wasm.i32(4 * 32), ...wasm.addI32, ...wasm.set(TO)],
    ...[...wasm.get(COUNT), ...wasm.i32(4), ...wasm.subtractI32, ...wasm.tee(COUNT)],
  ]
  return wasm.moduleOf(VECTORS, wasm.untilZero([...fourNodes, ...step]))
}
