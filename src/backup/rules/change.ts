import type { FindingCode } from '../finding.ts'
import type { BackupPlan } from '../plan/plan.ts'
import { goodGenerations, type Judged, type PlaceLook, type Rule } from './plan-look.ts'

// With fewer before it, nobody knows what is usual.
const EARLIER = 3
const EARLIER_AT_MOST = 7

/** Whether the newest generation is suddenly much smaller or larger than those before it. */
export const checkChange: Rule = ({ plan, places, now }) => places.flatMap((look) => ofPlace(look, plan, now))

function ofPlace(look: PlaceLook, { change }: BackupPlan, now: string): readonly Judged[] {
  const placeId = look.place.id
  const good = goodGenerations(look, now)
  const measures = [
    { of: good.map(({ bytes }) => bytes), less: 'shrunk', more: 'grown' },
    { of: good.map(({ files }) => files), less: 'fewer-files', more: 'more-files' },
  ] as const
  const compared = measures.flatMap(({ of: [newest, ...rest], less, more }) => {
    const earlier = rest.filter((each) => each !== undefined).slice(0, EARLIER_AT_MOST)
    if (newest === undefined || earlier.length < EARLIER) return []
    const usual = median(earlier)
    const code: FindingCode | undefined =
      newest < usual * (1 - change.shrink) ? less : newest > usual * change.grow ? more : undefined
    return [{ code, facts: { newest, usual } }]
  })
  const sudden = compared.flatMap(({ code, facts }): readonly Judged[] =>
    code === undefined ? [] : [{ state: 'not-met', code, placeId, generationId: good[0]?.id ?? '', facts }],
  )
  if (sudden.length > 0 || compared.length === 0) return sudden
  return [{ state: 'met', code: 'size-steady', placeId, facts: {} }]
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
