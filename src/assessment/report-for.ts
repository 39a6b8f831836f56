import { type Edition, marksOf, requirement } from '@omamori/guideline'
import type { Facility } from '#registry/contract'
import type { PresentedAssessment } from './presented-schema.ts'
import type { Decision, ReportInput } from './report/index.ts'
import { holderOf, ownerOf, supplierOf } from './responsible.ts'
import type { SnapshotView } from './snapshot/wire.ts'
import type { ActionCode } from './words/codes.ts'
import { sayDecision } from './words/say.ts'

interface Material {
  readonly edition: Edition
  readonly facility: Facility
  readonly presented: PresentedAssessment
  /** Who made the paper; without a name it is the safety manager's. */
  readonly createdBy?: string
  /** 点検番号 — only a paper of a snapshot has one. */
  readonly reportNumber?: string
  readonly previous?: ReportInput['previous']
}

// What fits on the director's page; the rest stands in the list behind it.
const DECISIONS = 4

/** 点検報告書 — what the paper says, gathered from the judgement, the edition and the registry. */
export function reportFor({ edition, facility, presented, createdBy, ...more }: Material): ReportInput {
  const { language } = presented
  const safetyManager = holderOf(facility, 'safety-manager')
  return {
    language,
    facilityName: facility.profile.name,
    reportNumber: more.reportNumber,
    previous: more.previous,
    editionTitle: edition.title[language],
    createdOn: presented.on,
    createdBy: createdBy ?? safetyManager ?? '',
    responsible: safetyManager ?? '',
    director: holderOf(facility, 'director'),
    sections: edition.chapters.flatMap(({ sections }) =>
      sections.map(({ id, title }) => ({ section: id, title: title[language] })),
    ),
    assessment: {
      sample: presented.sample,
      on: presented.on,
      counts: presented.counts,
      requirements: presented.requirements.map((requirement) => ({
        ...requirement,
        contentConfirmed: isConfirmed(edition, requirement.id),
      })),
      gaps: presented.gaps.map((gap) => ({
        requirementId: gap.requirementId,
        state: gap.state,
        weight: gap.weight,
        sentence: gap.action.sentence,
        owner: ownerOf(facility, gap.about),
        ask: supplierOf(facility, gap.about),
      })),
    },
    decisions: decisionsOf(presented),
  }
}

/** 前回 — the minimum items of the snapshot before, for the paper to compare with. */
export function previousOf(snapshot: SnapshotView | undefined): ReportInput['previous'] {
  return snapshot && { on: snapshot.takenOn, counts: snapshot.counts.C }
}

function isConfirmed(edition: Edition, id: string): boolean {
  const item = requirement(edition, id)
  return item !== undefined && !marksOf(item).includes('contentUnconfirmed')
}

/** The heaviest things that are known to fall short: unknown ones are found out, not decided. */
function decisionsOf({ gaps, language }: PresentedAssessment): readonly Decision[] {
  return gaps
    .filter(({ state }) => state === 'not-met')
    .slice(0, DECISIONS)
    .map(({ requirementId, action, sentence }) => ({
      title: sayDecision({ code: action.code as ActionCode, facts: action.facts }, language),
      detail: sentence,
      requirementId,
    }))
}
