import { queryOptions } from '@tanstack/react-query'
import type { FactReference, State } from '#assessment/contract'
import type { Day, Instant } from '#shared'
import { api } from '../app/api.ts'

/** 用件 — one thing to do: a gap that nobody has taken up, or a task of the plan. */
export interface Task {
  readonly kind: 'gap' | 'planned' | 'log-review'
  readonly requirementId?: string
  readonly taskId?: string
  readonly title: string
  readonly sentence: string
  /** What it rests on, in a sentence. */
  readonly because?: string
  readonly about?: FactReference
  readonly owner?: { readonly name: string; readonly department?: string }
  readonly dueOn?: Day
  readonly weight: number
  readonly action: {
    readonly label: string
    readonly kind: 'fact' | 'requirement' | 'task' | 'log-review'
    readonly href: string
  }
}

/** One line of the board: what is watched, how it stands, in figures, how and when it was looked at. */
export interface BoardLine {
  readonly key: 'assessment' | 'snapshot' | 'registry' | 'journal' | 'mail'
  readonly state: State
  readonly figure: string
  readonly detail?: string
  readonly how: string
  readonly at?: Instant
}

export interface Today {
  /** Present while nothing is written: why, what is safe, and the way out. */
  readonly quarantine?: { readonly title: string; readonly detail: string }
  /** Present when the last verification of the journal found something. */
  readonly witnessAlarm?: { readonly title: string; readonly detail: string }
  readonly alarm?: { readonly title: string; readonly detail: string }
  /** Absent for those who may not see the assessment. */
  readonly verdict?: { readonly code: string; readonly sentence: string }
  readonly tasks: readonly Task[]
  readonly more: number
  readonly board: readonly BoardLine[]
}

export const todayQuery = queryOptions({ queryKey: ['today'], queryFn: () => api.get<Today>('/today') })
