import { fileURLToPath } from 'node:url'
import type { ComparedContents, PageComparison } from '../compare/comparison.ts'
import type { Unread } from '../content.ts'
import type { CompareOrder } from './compare-process.ts'
import { inTurn } from './in-turn.ts'
import { runApart } from './run-apart.ts'

const program = fileURLToPath(new URL('./compare-process.ts', import.meta.url))

/** Two charts of 2,000 pages on a slow machine. */
const longestMs = 60_000

type Failed = { readonly kind: 'none'; readonly why: Unread }

/** What both files say and their words side by side, in a process that ends afterwards; where it dies or takes too long, that is the answer. */
export const compareContentsApart = (
  before: Uint8Array,
  after: Uint8Array,
  timeMs = longestMs,
): Promise<ComparedContents | Failed> => compareApart<ComparedContents>('contents', before, after, timeMs)

/** Their pages, likewise. */
export const comparePagesApart = (before: Uint8Array, after: Uint8Array, timeMs = longestMs): Promise<PageComparison> =>
  compareApart<PageComparison>('pages', before, after, timeMs)

async function compareApart<Said>(
  what: CompareOrder['what'],
  before: Uint8Array,
  after: Uint8Array,
  timeMs: number,
): Promise<Said | Failed> {
  const order: CompareOrder = { what, first: before.length }
  const answer = await inTurn(() => runApart<Said>(program, Buffer.concat([before, after]), order, timeMs))
  return 'failed' in answer ? { kind: 'none', why: { code: answer.failed, facts: {} } } : answer.said
}
