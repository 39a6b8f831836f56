import type { ChecklistAnswerView } from '#assessment/contract'
import type { Day } from '#shared'

/** An answer while it is being given. */
export interface Draft {
  readonly answer?: 'yes' | 'no' | undefined
  readonly checkedOn?: Day | undefined
  readonly targetOn?: Day | undefined
}

export function draftOf(stored: ChecklistAnswerView | undefined): Draft {
  return { answer: stored?.answer, checkedOn: stored?.checkedOn, targetOn: stored?.targetOn }
}

/** Choosing an answer is checking today, until another day is written; a yes has no target day. */
export function choose(draft: Draft, answer: Draft['answer'], today: Day): Draft {
  if (answer === undefined) return {}
  return { answer, checkedOn: draft.checkedOn ?? today, targetOn: answer === 'no' ? draft.targetOn : undefined }
}

/** What is to be done about a draft: nothing, keep it, take the stored answer back, or wait for what is missing. */
export function nextOf(
  draft: Draft,
  stored: ChecklistAnswerView | undefined,
): 'nothing' | 'keep' | 'withdraw' | 'wait' {
  if (draft.answer === undefined) return stored ? 'withdraw' : 'nothing'
  if (!draft.checkedOn || (draft.answer === 'no' && !draft.targetOn)) return 'wait'
  const { answer, checkedOn, targetOn } = draftOf(stored)
  const same = answer === draft.answer && checkedOn === draft.checkedOn && targetOn === draft.targetOn
  return same ? 'nothing' : 'keep'
}
