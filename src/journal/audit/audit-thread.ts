// One thread of an audit: takes the tasks it is handed, one after another, with a connection of its own.
import { parentPort, workerData } from 'node:worker_threads'
import { openHanded } from '#keys'
import { Refusal } from '#shared'
import { openLogReading } from '#storage'
import { runTask } from './run-task.ts'
import type { AuditTask, ThreadGround, ThreadSays } from './tasks.ts'

const { place, scope, keys } = workerData as ThreadGround
const opening = openLogReading(place)

parentPort?.on('message', async (task: AuditTask) => {
  parentPort?.postMessage(await said(task))
})

async function said(task: AuditTask): Promise<ThreadSays> {
  try {
    return { answer: await runTask({ reading: await opening, scope, keys: openHanded(keys) }, task) }
  } catch (error) {
    if (error instanceof Refusal) return { refusal: { code: error.code, facts: error.facts } }
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
