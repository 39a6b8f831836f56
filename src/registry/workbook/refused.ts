import type { Issue } from '../issue.ts'

/** A workbook of which nothing can be read. It does not leave this folder: the reader answers with its issue. */
export class WorkbookRefused extends Error {
  readonly issue: Issue

  constructor(issue: Issue, cause?: unknown) {
    super(issue.code, { cause })
    this.issue = issue
  }
}
