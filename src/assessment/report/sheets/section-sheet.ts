import { printable } from '#paper'
import type { ReportedRequirement, ReportInput } from '../report-input.ts'
import { wordsIn } from '../words/words.ts'
import { countStates, totalOf } from './count-states.ts'

/** 章ごとの結果 — a row per section, minimum and recommended side by side and never added. */
export function sectionSheet(input: ReportInput) {
  const { requirements, counts } = input.assessment
  return {
    rows: sectionsOf(input).map(({ name, items }) => ({ name, C: figures(items, 'C'), D: figures(items, 'D') })),
    total: {
      C: { ...counts.C, total: totalOf(counts.C) },
      D: { ...counts.D, total: totalOf(counts.D) },
    },
    items: requirements.length,
  }
}

/** The sections in the order of the edition, each with its requirements; a section without requirements is left out. */
export function sectionsOf({ assessment, sections, language }: ReportInput) {
  const words = wordsIn(language)
  const titles = new Map(sections.map((one) => [one.section, one.title]))
  return [...Map.groupBy(assessment.requirements, (one) => one.section)].map(([section, items]) => ({
    name: printable(`${words.sections.label(section)}　${titles.get(section) ?? ''}`),
    items,
  }))
}

function figures(items: readonly ReportedRequirement[], kind: 'C' | 'D') {
  const counts = countStates(items.filter((one) => one.kind === kind))
  return { ...counts, total: totalOf(counts) }
}
