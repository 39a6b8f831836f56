import type { z } from 'zod'
import { type checklistItemSchema, checklistSchema, type scopeKind, type sheetKind } from './checklist-schema.ts'
import type { Frozen } from './edition.ts'
import { frozen, readFile } from './read-file.ts'

/** チェックリスト — a form of the ministry, filled in once a year, with what of an edition answers it. */
export type Checklist = Frozen<z.infer<typeof checklistSchema>>
/** 確認項目 — one row of the form. */
export type ChecklistItem = Frozen<z.infer<typeof checklistItemSchema>>
/** 確認用紙の種類 — who fills the sheet in: the facility, a pharmacy, a supplier. */
export type ChecklistSheetKind = z.infer<typeof sheetKind>
/** 対象機器 — what a row is about. */
export type ChecklistScope = z.infer<typeof scopeKind>
/** What a screen or paper says beside a row that was not checked against the official form. */
export type ChecklistMark = keyof Checklist['marks']

/** Reads a checklist from its folder, checks its shape and freezes it; throws what cannot be used. */
export function readChecklist(folder: URL): Checklist {
  return frozen(readFile(new URL('checklist.yaml', folder), checklistSchema))
}

/** The rows of a sheet in the order of the form; what is retired is no longer on it. */
export function itemsOfSheet({ items }: Checklist, sheet: ChecklistSheetKind): readonly ChecklistItem[] {
  return items.filter(({ sheets, retired }) => retired === undefined && sheets.includes(sheet))
}

/** What a person must be told about a row before relying on it. */
export function marksOfItem({ printedNumber, scopes, confidence }: ChecklistItem): readonly ChecklistMark[] {
  const marks: readonly (ChecklistMark | false)[] = [
    printedNumber.confidence !== 'seen' && 'numberUnconfirmed',
    confidence === 'recalled' && 'contentUnconfirmed',
    confidence === 'partial' && 'contentPartly',
    scopes.confidence !== 'seen' && 'scopeUnconfirmed',
  ]
  return marks.filter((mark) => mark !== false)
}
