import { existsSync, openSync, readFileSync, writeSync } from 'node:fs'

export interface EntryPlace {
  readonly log: string
  readonly index: number
  readonly id: string
}

/** The root, in base64, that was signed for a size. */
export interface Root {
  readonly log: string
  readonly size: number
  readonly root: string
}

/** 受領 — what a writer was told: an entry or a file is kept, a root was signed for a size. */
export type Acknowledgement =
  | ({ readonly kind: 'entry' } & EntryPlace)
  | ({ readonly kind: 'root' } & Root)
  | { readonly kind: 'blob'; readonly id: string; readonly sha256: string }

export type Note = (acknowledgement: Acknowledgement) => void

/** Each goes out in one call and at once: whoever ends this process, or the machine, finds it in its place. */
export function appendAcknowledgement(file: string): Note {
  const descriptor = openSync(file, 'a', 0o600)
  return (acknowledgement) => void writeSync(descriptor, `${JSON.stringify(acknowledgement)}\n`)
}

export function readAcknowledgements(text: string): readonly Acknowledgement[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Acknowledgement)
}

export const acknowledgementsIn = (file: string): readonly Acknowledgement[] =>
  existsSync(file) ? readAcknowledgements(readFileSync(file, 'utf8')) : []
