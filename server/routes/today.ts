import { z } from 'zod'
import { demand, may } from '#access'
import { presentedAssessmentSchema, type SnapshotsView, stateSchema, type TaskOfToday, todayOf } from '#assessment'
import type { JournalReport } from '#journal'
import { type Facility, NOBODY } from '#registry'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { type Language, languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { shownAssessment } from '../shown.ts'
import { sayQuarantine } from '../words/quarantine.ts'
import {
  sayAssessmentDetail,
  sayAssessmentFigure,
  sayJournalFigure,
  sayRegistryFigure,
  saySnapshotDetail,
  saySnapshotFigure,
  sayVerdict,
  todayWords,
} from '../words/today.ts'

const reference = presentedAssessmentSchema.shape.gaps.element.shape.about

const taskView = z.object({
  requirementId: z.string(),
  state: stateSchema,
  title: z.string(),
  sentence: z.string(),
  because: z.string(),
  about: reference,
  owner: z.object({ name: z.string() }).optional(),
  weight: z.int(),
  action: z.object({ kind: z.enum(['fact', 'requirement']), label: z.string(), href: z.string() }),
})

const boardLine = z.object({
  key: z.enum(['assessment', 'snapshot', 'registry', 'journal']),
  state: stateSchema,
  figure: z.string(),
  detail: z.string().optional(),
  how: z.string(),
  at: z.string().optional(),
})

const todayView = z.object({
  /** Present while nothing is written. */
  quarantine: z.object({ title: z.string(), detail: z.string() }).optional(),
  /** Absent for those who may not see the assessment. */
  verdict: z.object({ code: z.string(), sentence: z.string() }).optional(),
  tasks: z.array(taskView),
  more: z.int(),
  board: z.array(boardLine),
})

/** 今日 — how it stands, what to do now, how one knows. */
export function todayRoutes(api: Api, options: AppOptions): void {
  const { assessments, registry, journal, library } = options.platform

  api.get('/today', { schema: { response: { 200: todayView } } }, async (request) => {
    const caller = await callerOf(request, options)
    demand(caller, 'today.read')
    const language = languageOf(request)
    const doubt = journal.quarantine(caller)
    const quarantine = doubt && sayQuarantine(doubt.reason, language)
    if (!may(caller, 'assessment.read')) return { quarantine, tasks: [], more: 0, board: [] }
    const judged = await assessments.loadAssessment(caller)
    const kept = await assessments.readSnapshots(caller)
    const facility = await registry.loadFacility(caller)
    const { verdict, tasks, more } = todayOf(facility, shownAssessment(judged, library.loadEdition(), language))
    return {
      quarantine,
      verdict: { code: verdict.code, sentence: sayVerdict(verdict, language) },
      tasks: tasks.map((task) => ({
        ...task,
        owner: task.owner ? { name: task.owner } : undefined,
        action: whereTo(task, language),
      })),
      more,
      board: [
        assessmentLine(judged.counts.C, judged.at, language),
        snapshotLine(kept, language),
        registryLine(facility, language),
        ...(may(caller, 'journal.verify') ? [journalLine(journal.lastReport(caller), language)] : []),
      ],
    }
  })
}

/** A task leads to the very fact it speaks of, and to the requirement where there is no such fact. */
function whereTo({ about, requirementId }: TaskOfToday, language: Language): z.infer<typeof taskView>['action'] {
  const label = todayWords[about ? 'openFact' : 'openRequirement'][language]
  if (!about) return { kind: 'requirement', label, href: `/assessment/${requirementId}` }
  const field = about.field === undefined ? '' : `?field=${encodeURIComponent(about.field)}`
  return { kind: 'fact', label, href: `/registry/${about.kind}/${about.id}${field}` }
}

function assessmentLine(counts: Parameters<typeof sayAssessmentFigure>[0], at: string | undefined, language: Language) {
  const state = counts['not-met'] > 0 ? 'not-met' : counts.unknown > 0 ? 'unknown' : 'met'
  return {
    key: 'assessment',
    state,
    figure: sayAssessmentFigure(counts, language),
    detail: sayAssessmentDetail(counts, language),
    how: todayWords.assessment[language],
    at,
  } as const
}

/** The yearly cycle: without a snapshot of this year that the director approved, nobody can show how it stood. */
function snapshotLine({ snapshots: [last], due }: SnapshotsView, language: Language) {
  const state = last?.approvedOn !== undefined && !due.overdue ? 'met' : 'unknown'
  return {
    key: 'snapshot',
    state,
    figure: saySnapshotFigure(last, language),
    detail: saySnapshotDetail(last, due, language),
    how: todayWords.snapshot[language],
    at: last?.takenAt,
  } as const
}

function registryLine(facility: Facility, language: Language) {
  const { systems = [], servers = [], terminals = [], devices = [], connections = [] } = facility
  const owners = [systems, servers, terminals, devices, connections].flat().map(({ ownerId }) => ownerId)
  const [nobody, unsaid] = [count(owners, NOBODY), count(owners, undefined)]
  const state = nobody > 0 ? 'not-met' : unsaid > 0 || owners.length === 0 ? 'unknown' : 'met'
  const figure = sayRegistryFigure(owners.length, { nobody, unsaid }, language)
  return { key: 'registry', state, figure, how: todayWords.registry[language] } as const
}

/** Nobody looked since the start: that is not known, and said so. */
function journalLine(report: JournalReport | undefined, language: Language) {
  const how = todayWords.journal[language]
  if (!report) return { key: 'journal', state: 'unknown', figure: todayWords.journalUnverified[language], how } as const
  const { entries, findings, verifiedAt } = report
  const state = findings.length === 0 ? 'met' : 'not-met'
  return {
    key: 'journal',
    state,
    figure: sayJournalFigure(entries, findings.length, language),
    how,
    at: verifiedAt,
  } as const
}

function count(owners: readonly (string | undefined)[], wanted: string | undefined): number {
  return owners.filter((owner) => owner === wanted).length
}
