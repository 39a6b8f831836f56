// Typst breaks Japanese anywhere but an unspaced run of other letters nowhere. Runs longer than this get invisible breaks.
const UNBROKEN_RUN = 16
const ZERO_WIDTH_SPACE = '\u200b'

// 〓 (下駄) stands in Japanese print where a letter is missing: letters made at one hospital (外字) exist in no font of ours.
const GETA = '〓'

/**
 * Makes text from outside safe to set: control characters and marks that turn the writing direction are removed, line
 * breaks become spaces, letters no font has become 〓, and a run too long for a column may be broken. Nothing else changes.
 */
export function printable(text: string): string {
  return text
    .replace(/[\p{Cs}\p{Co}]/gu, GETA)
    .replace(/\s+/gu, (space) => (space.includes('\u3000') ? '\u3000' : ' '))
    .replace(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(new RegExp(`[!-~\\u00a1-\\u024f]{${UNBROKEN_RUN},}`, 'gu'), (run) => [...run].join(ZERO_WIDTH_SPACE))
    .trim()
}

/** The first characters of a text that may be longer than its place; what is cut is marked. */
export function shortened(text: string, length: number): string {
  const characters = [...text]
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`
}
