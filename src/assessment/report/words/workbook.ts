import type { ReportLanguage } from '../report-input.ts'

/** The words of the workbook that the paper does not have. */
interface WorkbookWords {
  readonly sheet: string
  readonly countSheet: string
  readonly headers: readonly string[]
  readonly widths: readonly number[]
  readonly countHeaders: readonly string[]
}

const widths = [14, 34, 9, 12, 18, 52, 40, 13, 16, 44]

const ja: WorkbookWords = {
  sheet: '点検の結果',
  countSheet: '集計',
  headers: [
    '番号',
    '項目（当方の言葉）',
    '区分',
    '状態',
    '理由',
    '指摘',
    '証拠と日付',
    '証拠の期限',
    '担当',
    '次にすること',
  ],
  widths,
  countHeaders: ['章', '区分', '対象の数', '適合', '不適合', '未確認', '対象外（数に含みません）'],
}

const en: WorkbookWords = {
  sheet: 'Assessment',
  countSheet: 'Counts',
  headers: [
    'Number',
    'Item (in our words)',
    'Class',
    'State',
    'Reason',
    'Findings',
    'Evidence and its day',
    'Evidence runs out',
    'Owner',
    'Next step',
  ],
  widths,
  countHeaders: ['Section', 'Class', 'Base', 'Met', 'Not met', 'Unknown', 'Not applicable (not in the base)'],
}

export const workbookWordsIn = (language: ReportLanguage): WorkbookWords => (language === 'ja' ? ja : en)
