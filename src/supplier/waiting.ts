import type { Caller } from '#access'
import type { Change, QuestionSheetRow } from '#storage'
import type { Ground } from './ground.ts'
import { waitingWords } from './words/task.ts'

const sourceOf = ({ sheet_id }: Pick<QuestionSheetRow, 'sheet_id'>) =>
  ({ room: 'supplier', kind: 'question-sheet', id: sheet_id }) as const

/** For whom the caller acts; asked before the change, which touches the database only. */
export async function ownerFor({ standsFor }: Ground, caller: Caller): Promise<string | undefined> {
  const [first] = await standsFor(caller)
  return first
}

/**
 * 回答を待つ用件 — whoever asks waits, and the list of tasks says until when: past the due day it is late like any other, on 今日
 * and on the director's page, and whoever sees it there reminds the supplier.
 */
export async function beginWaiting(
  { tasks }: Ground,
  change: Change,
  caller: Caller,
  sheet: QuestionSheetRow,
  ownerId: string | undefined,
): Promise<void> {
  await tasks.open(change, caller, {
    title: waitingWords.title(sheet.supplier_name, sheet.number),
    sources: [sourceOf(sheet)],
    supplierId: sheet.supplier_id,
    dueOn: sheet.due_on,
    // Waiting costs nothing; without this the plan would ask what it costs.
    cost: 0,
    ...(ownerId === undefined ? {} : { ownerId }),
  })
}

/** The task of a sheet that is answered, carried on by another one, or closed. */
export async function endWaiting(
  { tasks }: Ground,
  change: Change,
  caller: Caller,
  sheet: Pick<QuestionSheetRow, 'sheet_id'>,
  how: 'answered' | 'replaced' | 'closed',
): Promise<void> {
  const state = how === 'answered' ? 'done' : 'dropped'
  await tasks.closeFor(change, caller, sourceOf(sheet), { state, words: waitingWords[how] })
}
