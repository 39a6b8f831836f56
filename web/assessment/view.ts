import type { State } from '#assessment/contract'

export type Kind = 'C' | 'D'
/** Which states are listed: one, 「▲ と ？」, or all. */
export type Shown = State | 'open' | 'all'

export const shownChoices: readonly Shown[] = ['open', 'not-met', 'unknown', 'met', 'not-applicable', 'all']

/** What the list shows. All of it stands in the address, so that any state of the list can be sent to somebody. */
export interface View {
  /** 最低限 (C) or 推奨 (D): they are never shown as one list. */
  readonly kind: Kind
  readonly shown: Shown
  /** A chapter or a section of the guideline. */
  readonly place?: string
  readonly typed: string
  /** Only what falls to the reader. */
  readonly mine?: boolean
}

type Search = Readonly<Record<string, string | undefined>>

/** Whoever opens a requirement from elsewhere sees it in its own list; whoever searches, searches in all states. */
export function viewOf({ kind, state, chapter, q, mine }: Search, opened?: { readonly kind: Kind }): View {
  const typed = q?.trim() ?? ''
  return {
    kind: kind === 'C' || kind === 'D' ? kind : (opened?.kind ?? 'C'),
    shown: shownChoices.find((each) => each === state) ?? usual(typed),
    place: chapter || undefined,
    typed,
    ...(mine === '1' ? { mine: true } : {}),
  }
}

const usual = (typed: string): Shown => (typed === '' ? 'open' : 'all')

/** The address of the list in this view, and of a requirement beside it. */
export function addressOf({ kind, shown, place, typed, mine }: View, requirementId?: string): string {
  const search = new URLSearchParams()
  if (kind !== 'C') search.set('kind', kind)
  if (shown !== usual(typed)) search.set('state', shown)
  if (place) search.set('chapter', place)
  if (typed) search.set('q', typed)
  if (mine) search.set('mine', '1')
  const path = requirementId === undefined ? '/assessment' : `/assessment/${encodeURIComponent(requirementId)}`
  return search.size > 0 ? `${path}?${search}` : path
}
