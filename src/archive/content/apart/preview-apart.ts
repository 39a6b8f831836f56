import { fileURLToPath } from 'node:url'
import type { Preview, PreviewOrder } from '../preview/preview.ts'
import { inTurn } from './in-turn.ts'
import { runApart } from './run-apart.ts'

const program = fileURLToPath(new URL('./preview-process.ts', import.meta.url))

type Picture = Extract<Preview, { kind: 'picture' }>

/** A page of a scanned chart takes a second on a slow machine. */
const longestMs = 30_000

/** A preview, made in a process that ends afterwards: what breaks the decoder of a picture breaks it alone. */
export async function previewApart(bytes: Uint8Array, order: PreviewOrder, timeMs = longestMs): Promise<Preview> {
  const answer = await inTurn(() =>
    runApart<Exclude<Preview, Picture> | Omit<Picture, 'png'>>(program, bytes, order, timeMs),
  )
  if ('failed' in answer) return { kind: 'none', why: { code: answer.failed, facts: {} } }
  return answer.said.kind === 'picture' ? { ...answer.said, png: answer.octets } : answer.said
}
