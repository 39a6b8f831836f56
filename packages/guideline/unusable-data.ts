import { fileURLToPath } from 'node:url'
import type { Loss } from './losses.ts'

/** Why data cannot be used: it is not readable, names what is not there, or would lose answers. */
export type DataIssue =
  | { readonly kind: 'unreadable'; readonly at: string }
  | { readonly kind: 'unresolved'; readonly id: string; readonly at: string }
  | Loss

/** 使えないデータ — a folder of data that is refused, with everything that is wrong with it. */
export class UnusableData extends Error {
  readonly path: string
  readonly issues: readonly DataIssue[]

  constructor(place: URL, issues: readonly DataIssue[], options?: ErrorOptions) {
    const path = fileURLToPath(place)
    super(`${path}: ${issues.map((issue) => JSON.stringify(issue)).join(', ')}`, options)
    this.name = 'UnusableData'
    this.path = path
    this.issues = issues
  }
}
