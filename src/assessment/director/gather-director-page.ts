import type { Edition } from '@omamori/guideline'
import type { Facility } from '#registry/contract'
import type { OpenQuestions } from '#supplier/contract'
import { isClosed } from '#task/contract'
import type { FilledChecklist } from '../checklist/contract.ts'
import type { Assessment, Language } from '../contract.ts'
import type { PlanRowView, PlanView } from '../plan/wire.ts'
import { holderOf } from '../responsible.ts'
import type { ComparisonView, SnapshotsView, SnapshotView } from '../snapshot/wire.ts'
import { verdictOf } from '../today.ts'
import type { ExemptionView } from '../wire.ts'
import { sayVerdict } from '../words/verdict.ts'
import type { DirectorPageView } from './wire.ts'

/** What each part of the house answered for itself. */
export interface Gathered {
  readonly language: Language
  readonly facility: Facility
  readonly assessment: Assessment
  readonly edition: Edition
  readonly plan: PlanView
  readonly snapshots: SnapshotsView
  /** The last two snapshots beside each other, where there are two and both are what was kept. */
  readonly comparison: ComparisonView | 'too-few' | 'corrupt'
  readonly exemptions: readonly ExemptionView[]
  readonly checklist: FilledChecklist
  readonly checklistTitle: string
  readonly questions: readonly OpenQuestions[]
}

/** 施設長の1枚 — puts together what is known already and judges nothing anew. The same answers give the same page. */
export function directorPageOf(gathered: Gathered): DirectorPageView {
  const { language, facility, assessment, plan } = gathered
  const verdict = verdictOf(facility, assessment)
  const open = plan.rows.filter(({ task }) => !isClosed(task.state))
  return {
    on: assessment.on,
    facility: facility.profile.name,
    sample: assessment.sample,
    language,
    director: holderOf(facility, 'director'),
    verdict: { code: verdict.code, sentence: sayVerdict(verdict, language) },
    counts: assessment.counts,
    notTaken: { 'not-met': countOf(plan.gaps, 'not-met'), unknown: countOf(plan.gaps, 'unknown') },
    decide: decideOf(gathered, open),
    money: moneyOf(plan, open),
    overdue: overdueOf(open),
    trend: trendOf(gathered.comparison),
    questions: [...gathered.questions],
  }
}

const countOf = (gaps: PlanView['gaps'], state: 'not-met' | 'unknown') =>
  gaps.filter((gap) => gap.state === state).length

function decideOf(gathered: Gathered, open: readonly PlanRowView[]): DirectorPageView['decide'] {
  const { snapshots, exemptions, edition, language } = gathered
  const waiting = open.filter(({ task }) => task.standing === 'waiting')
  const [last] = snapshots.snapshots
  const titles = new Map(edition.requirements.map(({ id, title }) => [id, title[language]]))
  return {
    tasks: waiting.length,
    cost: waiting.reduce((sum, { task }) => sum + (task.cost ?? 0), 0),
    ...(last && last.approvedOn === undefined ? { snapshot: numberOf(last) } : {}),
    snapshotDue: snapshots.due,
    exemptions: exemptions
      .filter(({ approvedOn, withdrawn }) => approvedOn === undefined && !withdrawn)
      .map(({ requirementId, proposedOn }) => ({
        ...{ requirementId, proposedOn },
        title: titles.get(requirementId) ?? requirementId,
      })),
    checklist: { title: gathered.checklistTitle, ...rowsOf(gathered.checklist) },
  }
}

/** The facility's own sheet; each supplier answers for its own. */
function rowsOf({ sheets, on }: FilledChecklist) {
  const rows = sheets.filter(({ sheet }) => sheet !== 'supplier').flatMap((sheet) => sheet.rows)
  const last = rows.map(({ answers }) => answers.at(-1))
  return {
    rows: rows.length,
    unanswered: last.filter((answer) => answer === undefined).length,
    contradicted: rows.filter(({ contradicted }) => contradicted).length,
    overdue: last.filter((answer) => answer?.targetOn !== undefined && answer.targetOn < on).length,
  }
}

/** In the order in which somebody has to speak: what waits, what was sent back, what may be spent, what was refused. */
const standingOrder = ['waiting', 'sent-back', 'approved', 'refused', 'not-needed'] as const

function moneyOf({ sums }: PlanView, open: readonly PlanRowView[]): DirectorPageView['money'] {
  const rank = ({ task }: PlanRowView) => standingOrder.indexOf(task.standing)
  const own = sums.filter(({ state }) => !isClosed(state))
  const total = (of: (sum: PlanView['sums'][number]) => number) => own.reduce((sum, each) => sum + of(each), 0)
  return {
    tasks: open
      .toSorted((a, b) => rank(a) - rank(b) || b.weight - a.weight)
      .flatMap(({ task: { taskId, title, cost, standing }, owner }) =>
        cost === undefined || cost === 0 ? [] : [{ taskId, title, cost, standing, owner }],
      ),
    decided: total(({ decided }) => decided),
    undecided: total(({ estimated }) => estimated),
    unsaid: total(({ unsaid }) => unsaid),
  }
}

function overdueOf(open: readonly PlanRowView[]): DirectorPageView['overdue'] {
  return open
    .toSorted((a, b) => b.daysLate - a.daysLate || b.weight - a.weight)
    .flatMap(({ task: { taskId, title, dueOn }, owner, ownerLeft, daysLate }) =>
      daysLate > 0 && dueOn !== undefined ? [{ taskId, title, owner, ownerLeft, dueOn, daysLate }] : [],
    )
}

const worseKinds = ['worse', 'no-longer-known', 'known-now'] as const

function trendOf(comparison: Gathered['comparison']): DirectorPageView['trend'] {
  if (typeof comparison === 'string') return { code: comparison }
  const { before, after, totals, requirements } = comparison
  const worse = worseKinds.flatMap((kind) => requirements.filter(({ change }) => change === kind))
  const better = requirements.filter(({ change }) => change === 'better')
  return {
    ...{ code: 'compared', before: numberOf(before), after: numberOf(after), totals },
    better: minimumFirst(better),
    worse: minimumFirst(worse),
  }
}

const minimumFirst = (all: ComparisonView['requirements']) =>
  all.toSorted((a, b) => Number(b.kind === 'C') - Number(a.kind === 'C'))

function numberOf({ snapshotId, fiscalYear, number, takenOn }: SnapshotView) {
  return { snapshotId, fiscalYear, number, takenOn }
}
