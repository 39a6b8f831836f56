import { addDays, type Day, daysBetween } from '#shared'
import { isMachineRead, type MediumSort, type MediumStep } from './medium.ts'

/** 7.3 C 3(1) asks for a look about once a month. */
const longestUncheckedDays = 31
/** Copying a medium and comparing it takes weeks beside other work. */
const copyBeforeDays = 90

/** What is known of a medium, the newest of each step last. */
export interface KnownMedium {
  readonly sort: MediumSort
  readonly usedFrom: Day
  /** The last day on which it may be relied upon; undefined where nobody has said. */
  readonly endsOn?: Day | undefined
  readonly steps: readonly { readonly step: MediumStep; readonly onDay: Day; readonly result?: string | undefined }[]
}

/** 媒体の気がかり — what asks for something to be done, the gravest first. */
export type MediumConcern = 'faulty' | 'ended' | 'on-its-way' | 'unchecked' | 'ends-soon' | 'end-unknown'

/** Whether it still holds what is needed: not disposed of. A copied one stays until somebody disposes of it. */
export const isInUse = ({ steps }: Pick<KnownMedium, 'steps'>): boolean =>
  !steps.some(({ step }) => step === 'disposed')

/** 媒体を確かめる — how it stands on a day. Pure. */
export function concernsOf(medium: KnownMedium, on: Day): readonly MediumConcern[] {
  const { sort, usedFrom, endsOn, steps } = medium
  if (!isInUse(medium)) return []
  const last = (...wanted: readonly MediumStep[]) => steps.findLast(({ step }) => wanted.includes(step))
  const isCopied = last('copied') !== undefined
  const seen = last('checked')
  const concerns: MediumConcern[] = []
  if (seen?.result === 'faulty' && !isCopied) concerns.push('faulty')
  if (endsOn !== undefined && endsOn < on && !isCopied) concerns.push('ended')
  if (last('handed-over', 'received')?.step === 'handed-over') concerns.push('on-its-way')
  if (isMachineRead(sort)) {
    if (daysBetween(seen?.onDay ?? usedFrom, on) > longestUncheckedDays) concerns.push('unchecked')
    if (endsOn !== undefined && endsOn >= on && addDays(on, copyBeforeDays) >= endsOn && !isCopied)
      concerns.push('ends-soon')
    if (endsOn === undefined) concerns.push('end-unknown')
  }
  return concerns
}
