import { Refusal } from '#shared'
import { PASSWORD_LENGTH_MAX } from './contract.ts'
import { guessableParts } from './guessable.ts'
import type { PasswordReason } from './words.ts'

/** 6.5 C-14 (4) of guideline 5.2: 13 characters, or 8 where a second factor is used. */
const LENGTH_ALONE = 13
const LENGTH_WITH_FACTOR = 8

// So many characters nobody could foresee must be left when words, dates and rows of keys count for little. A word
// and a year with a sign between them stays below; three words with a figure, or anything drawn at random, passes.
const WORTH_ALONE = 9
const WORTH_WITH_FACTOR = 6

// Fewer edits than this turn the former password into the new one: `…-01` became `…-02`.
const EDITS_MIN = 4

/** What a password is held against. Nothing of it leaves this file. */
export interface PasswordContext {
  /** Whether the account has a confirmed second factor. */
  readonly secondFactor: boolean
  /** Login name, display name, name of the facility. */
  readonly names: readonly string[]
  /** The password used until now, when the person has just given it. */
  readonly former?: string
}

/** One text for one password, whatever the width of the keyboard it was typed on. */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC')
}

/**
 * Every reason for which the password is refused; none when it is good. 6.5 C-14 (4) and (5) of guideline 5.2:
 * long enough, letters, digits and symbols mixed, not guessable, not similar to the one before.
 */
export function judgePassword(password: string, context: PasswordContext): readonly PasswordReason[] {
  const text = normalisePassword(password)
  const length = [...text].length
  if (length > PASSWORD_LENGTH_MAX) return ['too-long']
  const reasons = (Object.entries(checks) as [PasswordReason, Check][])
    .filter(([, refuses]) => refuses(text, length, context))
    .map(([reason]) => reason)
  return [...reasons, ...guessed(text, context)]
}

/** Refuses a weak password, with every reason at once so that the person does not meet them one by one. */
export function demandStrong(password: string, context: PasswordContext): void {
  const [reason, ...more] = judgePassword(password, context)
  if (!reason) return
  const minLength = context.secondFactor ? LENGTH_WITH_FACTOR : LENGTH_ALONE
  throw new Refusal('weak-password', { reason, reasons: [reason, ...more], minLength })
}

type Check = (text: string, length: number, context: PasswordContext) => boolean

const checks: Partial<Readonly<Record<PasswordReason, Check>>> = {
  'too-short': (_, length, { secondFactor }) => length < (secondFactor ? LENGTH_WITH_FACTOR : LENGTH_ALONE),
  unprintable: (text) => /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u.test(text),
  'needs-letter': (text) => !/\p{L}/u.test(text),
  'needs-digit': (text) => !/\p{Nd}/u.test(text),
  'needs-symbol': (text) => !/[\p{P}\p{S}]/u.test(text),
  name: (text, _, { names }) => partsOf(names).some((part) => text.toLowerCase().includes(part)),
  similar: (text, _, { former }) => former !== undefined && isSimilar(text, normalisePassword(former)),
}

function guessed(text: string, { secondFactor }: PasswordContext): readonly PasswordReason[] {
  const { worth, reasons } = guessableParts(text)
  return worth < (secondFactor ? WORTH_WITH_FACTOR : WORTH_ALONE) ? reasons : []
}

/** A name and its parts, when they are long enough to be told from chance: two kanji or kana, or four letters. */
function partsOf(names: readonly string[]): readonly string[] {
  const whole = names.map((name) => name.normalize('NFKC').toLowerCase())
  const parts = whole.flatMap((name) => [
    name,
    ...name.split(/[\s._@・-]+/),
    name.replace(/(病院|医院|診療所|クリニック|薬局)$/, ''),
  ])
  return parts.filter((part) => part.length >= (/^[\x20-\x7e]*$/.test(part) ? 4 : 2))
}

function isSimilar(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()]
  const [coreA, coreB] = [a, b].map((text) => text.replace(/[^\p{L}]/gu, ''))
  return editsBetween(a, b) < EDITS_MIN || (coreA === coreB && (coreA ?? '').length >= 4)
}

/** Levenshtein distance, one row at a time; both texts are at most 256 characters long. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1]
    for (let column = 1; column <= b.length; column++) {
      const replace = (row[column - 1] ?? 0) + (b[column - 1] === letter ? 0 : 1)
      next.push(Math.min(replace, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
