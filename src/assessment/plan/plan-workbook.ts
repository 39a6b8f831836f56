import { writeSheets } from '#registry'
import type { Instant } from '#shared'
import { standings, taskStates } from '#task/contract'
import type { Language } from '../contract.ts'
import type { PlanView } from './wire.ts'
import { workbookWords } from './words/workbook.ts'

type Cell = string | number | { readonly day: string } | undefined

/** 改善計画のExcel — a row for each task as the page shows them, and below what they cost by state. */
export function writePlanWorkbook(plan: PlanView, language: Language, at: Instant): Promise<Uint8Array> {
  const words = workbookWords[language]
  const mark = plan.sample ? words.sample : ''
  const head = `${mark}${plan.facility}`
  const rows = planRows(plan, language)
  return writeSheets(
    [
      {
        ...{ name: words.title, head, titleRow: 1, headerRow: 3, frozenColumns: 1, pullDowns: [] },
        columns: words.columns.map(({ width, format }) => ({ width, ...(format ? { format } : {}) })),
        rows: [[`${mark}${words.title}`], [words.notice], words.columns.map(({ title }) => title), ...rows],
      },
      {
        ...{ name: words.sums, head, titleRow: 1, headerRow: 3, pullDowns: [] },
        columns: words.sumColumns.map(() => ({ width: 18, format: 'number' as const })),
        rows: [[`${mark}${words.sums}`], [], [...words.sumColumns], ...sumRows(plan, language)],
      },
    ],
    at,
  )
}

function planRows({ rows }: PlanView, language: Language): readonly (readonly Cell[])[] {
  const words = workbookWords[language]
  return rows.map(({ task, requirements, owner, ownerLeft, supplier, daysLate, stillShort }) => [
    task.title,
    requirements.map(({ title }) => title).join('\n'),
    owner?.name ?? (ownerLeft ? words.left : words.nobody),
    supplier?.name,
    task.dueOn === undefined ? undefined : { day: task.dueOn },
    daysLate > 0 ? daysLate : undefined,
    taskStates[task.state][language],
    stillShort && words.short[stillShort],
    task.cost,
    task.standing === 'not-needed' ? undefined : standings[task.standing][language],
    { day: task.openedOn },
    task.closedOn === undefined ? undefined : { day: task.closedOn },
  ])
}

function sumRows({ sums }: PlanView, language: Language): readonly (readonly Cell[])[] {
  return sums.map(({ state, tasks, decided, estimated, unsaid }) => [
    taskStates[state][language],
    tasks,
    decided,
    estimated,
    unsaid,
  ])
}
