// The words in the pictures of one file: the file on standard input, the order as argument; the answer as a line of JSON.
import { buffer } from 'node:stream/consumers'
import { Malformed } from '@omamori/signature'
import { readWords, type WordsInPictures } from '../ocr/read-words.ts'

if (import.meta.main) {
  const [order = '{}'] = process.argv.slice(2)
  const words = await answered(await buffer(process.stdin), JSON.parse(order) as { readonly name: string })
  process.stdout.write(`${JSON.stringify(words)}\n`)
}

/** No picture, no words. */
async function answered(bytes: Uint8Array, order: { readonly name: string }): Promise<WordsInPictures> {
  try {
    return await readWords(bytes, order)
  } catch (error) {
    if (error instanceof Malformed) return { text: '', pages: 0, leftOut: 0, unsure: 0 }
    throw error
  }
}
