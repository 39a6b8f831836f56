import type { Checklist } from './checklist.ts'
import type { Bilingual, Edition } from './edition.ts'

/** What keeps answers under its id: requirements and checklist rows a person's word, questions a facility's yes or no. */
export type Keeper = 'requirement' | 'question' | 'row'

/** 失われるもの — one way in which a newer version of the same data would lose answers given under the older one. */
export type Loss =
  /** The id is gone. It should have been retired. */
  | { readonly kind: 'deleted'; readonly what: Keeper; readonly id: string }
  /** Under the id stands something else, and nothing says that it is the same thing with a new title. */
  | {
      readonly kind: 'reused'
      readonly what: Keeper
      readonly id: string
      readonly before: string
      readonly after: string
    }
  /** What was retired is asked again: the old answers were not given to this. */
  | { readonly kind: 'revived'; readonly what: Keeper; readonly id: string }
  /** The id stands twice, so that nobody knows which of the two was answered. */
  | { readonly kind: 'twice'; readonly what: Keeper; readonly id: string }
  /** The form has fewer rounds, and the answers of the last ones would have no place. */
  | { readonly kind: 'fewer-rounds'; readonly before: number; readonly after: number }

interface Kept {
  readonly id: string
  readonly title: string
  readonly formerTitles: readonly string[]
  readonly retired: boolean
}

/**
 * Compares two versions of one edition's data and names every answer-bearing id that the newer one would lose. Titles,
 * numbers, order, parents, levels and applicability may change; ids may be added and retired, never deleted or reused.
 */
export function editionLosses(before: Edition, after: Edition): readonly Loss[] {
  return [
    ...lost('requirement', before.requirements.map(keptRequirement), after.requirements.map(keptRequirement)),
    ...lost('question', before.facts.map(keptQuestion), after.facts.map(keptQuestion)),
  ]
}

/** The same for two versions of one checklist. The next year's is another checklist and loses nothing of this one. */
export function checklistLosses(before: Checklist, after: Checklist): readonly Loss[] {
  const [then, now] = [before.rounds.count, after.rounds.count]
  const rounds: readonly Loss[] = now < then ? [{ kind: 'fewer-rounds', before: then, after: now }] : []
  return [...lost('row', before.items.map(keptRow), after.items.map(keptRow)), ...rounds]
}

function lost(what: Keeper, before: readonly Kept[], after: readonly Kept[]): readonly Loss[] {
  const now = new Map(after.map((one) => [one.id, one]))
  const twice = after.filter((one) => now.get(one.id) !== one).map(({ id }): Loss => ({ kind: 'twice', what, id }))
  return [...twice, ...before.flatMap((then) => lossOf(what, then, now.get(then.id)))]
}

function lossOf(what: Keeper, then: Kept, now: Kept | undefined): readonly Loss[] {
  const { id, title, retired } = then
  if (!now) return [{ kind: 'deleted', what, id }]
  if (![now.title, ...now.formerTitles].includes(title))
    return [{ kind: 'reused', what, id, before: title, after: now.title }]
  return retired && !now.retired ? [{ kind: 'revived', what, id }] : []
}

function keptRequirement({ id, title, formerTitles, retired }: Edition['requirements'][number]): Kept {
  return { id, title: title.ja, formerTitles: inJapanese(formerTitles), retired: retired !== undefined }
}

/** A question of applicability may be put in better words: its key says what it is about. */
function keptQuestion({ key }: Edition['facts'][number]): Kept {
  return { id: key, title: key, formerTitles: [], retired: false }
}

function keptRow({ id, ask, formerAsks, retired }: Checklist['items'][number]): Kept {
  return { id, title: ask.ja, formerTitles: inJapanese(formerAsks), retired: retired !== undefined }
}

function inJapanese(titles: readonly Bilingual[] = []): readonly string[] {
  return titles.map(({ ja }) => ja)
}
