import { dayOf } from '#shared'
import { itemIn } from './particulars.ts'
import type { Entry } from './queries.ts'

/** 続き — entries one after the other in which one person did the same to the same thing on one day; newest first. */
export interface Run {
  readonly newest: Entry
  readonly entries: readonly Entry[]
}

/**
 * The list with its runs folded, so that thirty savings of one form are one line. Nothing is left out: a run holds all
 * its entries.
 */
export function runsOf(entries: readonly Entry[]): readonly Run[] {
  const begins = entries.flatMap((entry, index) => {
    const before = entries[index - 1]
    return before && sameDeed(before) === sameDeed(entry) ? [] : [index]
  })
  return begins.flatMap((from, index) => {
    const own = entries.slice(from, begins[index + 1])
    return own[0] ? [{ newest: own[0], entries: own }] : []
  })
}

function sameDeed(entry: Entry): string {
  const { act, actor, outcome, at } = entry
  const item = itemIn(entry)
  return JSON.stringify([act, actor.kind, actor.id, outcome, dayOf(at), item?.kind, item?.id])
}
