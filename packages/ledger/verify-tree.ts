import type { Checkpoint } from './checkpoint.ts'
import { EMPTY_ROOT, nodeHash, sameHash } from './tree.ts'
import type { LogSource, Report } from './verify-log.ts'
import { createTileCheck } from './verify-tiles.ts'

export interface Recount {
  /** Leaves taken so far. */
  size(): number
  /** Takes the leaf of the entry at `index`, bridging missing ones by their tiles; false when that cannot be done. */
  add(index: number, leaf: Uint8Array): Promise<boolean>
  finish(): Promise<{ readonly size: number; readonly root: Uint8Array }>
}

/**
 * Counts the tree twice, once as the entries give it and once as the tiles claim it, and asks every checkpoint on the
 * way which of the two was signed. That one is believed from there on, so that one damage does not hide the next.
 */
export function createRecount(checkpoints: readonly Checkpoint[], source: LogSource, report: Report): Recount {
  const signedSize = checkpoints.at(-1)?.size ?? Infinity
  const tiles = createTileCheck(source, signedSize, report)
  let entries = createCounter()
  let claimed = entries
  let next = 0
  let goodSize = 0
  let stopped = false
  let differing: number[] = []
  let failed: Checkpoint[] = []

  // The empty tree can be signed too.
  for (; checkpoints[next]?.size === 0; next++) {
    if (!sameHash(checkpoints[next]?.root, EMPTY_ROOT))
      report('root-differs-from-checkpoint', undefined, { from: 0, to: 0 })
  }

  async function take(leaf: Uint8Array | undefined): Promise<boolean> {
    const index = entries.size()
    const claim = await tiles.claim(index)
    const found = leaf ?? claim
    if (found === undefined) return false
    const believed = claim ?? found
    if (!sameHash(found, believed)) {
      differing.push(index)
      if (claimed === entries) claimed = entries.copy()
    }
    await tiles.take(found, believed)
    entries.add(found)
    if (claimed !== entries) claimed.add(believed)
    for (let checkpoint = checkpoints[next]; checkpoint?.size === entries.size(); checkpoint = checkpoints[++next]) {
      ask(checkpoint)
    }
    return true
  }

  function ask(checkpoint: Checkpoint): void {
    const entriesHold = sameHash(entries.root(), checkpoint.root)
    const tilesHold = claimed === entries ? entriesHold : sameHash(claimed.root(), checkpoint.root)
    if (!entriesHold && !tilesHold) {
      failed.push(checkpoint)
      return
    }
    for (const index of differing) {
      if (entriesHold) report('tile-differs', index, { level: 0, tile: Math.floor(index / 256) })
      else report('entry-does-not-match-tree', index)
    }
    // The tree agrees again: each that failed since the last agreement is itself the odd one.
    for (const { size } of failed)
      report('root-differs-from-checkpoint', Math.max(0, size - 1), { from: goodSize, to: size })
    if (!entriesHold) entries = claimed
    claimed = entries
    differing = []
    failed = []
    goodSize = checkpoint.size
  }

  return {
    size: () => entries.size(),
    async add(index, leaf) {
      if (stopped) return false
      const from = entries.size()
      if (index > from) report('gap', from, { from, to: index })
      while (entries.size() < index && !stopped) stopped = !(await take(undefined))
      if (!stopped) await take(leaf)
      return !stopped
    },
    async finish() {
      // The empty tree can be signed too.
      for (let checkpoint = checkpoints[next]; checkpoint?.size === 0; checkpoint = checkpoints[++next]) {
        if (!sameHash(checkpoint.root, EMPTY_ROOT))
          report('root-differs-from-checkpoint', undefined, { from: 0, to: 0 })
      }
      await tiles.finish()
      const [first] = failed
      if (first) report('root-differs-from-checkpoint', goodSize, { from: goodSize, to: first.size })
      for (const index of differing) report('entry-does-not-match-tree', index, { certain: false })
      const size = entries.size()
      const lost = checkpoints.at(-1)
      if (lost && lost.size > size) report('checkpoint-larger-than-log', size, { size, signedSize: lost.size })
      return { size, root: entries.root() }
    },
  }
}

interface Counter {
  size(): number
  add(leaf: Uint8Array): void
  root(): Uint8Array
  copy(): Counter
}

/** A binary counter: slot `n` holds a perfect subtree of 2^n leaves or nothing, and a full slot carries. */
function createCounter(slots: (Uint8Array | undefined)[] = [], leaves = 0): Counter {
  let count = leaves
  return {
    size: () => count,
    add(leaf) {
      let carry = leaf
      let level = 0
      for (let slot = slots[0]; slot !== undefined; slot = slots[++level]) {
        carry = nodeHash(slot, carry)
        slots[level] = undefined
      }
      slots[level] = carry
      count++
    },
    root() {
      let root: Uint8Array | undefined
      for (const slot of slots) if (slot) root = root ? nodeHash(slot, root) : slot
      return root ?? EMPTY_ROOT
    },
    copy: () => createCounter([...slots], count),
  }
}
