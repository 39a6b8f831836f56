// One thread of an audit: takes the tasks it is handed, one after another, with a connection of its own.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { openHanded } from '#keys'
import { Refusal } from '#shared'
import { openLogReading } from '#storage'
import { runTask, type TaskGround } from './run-task.ts'
import type { AuditTask, ThreadGround, ThreadSays } from './tasks.ts'

if (parentPort) serve(parentPort, workerData as ThreadGround)

function serve(port: MessagePort, { place, scope, keys }: ThreadGround): void {
  const opening = openLogReading(place).then((reading) => ({ reading, scope, keys: openHanded(keys) }))
  // Met by the first task.
  opening.catch(() => {})
  port.on('message', async (task: AuditTask) => port.postMessage(await said(opening, task)))
}

async function said(opening: Promise<TaskGround>, task: AuditTask): Promise<ThreadSays> {
  try {
    return { answer: await runTask(await opening, task) }
  } catch (error) {
    if (error instanceof Refusal) return { refusal: { code: error.code, facts: error.facts } }
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
