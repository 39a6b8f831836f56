import { dayInFewWords } from '#paper'
import type { ChecklistView } from '../../checklist/wire.ts'
import { sayNumber } from '../../snapshot/words/words.ts'
import type { Part } from '../contract.ts'
import type { Material } from '../material.ts'
import { wordsOf } from '../words/words.ts'

type Sheet = ChecklistView['sheets'][number]

const rowsOf = ({ groups }: Sheet) =>
  groups.flatMap(({ rows }) => rows).filter(({ proposal }) => proposal.reason !== 'no-longer-asked')

/** チェックリスト — the ministry's yearly form as it was answered so far; what nobody answered stays blank. */
export function checklistPart({ language, checklist }: Material): Part {
  const words = wordsOf(language)
  const sheets = checklist.sheets.map((sheet) => ({ sheet, rows: rowsOf(sheet) }))
  const blank = sheets
    .map(({ sheet, rows }) => ({
      sheet,
      all: rows.length,
      blank: rows.filter(({ answers }) => answers.length === 0).length,
    }))
    .filter(({ blank }) => blank > 0)
  const own = blank.filter(({ sheet }) => sheet.supplierName === undefined)
  const suppliers = blank.flatMap(({ sheet: { supplierName } }) => supplierName ?? [])
  return {
    id: 'checklist',
    blocks: [{ kind: 'checklist' }],
    missing: [
      ...own.map(({ sheet, all, blank }) => words.checklistBlank(sheet.title, all, blank)),
      ...(suppliers.length === 0 ? [] : [words.supplierSheetsBlank(suppliers)]),
    ],
  }
}

/** 点検 — how every requirement stands on the day. Nothing here is met that the assessment does not call met. */
export function assessmentPart({ language, presented: { counts } }: Material): Part {
  const words = wordsOf(language)
  const { C } = counts
  return {
    id: 'assessment',
    blocks: [{ kind: 'assessment' }],
    missing: [
      ...(C['not-met'] === 0 ? [] : [words.notMet(C['not-met'])]),
      ...(C.unknown === 0 ? [] : [words.unknown(C.unknown)]),
    ],
  }
}

/** 改善計画 — what is being done about the gaps, by whom and by when. */
export function planPart({ language, plan: { rows, gaps } }: Material): Part {
  const words = wordsOf(language)
  const day = (on: string | undefined) => (on === undefined ? words.notDecided : dayInFewWords(on, language))
  const unclosed = gaps.filter(({ state }) => state === 'not-met').length
  return {
    id: 'plan',
    blocks: [
      {
        kind: 'table',
        heads: [words.task, words.owner, words.company, words.dueOn, words.cost, words.taskState],
        shares: [7, 3, 4, 3, 3, 3],
        rows: rows.map(({ task, owner, supplier, daysLate, stillShort }) => [
          task.title,
          owner?.name ?? words.notDecided,
          supplier?.name ?? '',
          day(task.dueOn),
          task.cost === undefined ? '' : words.yen(task.cost),
          [
            words.taskStates[task.state],
            ...(daysLate > 0 ? [words.late(daysLate)] : []),
            ...(stillShort ? [words.stillShort] : []),
          ].join('\n'),
        ]),
      },
    ],
    missing: [
      ...(unclosed === 0 ? [] : [words.withoutTask(unclosed)]),
      ...rows.filter(({ daysLate }) => daysLate > 0).map(({ task, daysLate }) => words.taskLate(task.title, daysLate)),
    ],
  }
}

/** 点検の記録 — the assessments that were kept, and which of them the director approved. */
export function snapshotsPart({ language, snapshots }: Material): Part {
  const words = wordsOf(language)
  const [newest] = snapshots
  return {
    id: 'snapshots',
    blocks: [
      {
        kind: 'table',
        heads: [words.number, words.takenOn, words.approvedOn, words.minimum],
        shares: [3, 3, 4, 6],
        rows: snapshots.map((snapshot) => [
          sayNumber(snapshot, language),
          dayInFewWords(snapshot.takenOn, language),
          snapshot.approvedOn === undefined
            ? words.notApproved
            : `${dayInFewWords(snapshot.approvedOn, language)}\n${snapshot.approvedBy ?? ''}`,
          words.counted(snapshot.counts.C),
        ]),
      },
    ],
    missing: [
      ...(newest === undefined ? [words.neverTaken] : []),
      ...(newest !== undefined && newest.approvedOn === undefined ? [words.newestNotApproved] : []),
    ],
  }
}
