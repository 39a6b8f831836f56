import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Content, fates, newContent } from './content.ts'
import { type Names, newNames } from './names.ts'
import { below } from './random.ts'
import { directoryOf, type Operation } from './record.ts'

/** 媒体 — what a disk holds while a record is played back to it, and what it may hold when the power goes now. */
export interface Disk {
  play(operation: Operation): void
  /** Everything that was acknowledged so far. */
  acknowledged(): string
  /** Lays out, under a folder, one of the states that a cut at this moment may leave. */
  cut(folder: string, random: () => number): void
  /** What the processes themselves see. */
  files(): ReadonlyMap<string, Buffer>
}

export interface DiskOptions {
  /** The disk of a program that forgot them. */
  readonly withoutDirectoryFlushes?: boolean
}

export function newDisk({ withoutDirectoryFlushes = false }: DiskOptions = {}): Disk {
  const names: Names = newNames()
  const contents: Content[] = []
  // The machine gives the number of a removed file to a new one.
  const byNumber = new Map<bigint, Content>()
  let acknowledged = ''

  function contentOf(file: bigint): Content {
    const content = byNumber.get(file)
    if (!content) throw new Error(`a file was written that nobody made: ${file}`)
    return content
  }

  function* filesOf(found: ReadonlyMap<string, number | 'directory' | 'nothing'>): Generator<[string, Content]> {
    for (const [name, node] of found) {
      const content = typeof node === 'number' ? contents[node] : undefined
      if (content && isReachable(found, name)) yield [name, content]
    }
  }

  return {
    acknowledged: () => acknowledged,
    play(operation) {
      switch (operation.kind) {
        case 'create':
          names.set(operation.name, contents.push(newContent()) - 1)
          byNumber.set(operation.file, contents.at(-1) ?? newContent())
          break
        case 'write':
        case 'truncate':
          contentOf(operation.file).change(operation)
          break
        case 'flush':
          contentOf(operation.file).flush()
          break
        case 'flush-directory':
          if (!withoutDirectoryFlushes) names.flush(operation.name)
          break
        case 'make-directory':
          names.set(operation.name, 'directory')
          break
        case 'rename':
          names.rename(operation.from, operation.to)
          break
        case 'remove':
          names.set(operation.name, 'nothing')
          break
        case 'acknowledge':
          acknowledged += operation.text
      }
    },
    cut(folder, random) {
      const found = names.image(random)
      const fate = fates[below(random, fates.length)] ?? (() => () => [])
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      for (const [name, node] of found) {
        if (node === 'directory' && isReachable(found, name))
          mkdirSync(join(folder, name), { recursive: true, mode: 0o700 })
      }
      for (const [name, content] of filesOf(found)) {
        writeFileSync(join(folder, name), content.image(fate(random)), { mode: 0o600 })
      }
    },
    files: () => new Map([...filesOf(names.now())].map(([name, content]) => [name, content.image((all) => all)])),
  }
}

function isReachable(found: ReadonlyMap<string, unknown>, name: string): boolean {
  const directory = directoryOf(name)
  return directory === '' || (found.get(directory) === 'directory' && isReachable(found, directory))
}
