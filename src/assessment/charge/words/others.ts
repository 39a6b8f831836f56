import type { Language } from '../../words/told.ts'

/** What is added to a step that speaks of the first of several things. */
export const others: Readonly<Record<'alike' | 'apart', Readonly<Record<Language, string>>>> = {
  alike: {
    ja: 'ほかの対象も、同じようにしてください。',
    en: 'Please do the same for the others.',
  },
  apart: {
    ja: 'ほかの対象も、それぞれの事業者に、同じようにしてください。',
    en: 'Please do the same for the others, each with its own supplier.',
  },
}
