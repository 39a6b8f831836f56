import { median } from '../figure.ts'
import { type Ground, openGround, scope } from './append-ground.ts'
import { pairs, type Ratio, show } from './ratio.ts'

// A log of some years; what is new since yesterday is a block of it.
const SIZE = 8 * 65_536
const FRESH = 256
const SHARE = 0.01
const PAIRS = 9
const AT_ONCE = 1_024
// At most 0.02 of the full audit, turned round.
const BAR = 50

interface Cost {
  readonly elapsed: number
  /** Of all threads. */
  readonly processor: number
}

/**
 * The daily audit beside the monthly one, whole as the timetable runs them: what is new and a share of the rest, going on from a full
 * one that was written down. The full one takes both cores; the other is over before a thread has started.
 */
export async function auditIncremental(): Promise<readonly Ratio[]> {
  const ground = await openGround()
  try {
    await fill(ground)
    const [daily, monthly]: [Cost[], Cost[]] = [[], []]
    const rate = (costs: Cost[], mode: 'full' | 'incremental') => async () => {
      const cost = await costOf(ground, mode)
      costs.push(cost)
      return 1 / cost.elapsed
    }
    const { ratios } = await pairs(PAIRS, rate(daily, 'incremental'), rate(monthly, 'full'))
    const against = (kind: keyof Cost) =>
      `${show(median(monthly.map((cost) => cost[kind])))} against ${show(median(daily.map((cost) => cost[kind])))} ms, ${SIZE.toLocaleString('en')} entries of 1 KB in SQLite, ${FRESH} of them new; the bar of 0.02 turned round`
    // The first of each warms up, as in the other ratios.
    const processor = daily.slice(1).map((cost, i) => (monthly[i + 1]?.processor ?? Number.NaN) / cost.processor)
    return [
      {
        name: 'full audit / incremental, 1 %: processor time',
        values: processor,
        bar: BAR,
        against: against('processor'),
      },
      { name: 'full audit / incremental, 1 %: elapsed', values: ratios, bar: BAR, against: against('elapsed') },
    ]
  } finally {
    await ground.close()
  }
}

async function fill({ journal, entries }: Ground): Promise<void> {
  for (let done = 0; done < SIZE; done += AT_ONCE) await journal.appendEntries(scope, entries(AT_ONCE))
  if (!(await journal.keepAudit(scope, { kind: 'system' }, await journal.verify(scope)))) throw new Error('not kept')
  await journal.appendEntries(scope, entries(FRESH))
}

async function costOf({ journal }: Ground, mode: 'full' | 'incremental'): Promise<Cost> {
  const [started, before] = [performance.now(), process.cpuUsage()]
  const { findings, coverage } = await journal.verify(scope, { mode, share: SHARE })
  const elapsed = performance.now() - started
  const { user, system } = process.cpuUsage(before)
  if (findings.length > 0 || coverage.mode !== mode) throw new Error(`the audit was ${coverage.mode}`)
  return { elapsed, processor: (user + system) / 1000 }
}
