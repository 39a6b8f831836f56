import type { Span } from './layout.ts'

type Pair = Readonly<Record<'ja' | 'en', string>>

/** What lies readable beside the closed chunks: how to make the key, and whose package this is. */
export interface PackageCover {
  readonly format: string
  readonly packageId: string
  /** base64. */
  readonly salt: string
  readonly rounds: number
  /** An empty chunk: whether the passphrase is the right one, before anything else is opened. base64. */
  readonly check: string
  readonly facility: string
  readonly madeAt: string
}

/** 選び方 — which documents are taken. */
export type Choice =
  | { readonly kind: 'all' }
  | { readonly kind: 'days'; readonly days: number; readonly from: string }
  | { readonly kind: 'patients'; readonly patients: readonly string[] }

/** What the package says of itself. */
export interface PackageAbout {
  readonly facility: string
  readonly sample: boolean
  readonly madeAt: string
  readonly madeBy: { readonly kind: 'console' | 'system' | 'account'; readonly name?: string }
  readonly choice: Choice
  readonly documents: number
  readonly leftOut: number
  /** The first of them. */
  readonly leftOutList: readonly LeftOut[]
  /** How many chunks of each series there are. */
  readonly chunks: { readonly heads: number; readonly words: number; readonly data: number }
  readonly kinds: Readonly<Record<string, Pair>>
  readonly types: Readonly<Record<string, Pair>>
}

export interface LeftOut {
  readonly documentId: string
  readonly title: string
  readonly why: 'corrupt' | 'destroyed'
}

/** 写し — one document of the package. */
export interface PackageDocument {
  readonly documentId: string
  readonly version: number
  readonly kind: string
  readonly standing: string
  readonly title: string
  readonly patient?: string
  readonly encounter?: string
  readonly writtenOn: string
  /** Absent: nobody has confirmed it. */
  readonly confirmedAt?: string
  /** A newer version waits to be confirmed and is not in here. */
  readonly newerWaits: boolean
  readonly type: string
  readonly name: string
  readonly sha256: string
  readonly file: Span
  readonly shown: Shown
}

/** What the page shows of it. */
export type Shown =
  | { readonly as: 'pdf' }
  | { readonly as: 'picture'; readonly mediaType: 'image/png' | 'image/jpeg' }
  | { readonly as: 'pages'; readonly pages: readonly Span[]; readonly of: number }
  | { readonly as: 'text' | 'sections'; readonly at: Span }
  | { readonly as: 'file'; readonly why: Pair | null }

/** One line of the words: which document (from 0, as the heads come), and a piece of what it says, as `searchable` writes it. */
export type WordsPiece = readonly [document: number, text: string]
