import { findingWords, type JournalFinding } from '#journal'
import type { Language } from '../language.ts'

/** A finding of the journal as a sentence; it names the entry where there is one. */
export function sayJournalFinding({ code, log, index }: JournalFinding, language: Language): string {
  const where = index === undefined ? log : language === 'en' ? `${log}, entry ${index}` : `${log} の ${index} 番の記録`
  return `${where}: ${findingWords[code][language]}`
}
