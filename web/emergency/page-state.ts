import type { PackageCover } from '#archive/contract'
import type { Question } from './find.ts'
import type { OpenedPackage } from './opened-package.ts'
import type { Language, Words } from './words.ts'

/** 画面の状態 — what every view is handed. */
export interface PageState {
  readonly language: Language
  readonly words: Words
  readonly cover: PackageCover
  readonly opened: OpenedPackage
  /** What was asked last, so that whoever comes back from a document finds the list as it was. */
  question: Question
}

export const nothingAsked: Question = { words: '', patient: '', kind: '', from: '', to: '' }

// Places within the page, so that the browser's own way back leads where it led.

export const toDocument = (number: number): string => `#document-${number}`
export const toPatient = (patient: string): string => `#patient-${encodeURIComponent(patient)}`

export type Place =
  | { readonly view: 'list' }
  | { readonly view: 'document'; readonly number: number }
  | { readonly view: 'patient'; readonly patient: string }

/** Whatever stands behind the address: what leads nowhere leads to the list. */
export function placeOf(address: string): Place {
  const [, view, rest = ''] = /^#(document|patient)-(.+)$/.exec(address) ?? []
  if (view === 'document' && /^\d+$/.test(rest)) return { view, number: Number(rest) }
  if (view === 'patient') return { view, patient: decoded(rest) }
  return { view: 'list' }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}
