import type { PaperLanguage } from '#paper'
import { csvText } from '#shared'
import { wordsIn } from '../paper/words.ts'
import type { AccessList } from './list-access.ts'
import { type SayAct, thingText, timeText, whoText } from './said-entry.ts'

/** The list as CSV, a row for each entry. */
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
  return csvText([heads, ...rows])
}
