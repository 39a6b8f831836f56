import { readFileSync } from 'node:fs'

/** How we know a row: seen in certificates, published by the ministry, or remembered and to be confirmed. */
export type Mark = 'observed' | 'published' | 'read' | 'recalled' | 'uncertain'

export interface RoleRow {
  /** Compared byte by byte: `medical doctor` is another, unknown role. */
  readonly text: string
  readonly japanese: string
  /** A licence; the others are offices (病院長 …), which never stand for one. */
  readonly licence: boolean
  readonly mark: Mark
}

interface Accepted {
  readonly oids: readonly string[]
  readonly mark: Mark
}

/** HPKIのプロファイル — which object identifiers count. Configuration, so that an operator can follow a new policy. */
export interface HpkiProfile {
  readonly codingScheme: Accepted
  readonly signingPolicies: Accepted
  readonly issuingPolicies: Accepted
  readonly authenticationPolicies: Accepted
  readonly roles: readonly RoleRow[]
}

export interface DocumentKind {
  readonly kind: string
  readonly japanese: string
  readonly law: string
  readonly mark: Mark
  /** Each must be there; within one, any of the roles will do. */
  readonly signatures: readonly { readonly oneOf: readonly string[] }[]
}

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`./data/${file}.json`, import.meta.url), 'utf8'))

/** The profile that comes with the package: facts/marks in `data/`. */
export const hpkiProfile: HpkiProfile = {
  ...(read('profile') as Omit<HpkiProfile, 'roles'>),
  roles: read('roles') as readonly RoleRow[],
}

const matrix = read('document-roles') as { readonly version: string; readonly kinds: readonly DocumentKind[] }

/** 文書と資格の対応 — the day of the table, and its rows. */
export const documentKinds: readonly DocumentKind[] = matrix.kinds
export const documentKindsVersion: string = matrix.version
