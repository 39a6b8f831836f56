import type { Day } from '#shared'

/** 検索の対象 — what a document is found by. Whoever changes it gives both: what it was, and what it is. */
export interface IndexedDocument {
  readonly documentId: string
  readonly writtenOn: Day
  readonly kind: string
  readonly patient: string | null
  /** What each version says, in one writing. */
  readonly texts: readonly string[]
}

/** 検索の条件 — what a document must have. */
export interface Asked {
  readonly kind?: string | undefined
  readonly patient?: string | undefined
  /** In one writing; each must stand in some version. */
  readonly words: readonly string[]
  readonly from?: Day | undefined
  readonly to?: Day | undefined
}

/** 三文字 — longer pieces make the index larger and no search shorter. */
const LONGEST = 3

/**
 * 検索の手がかり — under which a document stands in the index: every run of one, two and three characters between two spaces, its kind and
 * its patient. For ever: what an index was filled with is taken out by the same words, so whoever changes this fills all of it anew.
 */
export function tokensOf({ kind, patient, texts }: Omit<IndexedDocument, 'documentId' | 'writtenOn'>): Set<string> {
  const tokens = new Set([kindToken(kind)])
  if (patient !== null) tokens.add(patientToken(patient))
  for (const text of texts) for (const part of text.split(' ')) addRuns(tokens, part)
  return tokens
}

function addRuns(tokens: Set<string>, part: string): void {
  let [last, lastTwo] = ['', '']
  for (const character of part) {
    tokens.add(character)
    if (last !== '') tokens.add(last + character)
    if (lastTwo !== '') tokens.add(lastTwo + character)
    lastTwo = last === '' ? '' : last + character
    last = character
  }
}

/** Every document that has what is asked for stands under all of these; some that have not stand there too. */
export function tokensAsked({ kind, patient, words }: Asked): ReadonlySet<string> {
  const tokens = new Set(words.flatMap(runsOfWord))
  if (kind !== undefined) tokens.add(kindToken(kind))
  if (patient !== undefined) tokens.add(patientToken(patient))
  return tokens
}

/** Side by side and the last: what lies between is seen in the text itself, and each list more is gone through from its newest end. */
function runsOfWord(word: string): readonly string[] {
  const characters = Array.from(word)
  const ends = characters.length - LONGEST
  if (ends <= 0) return [word]
  const starts = Array.from({ length: Math.ceil(ends / LONGEST) }, (_, i) => i * LONGEST)
  return [...starts, ends].map((start) => characters.slice(start, start + LONGEST).join(''))
}

// Longer than any run of a text, so that neither is taken for the other.
const kindToken = (kind: string) => `kind=${kind}`
const patientToken = (patient: string) => `patient=${patient}`
