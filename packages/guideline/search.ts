import type { Edition, Requirement, Term } from './edition.ts'

// Finding requirements and terms in Japanese and English text.

/** The same text for the same word: full and half width, upper and lower case, katakana and hiragana. */
export function folded(text: string): string {
  const kana = (letter: string) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60)
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, kana)
}

/**
 * Requirements in which every word of the text occurs, best first: the number before the title, the title before
 * the summary, and last those that only speak of a term whose reading, English or definition was given.
 */
export function search(edition: Edition, text: string): readonly Requirement[] {
  const words = folded(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const senses = words.map((word) => ({ word, forms: formsFor(edition, word) }))
  return edition.requirements
    .map((item) => ({ item, weight: total(senses.map((sense) => weigh(item, sense.word, sense.forms))) }))
    .filter((hit) => hit.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map((hit) => hit.item)
}

/** Terms of the glossary that occur in a text, in the order of the glossary. A longer term hides one inside it. */
export function termsIn(edition: Edition, text: string): readonly Term[] {
  let rest = folded(text)
  const forms = edition.terms.flatMap((term) => term.forms.map((form) => ({ term, form: folded(form) })))
  const found = new Set<Term>()
  for (const { term, form } of forms.sort((a, b) => b.form.length - a.form.length)) {
    const pattern = occurrence(form)
    if (!pattern.test(rest)) continue
    found.add(term)
    rest = rest.replace(pattern, '\n')
  }
  return edition.terms.filter((term) => found.has(term))
}

/** The term that is written, read or called so, or undefined. */
export function term(edition: Edition, name: string): Term | undefined {
  const wanted = folded(name)
  return edition.terms.find((one) =>
    [one.term, one.reading, one.en, ...one.forms].some((form) => folded(form) === wanted),
  )
}

function weigh(item: Requirement, word: string, forms: readonly string[]): number {
  const title = folded(`${item.title.ja}\n${item.title.en}`)
  const summary = folded(`${item.summary.ja}\n${item.summary.en}`)
  const own =
    (folded(item.id).startsWith(word) ? 8 : 0) + (title.includes(word) ? 4 : 0) + (summary.includes(word) ? 2 : 0)
  if (own > 0) return own
  return forms.some((form) => occurrence(form).test(`${title}\n${summary}`)) ? 1 : 0
}

/** A word that does not occur at all spoils the hit. */
function total(weights: readonly number[]): number {
  return weights.includes(0) ? 0 : weights.reduce((sum, weight) => sum + weight, 0)
}

function formsFor(edition: Edition, word: string): readonly string[] {
  return edition.terms
    .filter((one) => [one.term, one.reading, one.en, ...one.forms].some((form) => folded(form).includes(word)))
    .flatMap((one) => one.forms.map(folded))
}

/** Latin letters must stand as words of their own: "ACL" is not in "oracle". */
function occurrence(form: string): RegExp {
  const escaped = form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  return /^[\x20-\x7e]+$/.test(form) ? new RegExp(`(?<![a-z0-9])${escaped}(?![a-z0-9])`, 'g') : new RegExp(escaped, 'g')
}
