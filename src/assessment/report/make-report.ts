import { compile } from '#paper'
import type { ReportInput } from './report-input.ts'
import { reportSheets } from './report-sheets.ts'

const template = new URL('./template/main.typ', import.meta.url)

/**
 * 点検報告書 — the assessment as a PDF on A4, the director's page first. The same input gives the same bytes: dates come
 * from the input, fonts from our packages, and texts of the facility are set as they are, never read as markup.
 */
export const makeReport = (report: ReportInput): Promise<Uint8Array> => compile(template, reportSheets(report))
