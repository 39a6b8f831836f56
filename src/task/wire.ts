import { z } from 'zod'
import { isDay } from '#shared'
import { type Outcome, outcomes, type Standing, standings } from './decision.ts'
import { type TaskState, taskStateNames } from './states.ts'

// What the use cases of this room take and give: the HTTP door, the command line, other rooms and the web see the same.

/** One line of a list, and one of a paper. */
const TITLE_LENGTH = 200
/** Long enough to say why, short enough for a page of A4 with everything else on it. */
const TEXT_LENGTH = 2000
/** 999 億円: beyond it, a slip of the finger. */
const COST_MAX = 99_999_999_999
/** What a director compares on one page. */
const ALTERNATIVES_MAX = 3
/** One task may answer a whole section of the guideline; more is no task but a project. */
const SOURCES_MAX = 50

const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const tagSchema = z.string().regex(/^[a-z][a-z-]{0,31}$/)
const daySchema = z.string().refine(isDay, { params: { expected: 'day' } })
const costSchema = z.int().min(0).max(COST_MAX)
/** No control characters but line breaks. */
const textSchema = z
  .string()
  .trim()
  .max(TEXT_LENGTH)
  .regex(/^(\P{Cc}|[\n\t])*$/u)
const lineSchema = z
  .string()
  .trim()
  .min(1)
  .max(TITLE_LENGTH)
  .regex(/^\P{Cc}*$/u)
const stateSchema = z.enum(taskStateNames as [TaskState, ...TaskState[]])
const outcomeSchema = z.enum(Object.keys(outcomes) as [Outcome, ...Outcome[]])
const standingSchema = z.enum(Object.keys(standings) as [Standing, ...Standing[]])

/** もと — what a task was opened for: `{ room: 'assessment', kind: 'requirement', id: '6.5.C-14-4' }`. */
export const taskSource = z.strictObject({
  room: tagSchema,
  kind: tagSchema,
  id: z.string().regex(/^[A-Za-z0-9_.:/-]{1,128}$/),
})

/** A thing of the registry, and one of its facts. */
const aboutSchema = z.strictObject({ kind: tagSchema, id: idSchema, field: z.string().max(128).optional() })
const alternativeSchema = z.strictObject({ name: lineSchema, cost: costSchema.optional() })

const contentShape = {
  title: lineSchema,
  /** Why, where the sources do not say it. */
  background: textSchema.optional(),
  sources: z.array(taskSource).max(SOURCES_MAX).optional(),
  about: aboutSchema.optional(),
  ownerId: idSchema.optional(),
  supplierId: idSchema.optional(),
  dueOn: daySchema.optional(),
  /** Yen. 0 says that it costs nothing; absent, nobody said. */
  cost: costSchema.optional(),
  alternatives: z.array(alternativeSchema).max(ALTERNATIVES_MAX).optional(),
  ifNotDone: textSchema.optional(),
}

export const openTaskRequest = z.strictObject({
  ...contentShape,
  /** Opens a second task though one for the same source is not closed yet. */
  anyway: z.boolean().optional(),
})

const nullable = { ownerId: idSchema.nullable(), supplierId: idSchema.nullable(), dueOn: daySchema.nullable() }

/** What is absent stays; `null` takes a value away. `version` is the one that was on the screen. */
export const changeTaskRequest = z
  .strictObject({ ...contentShape, ...nullable, about: aboutSchema.nullable(), cost: costSchema.nullable() })
  .partial()
  .extend({ version: z.int().min(1) })

export const moveTaskRequest = z.strictObject({
  state: stateSchema,
  /** Needed when a task is dropped. */
  words: textSchema.optional(),
  version: z.int().min(1),
})

export const noteTaskRequest = z.strictObject({ words: textSchema.min(1) })

export const decideTaskRequest = z.strictObject({
  outcome: outcomeSchema,
  words: textSchema.optional(),
  /** What was decided on: another version is a conflict. */
  version: z.int().min(1),
  /** 紙の決裁 — who signed the paper, and on which day. Without it the caller decides, today. */
  paper: z.strictObject({ personId: idSchema, decidedOn: daySchema }).optional(),
})

export const taskDecisionView = z.strictObject({
  outcome: outcomeSchema,
  words: z.string(),
  cost: z.int().optional(),
  decidedOn: z.string(),
  /** The name of the account, or the id of the person who signed on paper. */
  by: z.string().optional(),
  personId: z.string().optional(),
  enteredBy: z.string(),
  /** Whether the task is still what was decided on. */
  holds: z.boolean(),
})

/** 用件 — something to be done, as lists show it. */
export const taskView = z.strictObject({
  taskId: z.string(),
  title: z.string(),
  background: z.string(),
  sources: z.array(taskSource),
  about: aboutSchema.optional(),
  ownerId: z.string().optional(),
  supplierId: z.string().optional(),
  dueOn: z.string().optional(),
  cost: z.int().optional(),
  alternatives: z.array(alternativeSchema),
  ifNotDone: z.string(),
  state: stateSchema,
  standing: standingSchema,
  decision: taskDecisionView.optional(),
  openedOn: z.string(),
  closedOn: z.string().optional(),
  version: z.int(),
})

export const taskNoteView = z.strictObject({
  number: z.int(),
  state: stateSchema.optional(),
  words: z.string(),
  by: z.string(),
  at: z.string(),
})

/** One task with what was said about it, and what the reader may do next. */
export const taskDetail = taskView.extend({
  notes: z.array(taskNoteView),
  may: z.strictObject({
    change: z.boolean(),
    /** To which states this reader may move it now. */
    move: z.array(stateSchema),
    decide: z.boolean(),
    enterDecision: z.boolean(),
  }),
})

export type TaskSource = z.infer<typeof taskSource>
export type OpenTaskRequest = z.infer<typeof openTaskRequest>
export type ChangeTaskRequest = z.infer<typeof changeTaskRequest>
export type MoveTaskRequest = z.infer<typeof moveTaskRequest>
export type NoteTaskRequest = z.infer<typeof noteTaskRequest>
export type DecideTaskRequest = z.infer<typeof decideTaskRequest>
export type TaskDecisionView = z.infer<typeof taskDecisionView>
export type TaskView = z.infer<typeof taskView>
export type TaskNoteView = z.infer<typeof taskNoteView>
export type TaskDetail = z.infer<typeof taskDetail>
