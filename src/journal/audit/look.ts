import type { AuditProgress } from '../contract.ts'
import type { Hands } from './hands.ts'
import type { AuditPlan } from './plan-audit.ts'
import type { Standing } from './stand.ts'
import type { AuditAnswer, AuditTask } from './tasks.ts'

/** What the pieces came to. */
export interface Looked {
  readonly doubts: readonly string[]
  /** Tables that were compared with their indexes, and those that differ. */
  readonly tables: readonly string[]
  readonly damagedTables: readonly string[]
  /** Bytes of entries that were hashed. */
  readonly bytes: number
}

interface Watched {
  readonly onProgress?: ((progress: AuditProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** Has all pieces done, as many at once as there are hands, and puts together what they say. */
export async function look(
  hands: Hands,
  { tasks, checked }: Pick<AuditPlan, 'tasks' | 'checked'>,
  standing: readonly Standing[],
  { onProgress, signal }: Watched,
): Promise<Looked> {
  const doubts = standing.flatMap((one) => (one.begins ? one.doubts : [...one.doubts, `audit ${one.before}`]))
  const damagedTables: string[] = []
  const rows = new Map<string, { expected: number; counted: number }>()
  let bytes = 0
  let done = 0

  function take(task: AuditTask, answer: AuditAnswer): void {
    doubts.push(...answer.doubts)
    damagedTables.push(...(answer.damagedTables ?? []))
    bytes += answer.bytes ?? 0
    if (task.kind === 'range') {
      done += task.to - task.from
      onProgress?.({ done, of: checked })
    }
    if (task.kind !== 'range' && task.kind !== 'beside') return
    const { origin } = task.plan.log
    const sums = rows.get(origin) ?? { expected: 0, counted: 0 }
    rows.set(origin, sums)
    sums[task.kind === 'range' ? 'expected' : 'counted'] += answer.postings ?? 0
  }

  const left = tasks[Symbol.iterator]()
  async function work(): Promise<void> {
    for (const task of left) {
      signal?.throwIfAborted()
      take(task, await hands.run(task))
    }
  }
  onProgress?.({ done, of: checked })
  await Promise.all(Array.from({ length: hands.count }, work))
  signal?.throwIfAborted()
  // Every row that must be there was found, so that more of them means others.
  for (const [origin, { expected, counted }] of rows) if (expected !== counted) doubts.push(`search-count ${origin}`)
  const tables = tasks.flatMap((task) => (task.kind === 'indexes' ? task.tables : []))
  return { doubts, tables, damagedTables, bytes }
}
