import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeDurably } from '#storage'

/** The last checkpoint of each facility's newest log, as a signed note. */
export type Anchored = Readonly<Record<string, string>>

const anchorFile = z.strictObject({
  format: z.literal('omamori-anchor@1'),
  checkpoints: z.record(z.string().max(128), z.string().max(10_000)),
})

// Thousands of facilities; whatever is larger is not ours.
const MOST_BYTES = 16 * 1024 * 1024

/** What the anchor holds; `none` where there is no file, `unreadable` where it is not one of ours. */
export function readAnchor(file: string): Anchored | 'none' | 'unreadable' {
  if (!existsSync(file)) return 'none'
  try {
    const bytes = readFileSync(file)
    return bytes.length > MOST_BYTES ? 'unreadable' : anchorFile.parse(JSON.parse(bytes.toString())).checkpoints
  } catch {
    return 'unreadable'
  }
}

/** Whole or not at all, and on its medium once this returns. */
export function writeAnchor(file: string, checkpoints: Anchored): void {
  writeDurably(file, `${JSON.stringify({ format: 'omamori-anchor@1', checkpoints }, undefined, 2)}\n`)
}
