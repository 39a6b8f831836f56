import { hashLanesModule } from './hash-lanes-code.ts'
import { HASH_BYTES, hashPairInto } from './tree.ts'

/**
 * Inner nodes hashed many at a time, four SHA-256 side by side in the 128 bits of a WebAssembly register: a third of the
 * processor time, for of one call of `crypto.hash` with the 65 bytes of a node most is the call.
 */
export interface HashLanes {
  /** What is hashed and what comes of it, 64 KiB; the first byte is not for hashes. */
  readonly memory: Buffer
  /** Hashes `count` nodes, four or a multiple of it; their children lie from `from` on, and they come to lie from `to` on. */
  hashPairs(from: number, to: number, count: number): void
}

/** Of WebAssembly what we use; its types come with those of a browser, and node without a compiler (`--jitless`) has none. */
interface Assembly {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> }
}

type HashPairs = (beforeFrom: number, to: number, count: number) => void

let opened: HashLanes | undefined
let wasTried = false

/** Undefined where the machine has no such registers: then each node is hashed by itself. */
export function hashLanes(): HashLanes | undefined {
  if (!wasTried) opened = open()
  wasTried = true
  return opened
}

function open(): HashLanes | undefined {
  const assembly = (globalThis as { readonly WebAssembly?: Assembly }).WebAssembly
  if (assembly === undefined) return undefined
  try {
    const { exports } = new assembly.Instance(new assembly.Module(hashLanesModule()))
    const memory = Buffer.from((exports.m as { readonly buffer: ArrayBuffer }).buffer)
    const hash = exports.f as HashPairs
    const lanes: HashLanes = { memory, hashPairs: (from, to, count) => hash(from - 1, to, count) }
    return agreesWithNode(lanes) ? lanes : undefined
  } catch (error) {
    if (error instanceof Error && error.name === 'CompileError') return undefined
    throw error
  }
}

/** A machine on which the two differ goes without lanes. */
function agreesWithNode({ memory, hashPairs }: HashLanes): boolean {
  const [children, count] = [HASH_BYTES, 4]
  const [nodes, wanted] = [children + 2 * count * HASH_BYTES, Buffer.alloc(count * HASH_BYTES)]
  for (let i = children; i < nodes; i++) memory[i] = (i * 167 + 89) % 256
  hashPairs(children, nodes, count)
  for (let i = 0; i < count; i++) {
    const left = children + 2 * i * HASH_BYTES
    hashPairInto(memory, left, memory, left + HASH_BYTES, wanted, i * HASH_BYTES)
  }
  return memory.subarray(nodes, nodes + wanted.length).equals(wanted)
}
