import { type AuditFinding, PART_SIZE, type PartAudit } from './audit-part.ts'
import type { Checkpoint } from './checkpoint-text.ts'
import type { Fetch } from './fetch.ts'
import { EMPTY_ROOT, HASH_BYTES, nodeHash, sameHash } from './tree.ts'

const WIDTH = 256

/** Joins the audits of all parts, given in order: roots at every checkpoint, and the tiles from level 2 up. */
export interface AuditJoin {
  take(audit: PartAudit): void
  finish(fetch: Fetch): Promise<{ readonly root: Uint8Array; readonly findings: readonly AuditFinding[] }>
}

/** `checkpoints` are those with a good signature, smallest first; the last one says how far the log goes. */
export function createAuditJoin(checkpoints: readonly Checkpoint[]): AuditJoin {
  const size = checkpoints.at(-1)?.size ?? 0
  const left: { readonly hash: Uint8Array; readonly parts: number }[] = []
  const whole: Uint8Array[] = []
  const findings: AuditFinding[] = []
  let next = 0
  let root = EMPTY_ROOT

  function ask(over: Uint8Array): void {
    const checkpoint = checkpoints[next++]
    if (checkpoint === undefined || sameHash(checkpoint.root, over)) return
    const from = checkpoints[next - 2]?.size ?? 0
    const index = Math.max(0, Math.min(from, checkpoint.size - 1))
    findings.push({ code: 'root-differs-from-checkpoint', index, facts: { from, to: checkpoint.size } })
  }

  while (checkpoints[next]?.size === 0) ask(EMPTY_ROOT)
  return {
    take(audit) {
      const under = (hash: Uint8Array) => left.reduceRight((right, one) => nodeHash(one.hash, right), hash)
      for (let at = 0; at < audit.roots.length; at += HASH_BYTES) ask(under(audit.roots.subarray(at, at + HASH_BYTES)))
      root = under(audit.root)
      findings.push(...audit.findings)
      if ((audit.part + 1) * PART_SIZE > size) return
      whole.push(audit.root)
      let carry = { hash: audit.root, parts: 1 }
      for (let last = left.at(-1); last?.parts === carry.parts; last = left.at(-1)) {
        left.pop()
        carry = { hash: nodeHash(last.hash, carry.hash), parts: last.parts * 2 }
      }
      left.push(carry)
    },
    async finish(fetch) {
      await compareUpperTiles(whole, fetch, findings)
      return { root, findings }
    },
  }
}

async function compareUpperTiles(parts: readonly Uint8Array[], fetch: Fetch, findings: AuditFinding[]): Promise<void> {
  let row = parts
  for (let level = 2; row.length > 0; level++) {
    const above: Uint8Array[] = []
    for (let first = 0; first < row.length; first += WIDTH) {
      const want = row.slice(first, first + WIDTH)
      const tile = await fetch.tile(level, first / WIDTH, want.length)
      const facts = { level, tile: first / WIDTH }
      if (tile === undefined || tile.length === 0) {
        findings.push({ code: 'tile-missing', index: first * WIDTH ** level, facts })
      } else {
        const expected = want.length * HASH_BYTES
        const position = want.findIndex(
          (hash, i) => !sameHash(hash, tile.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES)),
        )
        if (position >= 0 || tile.length !== expected) {
          const index = (first + Math.max(0, position)) * WIDTH ** level
          findings.push({ code: 'tile-differs', index, facts: { ...facts, position, expected, got: tile.length } })
        }
      }
      if (want.length === WIDTH) above.push(foldTile(want))
    }
    row = above
  }
}

function foldTile(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes
  while (row.length > 1) {
    row = row.flatMap((hash, i) => (i % 2 === 0 ? [nodeHash(hash, row[i + 1] ?? hash)] : []))
  }
  return row[0] ?? EMPTY_ROOT
}
