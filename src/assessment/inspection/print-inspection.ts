import { compile, dayInWords, printable } from '#paper'
import type { ReportInput } from '../report/report-input.ts'
import { reportSheets } from '../report/report-sheets.ts'
import { checklistPaper } from '../report/sheets/checklist-paper.ts'
import type { Block, InspectionFile, Part } from './contract.ts'
import type { Material } from './material.ts'
import { wordsOf } from './words/words.ts'

const template = new URL('../report/template/inspection.typ', import.meta.url)

/** 立入検査ファイルの紙 — all parts in one PDF on A4, with an index. The same input gives the same bytes. */
export function printInspection(file: InspectionFile, material: Material, report: ReportInput): Promise<Uint8Array> {
  const words = wordsOf(material.language)
  const sheets = reportSheets(report)
  return compile(template, {
    ...sheets,
    title: words.title,
    words: { ...sheets.words, selfAssessment: words.selfAssessment },
    checklist: checklistPaper(material.checklist, report.responsible),
    inspection: {
      index: words.index,
      nothingRecorded: words.nothingRecorded,
      cover: [
        [words.facility, report.facilityName],
        [words.madeOn, dayInWords(file.on, material.language)],
        [words.madeBy, report.createdBy],
        [words.edition, [report.editionTitle, material.checklist.title].join('\n')],
      ].map((row) => row.map(setText)),
      parts: file.parts.map((part, index) => partSheet(part, index + 1, material)),
    },
  })
}

function partSheet({ id, blocks }: Part, number: number, { language }: Material) {
  const { titles, leads } = wordsOf(language)
  return { number: String(number), title: titles[id], lead: leads[id], blocks: blocks.map(blockSheet) }
}

function blockSheet(block: Block) {
  switch (block.kind) {
    case 'table':
      return { ...block, title: block.title ?? '', rows: block.rows.map((row) => row.map(setText)) }
    case 'facts':
      return { ...block, rows: block.rows.map((row) => row.map(setText)) }
    case 'chain':
      return { ...block, steps: block.steps.map(({ post, who }) => ({ post, who: setText(who) })) }
    default:
      return block
  }
}

/** Text from outside, line by line. */
const setText = (text: string): string => text.split('\n').map(printable).join('\n')
