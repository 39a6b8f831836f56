// One preview: the file on standard input, the order as argument; the answer as a line of JSON, and a picture after it.
import { buffer } from 'node:stream/consumers'
import { makePreview } from '../preview/make-preview.ts'
import type { PreviewOrder } from '../preview/preview.ts'

if (import.meta.main) {
  const [order = '{}'] = process.argv.slice(2)
  const preview = await makePreview(await buffer(process.stdin), JSON.parse(order) as PreviewOrder)
  const { png, ...said } = preview.kind === 'picture' ? preview : { ...preview, png: new Uint8Array() }
  process.stdout.write(`${JSON.stringify(said)}\n`)
  process.stdout.write(png)
}
