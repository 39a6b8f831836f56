import { z } from 'zod'
import { jobWords } from './words.ts'

// What crosses the wire. The web sees this file; it knows no storage.

export const jobNames = Object.keys(jobWords) as readonly (keyof typeof jobWords)[]
export const jobName = z.enum(jobNames)

export const runState = z.enum(['ok', 'found', 'failed', 'running', 'died'])

/** 定期処理の1回. */
export const runView = z.object({
  job: jobName,
  dueAt: z.iso.datetime(),
  /** Somebody asked for it, out of its hours. */
  asked: z.boolean(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
  state: runState,
  /** Why it failed: the code of a refusal, or `fault`. */
  code: z.string().optional(),
})

export const jobView = z.object({
  name: jobName,
  /** As cron writes it, in Asia/Tokyo. */
  hours: z.string(),
  nextAt: z.iso.datetime(),
  last: runView.optional(),
  /** Two of its hours have passed without a run that came to an end. */
  overdue: z.boolean(),
})

/** 定期処理の一覧 — what runs when, how it went last, and when it comes next. */
export const timetableView = z.object({ jobs: z.array(jobView), runs: z.array(runView) })

export type RunState = z.infer<typeof runState>
export type RunView = z.infer<typeof runView>
export type JobView = z.infer<typeof jobView>
export type TimetableView = z.infer<typeof timetableView>

export { acts, hourWords, type JobName, jobWords, runWords } from './words.ts'
