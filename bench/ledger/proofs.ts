import { spawnSync } from 'node:child_process'
import { createProver, isIncluded } from '@omamori/ledger'
import { type Ratio, show } from './ratio.ts'
import { syntheticTiles } from './synthetic-log.ts'

const SIZE = 1_000_000
const ROUNDS = 9

/** Inclusion proofs from a tree of a million, and their verification, in thousands a second. */
export async function proofs(): Promise<readonly Ratio[]> {
  const { leaves, root, readTile } = syntheticTiles(SIZE)
  const next = randomIndexes()
  // All 3,906 leaf tiles fit: what a busy verifier page meets.
  const warmProver = createProver(readTile, 5000)
  for (let tile = 0; tile < SIZE; tile += 256) await warmProver.inclusion(tile, SIZE)
  const warm = await rounds(20_000, async () => void (await warmProver.inclusion(next(), SIZE)))
  // Upper tiles stay, leaf tiles never do: each proof reads and expands the tile of a leaf nobody asked for before.
  const coldProver = createProver(readTile, 64)
  const cold = await rounds(1000, async () => void (await coldProver.inclusion(next(), SIZE)))
  const claims = await Promise.all(
    Array.from({ length: 2000 }, async () => {
      const index = next()
      return { index, size: SIZE, leaf: leaves[index] ?? root, root, proof: await warmProver.inclusion(index, SIZE) }
    }),
  )
  const verified = await rounds(claims.length, async (i) => {
    const claim = claims[i]
    if (claim === undefined || !isIncluded(claim)) throw new Error('a proof of ours does not hold')
  })
  const openssl = opensslHashes()
  const against = `thousands for a second of processor time, tree of ${SIZE.toLocaleString('en')}; \`openssl speed\` hashes ${show(openssl)} thousand 64-byte blocks a second here`
  return [
    { name: 'inclusion proofs, warm (k/s)', values: warm, bar: 120, against },
    { name: 'inclusion proofs, cold (k/s)', values: cold, bar: 10, against },
    { name: 'proofs verified (k/s)', values: verified, bar: 40, against },
  ]
}

/** Thousands for each second of processor time, all threads counted, for each round but the first. */
async function rounds(count: number, once: (i: number) => Promise<void>): Promise<readonly number[]> {
  const rates: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const before = process.cpuUsage()
    for (let i = 0; i < count; i++) await once(i)
    const { user, system } = process.cpuUsage(before)
    rates.push((count * 1000) / (user + system))
  }
  return rates.slice(1)
}

/** Always the same indexes, spread over the tree. */
function randomIndexes(): () => number {
  let state = 42
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % SIZE
  }
}

/** Thousands of 64-byte blocks a second: how fast this machine hashes at all. */
function opensslHashes(): number {
  const { stdout } = spawnSync('openssl', ['speed', '-mr', '-seconds', '1', '-bytes', '64', '-evp', 'sha256'], {
    encoding: 'utf8',
  })
  const bytes = Number(/^\+F:\d+:[^:]*:([\d.]+)/m.exec(stdout)?.[1])
  return bytes / 64 / 1000
}
