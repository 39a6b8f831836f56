// One file: takes what it is handed, answers once, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { readContent } from '../read-content.ts'

if (parentPort) {
  const { bytes, name } = workerData as { readonly bytes: Uint8Array; readonly name: string }
  parentPort.postMessage(await readContent(bytes, name))
}
