// No letter of the alphabet looks like another one after a fax or in handwriting: no 0 O D Q, no 1 I L, no 2 Z, no 5 S,
// no 8 B, no 6 G, no U V. Nineteen is a prime, so that the last letter finds every wrong letter and every exchange.
const alphabet = '3479ACEFHJKMNPRTWXY'
const BASE = alphabet.length
const DIGITS = 4
/** How many questions a facility can ever ask: a hospital's two thousand a year for sixty years. */
export const NUMBERS = BASE ** DIGITS

// Neighbouring questions get codes that look nothing alike: numbers are multiplied round a circle and turned back.
const STEP = 52_361
const START = 7_919
const BACK = inverseOf(STEP)

/** 質問の番号 — five letters for the number of a question; the last one checks the others. */
export function codeOf(number: number): string {
  let rest = Number((BigInt(number) * BigInt(STEP) + BigInt(START)) % BigInt(NUMBERS))
  const digits = Array.from({ length: DIGITS }, () => {
    const digit = rest % BASE
    rest = (rest - digit) / BASE
    return digit
  })
  return [...digits, checkDigit(digits)].map((digit) => alphabet[digit]).join('')
}

/** The number that a code means, in whatever width and case it was typed; undefined when it was misread. */
export function numberOf(typed: string): number | undefined {
  const letters = [...plainCode(typed)].map((letter) => alphabet.indexOf(letter))
  if (letters.length !== DIGITS + 1 || letters.includes(-1)) return undefined
  const digits = letters.slice(0, DIGITS)
  if (checkDigit(digits) !== letters[DIGITS]) return undefined
  const turned = digits.reduceRight((sum, digit) => sum * BASE + digit, 0)
  return Number(((BigInt(turned) - BigInt(START) + BigInt(NUMBERS)) * BigInt(BACK)) % BigInt(NUMBERS))
}

/** A code as it is printed: full-width letters, spaces and hyphens are the keyboard's doing. */
export function plainCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}ー−.・]/gu, '')
}

/** Each place weighs differently, and no weight is nothing or another's, so that exchanged letters are found too. */
function checkDigit(digits: readonly number[]): number {
  const sum = digits.reduce((total, digit, place) => total + digit * (place + 2), 0)
  return (BASE - (sum % BASE)) % BASE
}

function inverseOf(step: number): number {
  let [a, b, x, y] = [step, NUMBERS, 1, 0]
  while (b !== 0) {
    const quotient = Math.floor(a / b)
    ;[a, b, x, y] = [b, a - quotient * b, y, x - quotient * y]
  }
  return ((x % NUMBERS) + NUMBERS) % NUMBERS
}
