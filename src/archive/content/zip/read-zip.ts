import type { Found } from '../content.ts'
import { readParts } from './read-parts.ts'

/** Names that are told; the directory of a larger one is cut. */
const mostNames = 1_000
const nothing = /(?!)/

/** Any other zip is kept as it is: the names in it are searched, what they name is not. */
export async function readZip(bytes: Uint8Array): Promise<Found> {
  const { names } = await readParts(bytes, nothing)
  return {
    facts: { entries: names.length },
    text: names.slice(0, mostNames).join('\n'),
    unread: names.length === 0 ? [] : [{ code: 'inside-not-read', facts: { count: names.length } }],
  }
}
