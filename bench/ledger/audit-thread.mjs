// One thread of the audit: takes the parts it is handed, one after another.
import { parentPort, workerData } from 'node:worker_threads'

const { auditPart } = await import('@omamori/ledger')
const { fileFetch } = await import('./file-log.ts')
const fetch = fileFetch(workerData)
parentPort.on('message', async (task) => parentPort.postMessage(await auditPart(fetch, task)))
