import { fileURLToPath } from 'node:url'
import type { Content } from '../content.ts'
import type { WordsInPictures } from '../ocr/read-words.ts'
import { inTurn } from './in-turn.ts'
import { runApart } from './run-apart.ts'

const program = fileURLToPath(new URL('./words-process.ts', import.meta.url))

/** Fifty pages at two seconds each, and as much again on a slow machine. */
const longestMs = 240_000

/** Where a file is nothing but pictures: the same with the words in them, in `facts` how many pages were read so. Anything else is left as it is. */
export async function withWords(
  content: Content,
  bytes: Uint8Array,
  name: string,
  timeMs = longestMs,
): Promise<Content> {
  if (!content.unread.some(({ code }) => code === 'no-text')) return content
  const answer = await inTurn(() => runApart<WordsInPictures>(program, bytes, { name }, timeMs))
  if ('failed' in answer) return { ...content, unread: [...content.unread, { code: answer.failed, facts: {} }] }
  const { text, pages, leftOut, unsure } = answer.said
  const unread = content.unread.filter(({ code }) => code !== 'no-text' || text === '')
  if (leftOut > 0) unread.push({ code: 'pages-left-out', facts: { count: leftOut } })
  if (unsure > 0) unread.push({ code: 'words-unsure', facts: { count: unsure } })
  return { ...content, text, facts: { ...content.facts, pagesByOcr: pages }, unread }
}
