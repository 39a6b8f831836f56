import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { appendLeaf, type CompactRange, createProver, EMPTY_RANGE, rootOf } from '@omamori/ledger'
import { signer, writeLog } from '../ledger/file-log.ts'

const SIZE = 70_000
const PROOFS = 1000

export async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'omamori-interop-'))
  try {
    const { leaves, readTile } = writeLog(folder, SIZE)
    const prover = createProver(readTile)
    const spread = (i: number) => 1 + ((i * 7919) % (SIZE - 1))
    const roots = rootsAt(leaves, new Set(Array.from({ length: PROOFS }, (_, i) => spread(i))))
    const texts = (proof: readonly Uint8Array[]) => proof.map((hash) => Buffer.from(hash).toString('base64'))
    const inclusion = []
    const consistency = []
    for (let i = 0; i < PROOFS; i++) {
      inclusion.push({ Index: spread(i), Proof: texts(await prover.inclusion(spread(i), SIZE)) })
      const [OldSize, OldRoot] = [spread(i), roots.get(spread(i))]
      consistency.push({ OldSize, OldRoot, Proof: texts(await prover.consistency(OldSize, SIZE)) })
    }
    const path = join(folder, 'proofs.json')
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(
      path,
      JSON.stringify({ VerifierKey: signer.verifierKey, Inclusion: inclusion, Consistency: consistency }),
    )
    const cwd = fileURLToPath(new URL('.', import.meta.url))
    const { status } = spawnSync('go', ['run', '-mod=mod', '.', folder], { cwd, stdio: 'inherit' })
    process.exitCode = status ?? 1
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function rootsAt(leaves: readonly Uint8Array[], sizes: ReadonlySet<number>): ReadonlyMap<number, string> {
  const roots = new Map<number, string>()
  let range: CompactRange = EMPTY_RANGE
  for (const leaf of leaves) {
    range = appendLeaf(range, leaf)
    if (sizes.has(range.size)) roots.set(range.size, Buffer.from(rootOf(range)).toString('base64'))
  }
  return roots
}
