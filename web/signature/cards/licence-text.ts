import type { Language } from '../../app/i18n.ts'

interface Licence {
  readonly text: string
  readonly japanese?: string
}

/** 医師 in Japanese; in English, and where the table does not know it, as certificates write it. */
export const licenceText = ({ text, japanese }: Licence, language: Language): string =>
  (language === 'ja' ? japanese : undefined) ?? text
