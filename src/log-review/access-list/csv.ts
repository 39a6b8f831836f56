import type { PaperLanguage } from '#paper'
import { wordsIn } from '../paper/words.ts'
import type { AccessList } from './list-access.ts'
import { type SayAct, thingText, timeText, whoText } from './said-entry.ts'

// Excel takes a file without it for Shift_JIS.
const BYTE_ORDER_MARK = '\ufeff'

/** The list as CSV (RFC 4180, UTF-8), a row for each entry. */
export function accessListCsv(list: AccessList, language: PaperLanguage, say: SayAct): string {
  const words = wordsIn(language)
  const heads = [
    ...[words.at, words.who, words.accountId, words.act, words.outcomeHead, words.thing],
    ...[words.thingKind, words.thingId, words.log, words.place, words.entryId],
  ]
  const rows = list.entries.map((entry) => [
    ...[timeText(entry.at), whoText(entry, list, language), entry.actor.id ?? '', say(entry.act)],
    ...[words.outcome[entry.outcome ?? 'done'], thingText(entry, list, language), entry.subject.kind, entry.subject.id],
    ...[entry.log, String(entry.index), entry.id],
  ])
  return BYTE_ORDER_MARK + [heads, ...rows].map((row) => `${row.map(csvCell).join()}\r\n`).join('')
}

/** A name that a spreadsheet would take for a formula is told as text: names come from outside. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
