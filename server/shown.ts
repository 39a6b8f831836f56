import type { Edition } from '@omamori/guideline'
import { type PresentedAssessment, present } from '#assessment'
import type { Language } from './language.ts'

type Judged = Parameters<typeof present>[0]

// Remembered by what was judged: a judgement made anew brings new requirements, and the old ones are forgotten with it.
const shown = new WeakMap<Judged['requirements'], Map<Language, PresentedAssessment>>()
const texts = new WeakMap<PresentedAssessment, string>()

/** An assessment with its sentences, made once for a judgement and a language however many look at it. */
export function shownAssessment(judged: Judged, edition: Edition, language: Language): PresentedAssessment {
  const byLanguage = shown.get(judged.requirements) ?? new Map<Language, PresentedAssessment>()
  const presented = byLanguage.get(language) ?? present(judged, edition, language)
  shown.set(judged.requirements, byLanguage.set(language, presented))
  return presented
}

/** The same as it goes over the wire, written once. What is public of it is what `present` returns. */
export function shownText(judged: Judged, edition: Edition, language: Language): string {
  const presented = shownAssessment(judged, edition, language)
  const text = texts.get(presented) ?? JSON.stringify(presented)
  texts.set(presented, text)
  return text
}
