import type { Language } from '../../words/told.ts'

interface Column {
  readonly title: string
  readonly width: number
  readonly format?: 'day' | 'number'
}

interface WorkbookWords {
  readonly title: string
  readonly sample: string
  readonly notice: string
  readonly columns: readonly Column[]
  readonly sums: string
  readonly sumColumns: readonly string[]
  readonly nobody: string
  readonly left: string
  readonly short: Readonly<Record<'not-met' | 'unknown', string>>
}

const columns = (titles: readonly string[]): readonly Column[] => {
  const looks: readonly Omit<Column, 'title'>[] = [
    { width: 46 },
    { width: 46 },
    { width: 16 },
    { width: 24 },
    { width: 13, format: 'day' },
    { width: 10, format: 'number' },
    { width: 10 },
    { width: 22 },
    { width: 14, format: 'number' },
    { width: 14 },
    { width: 13, format: 'day' },
    { width: 13, format: 'day' },
  ]
  return looks.map((look, index) => ({ ...look, title: titles[index] ?? '' }))
}

export const workbookWords: Readonly<Record<Language, WorkbookWords>> = {
  ja: {
    title: '改善計画',
    sample: '［見本］',
    notice: '「完了」は人の申告です。項目が適合になるのは、点検で確かめられたときだけです。',
    columns: columns([
      ...['用件', 'もとになった項目', '担当', '事業者', '期限', '遅れ（日）', '状態', 'いまの点検'],
      ...['費用（円）', '決裁', '作った日', '終わった日'],
    ]),
    sums: '費用の合計',
    sumColumns: ['状態', '用件（件）', '決裁済み（円）', '見積もり（円）', '費用が未記入（件）'],
    nobody: '担当なし',
    left: '担当なし（退職・異動）',
    short: { 'not-met': '点検ではまだ不適合', unknown: '点検ではまだ未確認' },
  },
  en: {
    title: 'Plan of action',
    sample: '[SAMPLE] ',
    notice: '“Done” is a person’s word. An item becomes met only when the assessment finds it so.',
    columns: columns([
      ...['Task', 'Items', 'Person', 'Supplier', 'Due', 'Days late', 'State', 'As assessed now'],
      ...['Cost (yen)', 'Decision', 'Opened on', 'Closed on'],
    ]),
    sums: 'What it costs',
    sumColumns: ['State', 'Tasks', 'Approved (yen)', 'Estimated (yen)', 'Tasks without a cost'],
    nobody: 'Nobody',
    left: 'Nobody (left or moved)',
    short: { 'not-met': 'Not met yet', unknown: 'Not known yet' },
  },
}
