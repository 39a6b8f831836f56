import type { Caller } from '#access'
import { answerByWorkbook, answerSheet, takeOver } from './answer-sheet.ts'
import type { FacilityScope, Ground } from './ground.ts'
import { closeSheet, issueSheet } from './issue-sheet.ts'
import { issueLink, openLink, revokeLink } from './links.ts'
import { readOpenQuestions } from './open-questions.ts'
import { answerOwn, readOwnSheets } from './own-sheets.ts'
import { findSheet, loadAnswers, readSheet, readSuppliers } from './read-sheets.ts'
import { remind } from './remind.ts'
import type * as wire from './wire.ts'

/** The use cases of this room on the given ground. */
export function openSuppliers(ground: Ground) {
  return {
    loadAnswers: (scope: FacilityScope) => loadAnswers(ground, scope),
    readSuppliers: (caller: Caller) => readSuppliers(ground, caller),
    readOpenQuestions: (caller: Caller) => readOpenQuestions(ground, caller),
    readSheet: (caller: Caller, sheetId: string) => readSheet(ground, caller, sheetId),
    findSheet: (caller: Caller, number: number) => findSheet(ground, caller, number),
    issueSheet: (caller: Caller, request: wire.IssueSheetRequest) => issueSheet(ground, caller, request),
    closeSheet: (caller: Caller, sheetId: string) => closeSheet(ground, caller, sheetId),
    remind: (caller: Caller, sheetId: string, request: wire.RemindRequest) => remind(ground, caller, sheetId, request),

    answerSheet: (caller: Caller, sheetId: string, request: wire.AnswerSheetRequest) =>
      answerSheet(ground, caller, sheetId, request),
    answerByWorkbook: (caller: Caller, sheetId: string, bytes: Uint8Array) =>
      answerByWorkbook(ground, caller, sheetId, bytes),
    takeOver: (caller: Caller, sheetId: string, request: wire.TakeOverRequest) =>
      takeOver(ground, caller, sheetId, request),

    issueLink: (caller: Caller, supplierId: string) => issueLink(ground, caller, supplierId),
    revokeLink: (caller: Caller, linkId: string) => revokeLink(ground, caller, linkId),
    openLink: (token: string, userAgent?: string) => openLink(ground, token, userAgent),
    readOwnSheets: (caller: Caller) => readOwnSheets(ground, caller),
    answerOwn: (caller: Caller, code: string, request: wire.OwnAnswerRequest) =>
      answerOwn(ground, caller, code, request),
  }
}

/** 事業者への質問 — what suppliers are asked, and what they said. */
export type Suppliers = ReturnType<typeof openSuppliers>
