import { guessableWords } from './guessable-words.ts'
import type { PasswordReason } from './words.ts'

/** A stretch of a password that somebody would guess as a whole, or one letter that nobody would. */
interface Part {
  readonly length: number
  /** For how many unforeseeable characters it stands: a word out of some thousands is worth two, a row of keys one. */
  readonly worth: number
  readonly reason?: PasswordReason
}

const WORD_LENGTH_MIN = 4
const WORD_LENGTH_MAX = 16
const RUN_LENGTH_MIN = 3

// Rows of the keyboard, the alphabet, the figures and the syllabary, each read in both directions.
const rows = [
  '1234567890-^',
  'qwertyuiop',
  'asdfghjkl;:',
  'zxcvbnm,./',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  '!"#$%&\'()',
  '!@#$%^&*()',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'あいうえおかきくけこさしすせそたちつてとなにぬねの',
].flatMap((row) => [row, [...row].reverse().join('')])

const dates = [
  /(?:19|20)\d{2}[-/.年]?(?:0[1-9]|1[0-2]|[1-9])[-/.月]?(?:[0-2]\d|3[01]|[1-9])日?/y,
  /(?:[rhs]|令和|平成|昭和|reiwa|heisei|showa)\d{1,2}(?:[-/.年]\d{1,2}[-/.月]\d{1,2}日?)?/y,
  /(?:19|20)\d{2}/y,
]

// What people write for a letter. `1` stands for i and for l, so the text is read twice.
const disguises: readonly Readonly<Record<string, string>>[] = [
  { '@': 'a', '4': 'a', '0': 'o', '1': 'i', '!': 'i', '3': 'e', $: 's', '5': 's', '7': 't' },
  { '@': 'a', '4': 'a', '0': 'o', '1': 'l', '|': 'l', '3': 'e', $: 's', '5': 's', '7': 't' },
  {},
]

function undisguised(text: string, disguise: Readonly<Record<string, string>>): string {
  return [...text].map((letter) => disguise[letter] ?? letter).join('')
}

function wordAt(readings: readonly string[], start: number): Part | undefined {
  for (let length = WORD_LENGTH_MAX; length >= WORD_LENGTH_MIN; length--) {
    const found = readings.some((reading) => guessableWords.has(reading.slice(start, start + length)))
    if (found && start + length <= (readings[0]?.length ?? 0)) return { length, worth: 2, reason: 'common' }
  }
  return undefined
}

function dateAt(text: string, start: number): Part | undefined {
  const lengths = dates.map((date) => {
    date.lastIndex = start
    return date.exec(text)?.[0].length ?? 0
  })
  const length = Math.max(...lengths)
  return length < WORD_LENGTH_MIN ? undefined : { length, worth: 1, reason: 'date' }
}

function sequenceAt(text: string, start: number): Part | undefined {
  const longest = (row: string) => {
    let length = RUN_LENGTH_MIN
    while (start + length <= text.length && row.includes(text.slice(start, start + length))) length++
    return length - 1
  }
  const length = Math.max(...rows.map(longest))
  return length < RUN_LENGTH_MIN ? undefined : { length, worth: 1, reason: 'sequence' }
}

/** The same letter three times or more, or what stands just before once again. */
function repeatAt(text: string, start: number): Part | undefined {
  const letter = text[start]
  let run = 1
  while (start + run < text.length && text[start + run] === letter) run++
  if (run >= RUN_LENGTH_MIN) return { length: run, worth: 1, reason: 'repeats' }
  for (let length = Math.min(start, text.length - start); length >= RUN_LENGTH_MIN; length--) {
    const block = text.slice(start, start + length)
    if (text.slice(start - length, start) === block) return { length, worth: 0, reason: 'repeats' }
  }
  return undefined
}

/** What of a password can be guessed, and for how many unforeseeable characters the whole stands. */
export function guessableParts(password: string): {
  readonly worth: number
  readonly reasons: readonly PasswordReason[]
} {
  const text = password.toLowerCase()
  const readings = disguises.map((disguise) => undisguised(text, disguise))
  const reasons = new Set<PasswordReason>()
  let worth = 0
  for (let start = 0; start < text.length; ) {
    const parts = [repeatAt(text, start), dateAt(text, start), sequenceAt(text, start), wordAt(readings, start)]
    const longest = parts.reduce((best, part) => ((part?.length ?? 0) > (best?.length ?? 0) ? part : best), undefined)
    worth += longest?.worth ?? 1
    if (longest?.reason) reasons.add(longest.reason)
    start += longest?.length ?? 1
  }
  return { worth, reasons: [...reasons] }
}
