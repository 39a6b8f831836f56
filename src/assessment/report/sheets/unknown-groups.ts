import { printable } from '#paper'
import type { ReportedGap, ReportedRequirement, ReportLanguage } from '../report-input.ts'
import { type ReportWords, wordsIn } from '../words/words.ts'

type Missing = keyof ReportWords['reasons']

/** 未確認の束 — items that wait for the same thing; within it, those to ask the same company about. */
export interface UnknownGroup {
  readonly reason: Missing
  readonly name: string
  readonly ask: string
  readonly count: number
  readonly parts: readonly { readonly askOf: string; readonly items: readonly ReportedRequirement[] }[]
}

/** Groups unknown items by what is missing and by whom to ask; the largest group first. */
export function groupUnknown(
  unknown: readonly ReportedRequirement[],
  gaps: readonly ReportedGap[],
  language: ReportLanguage,
): readonly UnknownGroup[] {
  const words = wordsIn(language)
  const asked = new Map(gaps.map((gap) => [gap.requirementId, gap.ask ?? '']))
  return [...Map.groupBy(unknown, (one): Missing => one.reason ?? 'other')]
    .map(([reason, items]) => ({
      reason,
      ...words.reasons[reason],
      count: items.length,
      parts: [...Map.groupBy(items, (one) => (isAsked(reason) ? (asked.get(one.id) ?? '') : ''))]
        .map(([name, some]) => ({ askOf: name && words.gaps.askOf(printable(name)), items: some }))
        // Those that are nobody's come before the first name, so that they do not seem to stand under it.
        .sort((a, b) => Number(a.askOf !== '') - Number(b.askOf !== '') || b.items.length - a.items.length),
    }))
    .sort((a, b) => Number(solvedElsewhere(a)) - Number(solvedElsewhere(b)) || b.count - a.count)
}

/** Whether what is missing is a fact that a company may know. */
export const isAsked = (reason: Missing): boolean =>
  reason === 'facts-missing' || reason === 'facts-stale' || reason === 'supplier-asked'

// Nobody need act on these, so they come last.
const solvedElsewhere = ({ reason }: UnknownGroup): boolean => reason === 'another-part' || reason === 'children'
