import { useSuspenseQuery } from '@tanstack/react-query'
import type { PresentedRequirement } from '#assessment/contract'
import { useLanguage } from '../../app/i18n.ts'
import { RequirementTasks } from '../plan/requirement-tasks.tsx'
import { requirementQuery } from '../queries.ts'
import type { Desk } from '../use-desk.ts'
import { Asked } from './asked.tsx'
import { EvidenceSection } from './evidence-section.tsx'
import { Exemptions } from './exemptions.tsx'
import { Explained } from './explained.tsx'
import { Findings } from './findings.tsx'
import { History } from './history.tsx'
import { NextStep } from './next-step.tsx'
import { OpenQuestions } from './open-questions.tsx'
import { Parts } from './parts.tsx'
import { SheetHead } from './sheet-head.tsx'
import { Who } from './who.tsx'

interface SheetProps {
  readonly desk: Desk
  readonly opened: PresentedRequirement
}

/** 項目の用紙 — how it stands, what to do, what it asks, what was found, what that rests on, and what people may add. */
export function Sheet({ desk, opened }: SheetProps) {
  const { data: view } = useSuspenseQuery(requirementQuery(opened.id, useLanguage()))
  const gap = gapFor(desk, opened.id)
  return (
    <>
      <SheetHead desk={desk} view={view} />
      {gap && <NextStep desk={desk} gap={gap} view={view} />}
      <Who desk={desk} view={view} about={gap?.about} />
      <RequirementTasks id={opened.id} gapId={gap?.requirementId} />
      <Asked view={view} />
      <Parts desk={desk} parts={view.parts} />
      <OpenQuestions asks={view.judged.asks} />
      <Findings findings={view.judged.findings} />
      <EvidenceSection view={view} gap={gap} />
      <Exemptions view={view} />
      <History history={view.history} />
      <Explained view={view} />
    </>
  )
}

/** The heaviest gap of the requirement itself, or of what lies under it. */
function gapFor({ assessment }: Desk, id: string) {
  const parentOf = new Map(assessment.requirements.map((one) => [one.id, one.parent]))
  const isUnder = (one: string | undefined): boolean => one === id || (one !== undefined && isUnder(parentOf.get(one)))
  return assessment.gaps.find(({ requirementId }) => isUnder(requirementId))
}
