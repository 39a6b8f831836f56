import type { Caller } from '#access'
import { readPictures } from '../picture-words/read-pictures.ts'
import { comparePages, compareVersions } from './compare-versions.ts'
import type { ComparisonQuery } from './comparison-wire.ts'
import type { DocumentGround } from './ground.ts'
import { previewVersion } from './preview-version.ts'
import { openVersion, readArchiveGround, readDocument, searchDocuments } from './read-documents.ts'
import { correctDocument, type HandedIn, registerDocument } from './register-document.ts'
import { approveVersion, confirmVersion } from './settle-version.ts'
import { checkAgain } from './signature/check-again.ts'
import type {
  CorrectDocumentRequest,
  RegisterDocumentRequest,
  SearchDocumentsRequest,
  WithdrawVersionRequest,
} from './wire.ts'
import { withdrawVersion } from './withdraw-version.ts'

/** The use cases of documents on the given ground. */
export function openDocuments(ground: DocumentGround) {
  return {
    readGround: (caller: Caller) => readArchiveGround(ground, caller),
    search: (caller: Caller, request: SearchDocumentsRequest) => searchDocuments(ground, caller, request),
    read: (caller: Caller, documentId: string) => readDocument(ground, caller, documentId),
    register: (caller: Caller, request: RegisterDocumentRequest, file: HandedIn) =>
      registerDocument(ground, caller, request, file),
    correct: (caller: Caller, documentId: string, request: CorrectDocumentRequest, file: HandedIn) =>
      correctDocument(ground, caller, documentId, request, file),
    openVersion: (caller: Caller, documentId: string, version: number) =>
      openVersion(ground, caller, documentId, version),
    preview: (caller: Caller, documentId: string, version: number, page: number) =>
      previewVersion(ground, caller, documentId, version, page),
    compare: (caller: Caller, documentId: string, pair: ComparisonQuery) =>
      compareVersions(ground, caller, documentId, pair),
    comparePages: (caller: Caller, documentId: string, pair: ComparisonQuery) =>
      comparePages(ground, caller, documentId, pair),
    approve: (caller: Caller, documentId: string, version: number) =>
      approveVersion(ground, caller, documentId, version),
    confirm: (caller: Caller, documentId: string, version: number, signatures?: readonly HandedIn[]) =>
      confirmVersion(ground, caller, documentId, version, signatures),
    withdraw: (caller: Caller, documentId: string, version: number, request: WithdrawVersionRequest) =>
      withdrawVersion(ground, caller, documentId, version, request),
    /** 画像の文字を読む — for the search; the program does it every hour. */
    readPictures: (caller: Caller, runMs?: number) => readPictures(ground, caller, runMs),
    checkSignatures: (caller: Caller, documentId: string, version: number) =>
      checkAgain(ground, caller, documentId, version),
  }
}

/** 文書 — entered, seen, confirmed, corrected; nothing is ever overwritten. */
export type Documents = ReturnType<typeof openDocuments>
