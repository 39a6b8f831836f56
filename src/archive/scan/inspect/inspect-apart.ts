import { fileURLToPath } from 'node:url'
import { inTurn } from '../../content/apart/in-turn.ts'
import { runApart } from '../../content/apart/run-apart.ts'
import type { Inspection } from './page.ts'

const program = fileURLToPath(new URL('./inspect-process.ts', import.meta.url))

/** Five hundred pages, each of which takes a tenth of a second, and twice as long on a slow machine. */
const longestMs = 120_000

/** 読取りを見る — in a process that ends afterwards: what breaks the decoder of a picture breaks it alone. */
export async function inspectApart(bytes: Uint8Array, name: string, timeMs = longestMs): Promise<Inspection> {
  const answer = await inTurn(() => runApart<Inspection>(program, bytes, { name }, timeMs))
  return 'failed' in answer ? { unread: { code: answer.failed, facts: {} } } : answer.said
}
