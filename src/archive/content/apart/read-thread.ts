// Takes one file after the other, as they are handed to it, and answers each once.
import { parentPort } from 'node:worker_threads'
import { readContent } from '../read-content.ts'

parentPort?.on('message', async ({ bytes, name }: { readonly bytes: Uint8Array; readonly name: string }) => {
  parentPort?.postMessage(await readContent(bytes, name))
})
