import type { Trouble, TroubleCode } from '../observation.ts'

/** How far a look may go. What goes beyond ends the look as a trouble; it never goes on for ever. */
export interface Limits {
  /** For one place, in milliseconds: a read through a repository of terabytes takes hours, and the plan says how many. */
  readonly placeMs: number
  // More than a file server of ten years holds; beyond, somebody named the wrong folder.
  readonly maxFiles: number
  // The longest path of Windows has about a hundred steps.
  readonly maxDepth: number
  // What an engine may print that is held in memory.
  readonly maxOutputBytes: number
  // Files of each generation of which parts are read.
  readonly sampledFiles: number
  // Read from a repository's generation for its sample; a repository is unpacked for that, a folder is not.
  readonly sampledBytes: number
  // Generations that are unpacked in repositories, the newest first, for their sample; every one is checked by the engine.
  readonly sampledGenerations: number
}

export const defaultLimits: Limits = {
  placeMs: 60 * 60_000,
  maxFiles: 10_000_000,
  maxDepth: 100,
  maxOutputBytes: 64_000_000,
  sampledFiles: 400,
  sampledBytes: 1_000_000_000,
  sampledGenerations: 3,
}

/** Thrown inside a look, and told as its trouble. */
export class Hindered extends Error {
  readonly trouble: Trouble

  constructor(code: TroubleCode, facts: Trouble['facts'] = {}) {
    super(code)
    this.name = 'Hindered'
    this.trouble = { code, facts }
  }
}

/** What a look is handed: its limits, the time they leave, and whom to tell how far it is. */
export interface Watch {
  readonly limits: Limits
  leftMs(): number
  /** One more file was met; throws beyond the limits of time and count. */
  step(files?: number): void
  tell(what: string): void
}

export function watchFor(limits: Limits, tell: (what: string, files: number) => void, now = () => performance.now()) {
  const endsAt = now() + limits.placeMs
  let files = 0
  const watch: Watch = {
    limits,
    leftMs: () => Math.max(0, endsAt - now()),
    step(more = 1) {
      files += more
      if (files > limits.maxFiles) throw new Hindered('too-many-files', { files: limits.maxFiles })
      if (now() > endsAt) throw new Hindered('timed-out', { minutes: limits.placeMs / 60_000 })
    },
    tell: (what) => tell(what, files),
  }
  return watch
}

/** What an error of the file system is called here. */
export function hinderedBy(error: unknown): Trouble {
  if (error instanceof Hindered) return error.trouble
  const { code = '', message = '' } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return { code: 'place-missing', facts: {} }
  if (code === 'ENOTDIR') return { code: 'not-a-place', facts: {} }
  if (code === 'EACCES' || code === 'EPERM') return { code: 'not-permitted', facts: {} }
  if (code === 'EIO' || code === 'ESTALE') return { code: 'damaged', facts: { said: code } }
  // What an engine printed is not what it should be.
  if (error instanceof SyntaxError) return { code: 'engine-failed', facts: { said: message.slice(0, 200) } }
  if (code === '') throw error
  return { code: 'engine-failed', facts: { said: message.slice(0, 200) } }
}
