import { printable } from '../printable.ts'
import type { ReportedGap, ReportedRequirement, ReportLanguage } from '../report-input.ts'
import { wordsIn } from '../words/words.ts'

/** 未確認の束 — items that wait for the same thing from the same person. */
export interface UnknownGroup {
  readonly reason: string
  readonly name: string
  readonly ask: string
  readonly askOf: string
  readonly items: readonly ReportedRequirement[]
}

/** Groups unknown items by what is missing and by whom to ask; the largest group first. */
export function groupUnknown(
  unknown: readonly ReportedRequirement[],
  gaps: readonly ReportedGap[],
  language: ReportLanguage,
): readonly UnknownGroup[] {
  const words = wordsIn(language)
  const asked = new Map(gaps.map((gap) => [gap.requirementId, gap.ask ?? '']))
  const groups = Map.groupBy(unknown, (one) => `${one.reason ?? 'other'}\n${asked.get(one.id) ?? ''}`)
  return [...groups]
    .map(([key, items]) => {
      const [reason, ask] = key.split('\n', 2) as [keyof typeof words.reasons, string]
      return { reason, ...words.reasons[reason], askOf: ask ? words.gaps.askOf(printable(ask)) : '', items }
    })
    .sort((a, b) => Number(solvedElsewhere(a)) - Number(solvedElsewhere(b)) || b.items.length - a.items.length)
}

// Nobody need act on these, so they come last.
const solvedElsewhere = ({ reason }: UnknownGroup): boolean => reason === 'another-part' || reason === 'children'
