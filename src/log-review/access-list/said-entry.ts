import type { EntryView } from '#journal'
import type { PaperLanguage } from '#paper'
import { itemKinds } from '#registry/contract'
import type { Instant } from '#shared'
import { wordsIn } from '../paper/words.ts'
import type { AccessList } from './list-access.ts'

/** How an act is said: every room has words of its own, and the doors know them all. */
export type SayAct = (act: string) => string

const TOKYO_OFFSET_MS = 9 * 3_600_000

/** `2026-11-22 10:02:03`, Japan time: a spreadsheet knows it for a time. */
export function timeText(at: Instant): string {
  return new Date(Date.parse(at) + TOKYO_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ')
}

export function whoText({ actor }: EntryView, { nameOf }: Pick<AccessList, 'nameOf'>, language: PaperLanguage): string {
  if (actor.kind !== 'account') return wordsIn(language).actor[actor.kind]
  return actor.id === undefined ? '' : nameOf(actor.id)
}

/** What it was about, by name where the entry or the list of accounts knows one. */
export function thingText(
  { subject, detail }: EntryView,
  { nameOf }: Pick<AccessList, 'nameOf'>,
  language: PaperLanguage,
): string {
  if (subject.kind === 'account') return nameOf(subject.id)
  if (subject.kind !== 'registry-item') return ''
  const { kind, after, before } = (detail ?? {}) as Readonly<Record<string, unknown>>
  const isKind = typeof kind === 'string' && Object.hasOwn(itemKinds, kind)
  const words = isKind ? itemKinds[kind as keyof typeof itemKinds].words[language] : ''
  const name = nameIn(after) ?? nameIn(before)
  return name === undefined ? words : `${words}「${name}」`
}

function nameIn(item: unknown): string | undefined {
  const { name } = (item ?? {}) as { readonly name?: unknown }
  return typeof name === 'string' ? name : undefined
}
