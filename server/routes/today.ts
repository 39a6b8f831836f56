import { z } from 'zod'
import { type Caller, demand, may } from '#access'
import {
  ownTasksOfToday,
  planRowsOf,
  presentedAssessmentSchema,
  type SnapshotsView,
  sayVerdict,
  seesEveryTask,
  stateSchema,
  TASKS_OF_TODAY,
  type TaskOfToday,
  todayOf,
} from '#assessment'
import type { WitnessingView } from '#federation'
import type { AuditResult } from '#journal'
import type { DueView } from '#log-review'
import { type Facility, NOBODY } from '#registry'
import { dayOf } from '#shared'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { type Language, languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { shownAssessment } from '../shown.ts'
import { sayAuditAlarm } from '../words/audit.ts'
import { reviewWords, sayReviewDue } from '../words/log-review.ts'
import { mailLine } from '../words/mail-line.ts'
import { sayQuarantine } from '../words/quarantine.ts'
import {
  sayAssessmentDetail,
  sayAssessmentFigure,
  sayJournalFigure,
  sayPlanned,
  sayRegistryFigure,
  saySnapshotDetail,
  saySnapshotFigure,
  todayWords,
} from '../words/today.ts'
import { sayWitnessAlarm, sayWitnessed } from '../words/witness.ts'

const reference = presentedAssessmentSchema.shape.gaps.element.shape.about

const taskView = z.object({
  /** A gap that nobody has taken up, a task of the plan, or our own journal that is to be looked through. */
  kind: z.enum(['gap', 'planned', 'log-review']),
  requirementId: z.string().optional(),
  taskId: z.string().optional(),
  title: z.string(),
  sentence: z.string(),
  because: z.string().optional(),
  about: reference,
  owner: z.object({ name: z.string() }).optional(),
  dueOn: z.string().optional(),
  weight: z.int(),
  action: z.object({
    kind: z.enum(['fact', 'requirement', 'task', 'log-review']),
    label: z.string(),
    href: z.string(),
  }),
})

type ShownTask = z.infer<typeof taskView>

const boardLine = z.object({
  key: z.enum(['assessment', 'snapshot', 'registry', 'journal', 'mail']),
  state: stateSchema,
  figure: z.string(),
  detail: z.string().optional(),
  how: z.string(),
  at: z.string().optional(),
})

const todayView = z.object({
  /** Present while nothing is written. */
  quarantine: z.object({ title: z.string(), detail: z.string() }).optional(),
  /** Present when the last verification of the journal found something. */
  alarm: z.object({ title: z.string(), detail: z.string() }).optional(),
  /** Present when a witness contradicts us or is missed, or a log that we witness contradicts itself. */
  witnessAlarm: z.object({ title: z.string(), detail: z.string() }).optional(),
  /** Absent for those who may not see the assessment. */
  verdict: z.object({ code: z.string(), sentence: z.string() }).optional(),
  tasks: z.array(taskView),
  more: z.int(),
  board: z.array(boardLine),
})

/** 今日 — how it stands, what to do now, how one knows. */
export function todayRoutes(api: Api, options: AppOptions): void {
  const {
    assessments,
    registry,
    tasks: kept,
    journal,
    federation,
    outbox,
    logReviews,
    library,
    clock,
  } = options.platform

  api.get('/today', { schema: { response: { 200: todayView } } }, async (request) => {
    const caller = await callerOf(request, options)
    demand(caller, 'today.read')
    const language = languageOf(request)
    const doubt = journal.quarantine(caller)
    const quarantine = doubt && sayQuarantine(doubt.reason, language)
    const witnessing = may(caller, 'witness.read') ? await federation.readWitnessing(caller) : undefined
    const witnessAlarm = witnessing?.alarm && sayWitnessAlarm(witnessing.alarm, language)
    const own = await kept.listOwnTasks(caller)
    if (!may(caller, 'assessment.read')) {
      const given = ownTasksOfToday(own, dayOf(clock.now()))
      return { quarantine, witnessAlarm, tasks: given.map((task) => shownTask(task, language)), more: 0, board: [] }
    }
    const audit = may(caller, 'journal.verify') ? await journal.lastAudit(caller) : undefined
    const post = may(caller, 'mail.read') ? await outbox.readOutbox(caller) : undefined
    const judged = await assessments.loadAssessment(caller)
    const today = dayOf(clock.now())
    const snapshots = await assessments.readSnapshots(caller)
    const facility = await registry.loadFacility(caller)
    const rows = planRowsOf(await kept.listTasks(caller), { facility, assessment: judged })
    const mine = new Set(own.map(({ taskId }) => taskId))
    const isMine = ({ task }: (typeof rows)[number]) => seesEveryTask(caller.roles) || mine.has(task.taskId)
    const presented = shownAssessment(judged, library.loadEdition(), language)
    const review = mayLookThrough(caller) ? await logReviews.readOwnDue(caller) : undefined
    const { verdict, tasks, more } = todayOf(facility, presented, rows, { isMine, decides: may(caller, 'task.decide') })
    return {
      quarantine,
      // Read-only says more, and the way out.
      alarm:
        !quarantine && audit && audit.findings > 0
          ? sayAuditAlarm(audit, language, await outbox.hasServer(caller.facilityId))
          : undefined,
      witnessAlarm,
      verdict: { code: verdict.code, sentence: sayVerdict(verdict, language) },
      ...withReview(
        { tasks: tasks.map((task) => shownTask(task, language)), more },
        reviewTask(review, facility, language),
        today,
      ),
      board: [
        assessmentLine(judged.counts.C, judged.at, language),
        snapshotLine(snapshots, language),
        registryLine(facility, language),
        ...(may(caller, 'journal.verify') ? [journalLine(audit, witnessing, language)] : []),
        // Whoever named no mail server gets no alarms by mail and misses none.
        ...(post?.server === undefined ? [] : [mailLine(post, language)]),
      ],
    }
  })
}

function shownTask(one: TaskOfToday, language: Language): ShownTask {
  const owner = one.owner === undefined ? undefined : { name: one.owner }
  if (one.kind === 'gap') return { ...one, owner, action: whereTo(one, language) }
  const { kind, task, requirementId, because, weight, decides } = one
  const { taskId, title, dueOn } = task
  const label = todayWords[decides ? 'decide' : 'openTask'][language]
  const action = { kind: 'task', label, href: `/assessment/plan/${taskId}` } as const
  return {
    kind,
    requirementId,
    taskId,
    title,
    sentence: sayPlanned(one, language),
    because,
    owner,
    dueOn,
    weight,
    action,
  }
}

const mayLookThrough = (caller: Caller) => may(caller, 'log-review.write') && may(caller, 'journal.read')

/** お守りの証跡の確認 — where the facility has set an interval and it is over, or nearly; no rule speaks of our own journal. */
function reviewTask(due: DueView | undefined, { persons = [] }: Facility, language: Language): ShownTask | undefined {
  if (!due || due.state === 'no-interval' || due.state === 'in-time') return undefined
  const { title, open } = reviewWords
  const action = { kind: 'log-review', label: open[language], href: '/log-review?log=journal' } as const
  const sentence = sayReviewDue(due, language)
  const holder = persons.find(({ posts, state }) => state !== 'left' && posts?.includes('safety-manager'))
  const owner = holder && { name: holder.name }
  return { kind: 'log-review', title: title[language], sentence, owner, dueOn: due.dueOn, weight: 0, action }
}

interface Shown {
  readonly tasks: readonly ShownTask[]
  readonly more: number
}

/** Behind what is due by today, among no more than the page holds; what it pushes out is counted. */
function withReview(
  { tasks, more }: Shown,
  review: ShownTask | undefined,
  today: string,
): { tasks: ShownTask[]; more: number } {
  if (!review) return { tasks: [...tasks], more }
  const others = tasks.slice(0, TASKS_OF_TODAY - 1)
  const isDue = ({ dueOn }: ShownTask) => dueOn !== undefined && dueOn <= today
  const [due, later] = [others.filter(isDue), others.filter((task) => !isDue(task))]
  const all = isDue(review) ? [...due, review, ...later] : [...others, review]
  return { tasks: all, more: more + tasks.length - others.length }
}

/** A gap leads to the very fact it speaks of, and to the requirement where there is no such fact. */
function whereTo(
  { about, requirementId }: Extract<TaskOfToday, { kind: 'gap' }>,
  language: Language,
): z.infer<typeof taskView>['action'] {
  const label = todayWords[about ? 'openFact' : 'openRequirement'][language]
  if (!about) return { kind: 'requirement', label, href: `/assessment/${requirementId}` }
  if (about.kind === 'system' && about.field === 'log.reviewedOn')
    return { kind: 'log-review', label: reviewWords.record[language], href: `/log-review?system=${about.id}` }
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

/** Nobody looked yet: that is not known, and said so. */
function journalLine(audit: AuditResult | undefined, witnessing: WitnessingView | undefined, language: Language) {
  const how = todayWords.journal[language]
  const detail = witnessing && sayWitnessed(witnessing, language)
  const figure = todayWords.journalUnverified[language]
  if (!audit) return { key: 'journal', state: 'unknown', figure, detail, how } as const
  const { mode, findings, verifiedAt } = audit
  const state = findings === 0 ? 'met' : 'not-met'
  return {
    key: 'journal',
    state,
    figure: sayJournalFigure(audit, language),
    detail,
    how: mode === 'full' ? how : todayWords.journalSampled[language],
    at: verifiedAt,
  } as const
}

function count(owners: readonly (string | undefined)[], wanted: string | undefined): number {
  return owners.filter((owner) => owner === wanted).length
}
