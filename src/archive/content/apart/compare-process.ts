// Two files on standard input, one behind the other, and as argument where the first ends and what to compare; the answer as a line of JSON.
import { buffer } from 'node:stream/consumers'
import { Malformed } from '@omamori/signature'
import { comparePageDigests } from '../compare/compare-pages.ts'
import { compareTexts } from '../compare/compare-texts.ts'
import type { ComparedContents, PageComparison } from '../compare/comparison.ts'
import { digestPages } from '../compare/digest-pages.ts'
import { readContent } from '../read-content.ts'

export interface CompareOrder {
  readonly what: 'contents' | 'pages'
  /** The length of the first file. */
  readonly first: number
}

async function contents(before: Uint8Array, after: Uint8Array): Promise<ComparedContents> {
  const { text: left, ...one } = await readContent(before, '')
  const { text: right, ...other } = await readContent(after, '')
  return { before: one, after: other, text: compareTexts(left, right) }
}

async function pages(before: Uint8Array, after: Uint8Array): Promise<PageComparison> {
  try {
    return comparePageDigests(await digestPages(before), await digestPages(after))
  } catch (error) {
    if (error instanceof Malformed) return { kind: 'none', why: { code: error.reason, facts: error.facts } }
    throw error
  }
}

if (import.meta.main) {
  const { what, first } = JSON.parse(process.argv[2] ?? '{}') as CompareOrder
  const both = await buffer(process.stdin)
  const compare = what === 'pages' ? pages : contents
  process.stdout.write(`${JSON.stringify(await compare(both.subarray(0, first), both.subarray(first)))}\n`)
}
