import type { LogReading } from '#storage'
import { allLogs } from '../store.ts'
import { strays, verifyJournal } from '../verify-journal.ts'
import { checkBeside } from './check-beside.ts'
import type { MeaningGround } from './check-meaning.ts'
import { checkRange } from './check-range.ts'
import type { AuditAnswer, AuditTask } from './tasks.ts'

export interface TaskGround extends MeaningGround {
  readonly reading: LogReading
}

/** One piece of an audit, here. Each is one read of its own, so that nothing has to be held open while others go on. */
export async function runTask(ground: TaskGround, task: AuditTask): Promise<AuditAnswer> {
  const { reading, scope, keys } = ground
  switch (task.kind) {
    case 'range':
      return reading.read(scope, (reader) => checkRange(ground, reader, task))
    case 'beside':
      return reading.read(scope, ({ db }) => checkBeside(db, task.plan, task.blocks))
    case 'strays': {
      const found = await reading.read(scope, async ({ db }) => strays(db, await allLogs(db)))
      return { doubts: found.map(({ code, log }) => `${code} ${log}`) }
    }
    case 'indexes':
      return { doubts: [], damagedTables: await reading.damagedTables(scope, task.tables) }
    case 'careful':
      return { doubts: [], recounted: await reading.read(scope, ({ db }) => verifyJournal(keys, scope, db)) }
  }
}
