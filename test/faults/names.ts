import { directoryOf, type Operation } from './record.ts'

export type Node = number | 'directory' | 'nothing'

/** One name that came to mean something else. Two of them, for a rename, happened as one. */
interface Renaming {
  readonly step: number
  readonly name: string
  readonly node: Node
  flushed: boolean
}

/** 名前 — which name stands for which file. A name is durable once its directory was flushed. */
export interface Names {
  set(name: string, node: Node): void
  rename(from: string, to: string): void
  flush(directory: string): void
  /** What every name stands for now. */
  now(): ReadonlyMap<string, Node>
  /** What they stand for after a cut, when those renamings that were not flushed remain that the disk kept. */
  image(random: () => number): ReadonlyMap<string, Node>
}

export function newNames(): Names {
  const renamings: Renaming[] = []
  const current = new Map<string, Node>()
  let step = 0

  function add(name: string, node: Node): void {
    renamings.push({ step, name, node, flushed: false })
    current.set(name, node)
  }

  return {
    now: () => current,
    set(name, node) {
      step += 1
      add(name, node)
    },
    rename(from, to) {
      step += 1
      add(to, current.get(from) ?? 'nothing')
      add(from, 'nothing')
    },
    flush(directory) {
      for (const renaming of renamings) renaming.flushed ||= directoryOf(renaming.name) === directory
    },
    image: (random) => {
      const kept = (random() < 0.5 ? inOrder : each)(renamings, random)
      return new Map(kept.map(({ name, node }) => [name, node]))
    },
  }
}

/** A file system that writes names through a journal of its own (ext4, xfs, NTFS): what is kept is all up to a moment. */
function inOrder(renamings: readonly Renaming[], random: () => number): readonly Renaming[] {
  const flushed = renamings.findLast((renaming) => renaming.flushed)?.step ?? 0
  const last = renamings.at(-1)?.step ?? 0
  const end = flushed + Math.floor(random() * (last - flushed + 1))
  return renamings.filter(({ step }) => step <= end)
}

/** All that POSIX promises: each name for itself. */
function each(renamings: readonly Renaming[], random: () => number): readonly Renaming[] {
  return renamings.filter(({ flushed }) => flushed || random() < 0.5)
}

export type NameOperation = Extract<Operation, { kind: 'create' | 'make-directory' | 'rename' | 'remove' }>
