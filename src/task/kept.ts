import { dayOf } from '#shared'
import type { TaskDecisionRow, TaskNoteRow, TaskRow } from '#storage'
import { type Outcome, standingOf } from './decision.ts'
import type { TaskState } from './states.ts'
import type { Kept } from './store.ts'
import type { TaskDecisionView, TaskNoteView, TaskView } from './wire.ts'

/** Every task that was read, as lists show it. */
export function viewsOf(kept: Kept): readonly TaskView[] {
  return kept.rows.map((row) => viewOf(row, kept))
}

function viewOf(row: TaskRow, { sources, decisions, nameOf }: Kept): TaskView {
  const last = decisions.filter(({ task_id }) => task_id === row.task_id).at(-1)
  const decided = last && { outcome: last.outcome as Outcome, revision: last.revision }
  return {
    taskId: row.task_id,
    title: row.title,
    background: row.background,
    sources: sources
      .filter(({ task_id }) => task_id === row.task_id)
      .map(({ room, kind, source_id }) => ({ room, kind, id: source_id })),
    ...aboutOf(row),
    ...(row.owner_id === null ? {} : { ownerId: row.owner_id }),
    ...(row.supplier_id === null ? {} : { supplierId: row.supplier_id }),
    ...(row.due_on === null ? {} : { dueOn: row.due_on }),
    ...(row.cost === null ? {} : { cost: row.cost }),
    alternatives: JSON.parse(row.alternatives),
    ifNotDone: row.if_not_done,
    state: row.state as TaskState,
    standing: standingOf({ cost: row.cost ?? undefined, revision: row.revision }, decided),
    ...(last ? { decision: decisionOf(last, row, nameOf) } : {}),
    openedOn: dayOf(row.opened_at),
    ...(row.closed_at === null ? {} : { closedOn: dayOf(row.closed_at) }),
    version: row.version,
  }
}

function aboutOf({ about_kind, about_id, about_field }: TaskRow): Pick<TaskView, 'about'> {
  if (about_kind === null || about_id === null) return {}
  return { about: { kind: about_kind, id: about_id, ...(about_field === null ? {} : { field: about_field }) } }
}

function decisionOf(row: TaskDecisionRow, { revision }: TaskRow, nameOf: Kept['nameOf']): TaskDecisionView {
  return {
    outcome: row.outcome as Outcome,
    words: row.words,
    ...(row.cost === null ? {} : { cost: row.cost }),
    decidedOn: row.decided_on,
    ...(row.decided_by === null ? {} : { by: nameOf(row.decided_by) }),
    ...(row.person_id === null ? {} : { personId: row.person_id }),
    enteredBy: nameOf(row.entered_by),
    holds: row.revision === revision,
  }
}

export function noteViewOf(row: TaskNoteRow, nameOf: Kept['nameOf']): TaskNoteView {
  const { number, state, words, written_by, written_at } = row
  return {
    number,
    ...(state === null ? {} : { state: state as TaskState }),
    words,
    by: nameOf(written_by),
    at: written_at,
  }
}
