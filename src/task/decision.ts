/** 決裁の結果 — what the director said of a task. */
export const outcomes = {
  approved: { ja: '承認', en: 'approved' },
  'sent-back': { ja: '差し戻し', en: 'sent back' },
  refused: { ja: '却下', en: 'refused' },
} as const

export type Outcome = keyof typeof outcomes

/** 決裁の段階 — whether a task needs the director's word, waits for it, or has it. */
export type Standing = 'not-needed' | 'waiting' | Outcome

export const standings: Readonly<Record<Standing, { readonly ja: string; readonly en: string }>> = {
  'not-needed': { ja: '決裁は要りません', en: 'needs no decision' },
  waiting: { ja: '決裁待ち', en: 'waits for a decision' },
  ...outcomes,
}

export interface Decided {
  readonly outcome: Outcome
  readonly revision: number
}

/**
 * What costs money needs the director's word. The last decision counts only for the revision it spoke of: a task whose
 * cost, supplier or reasons were changed afterwards waits again.
 */
export function standingOf(
  { cost, revision }: { readonly cost?: number; readonly revision: number },
  last: Decided | undefined,
): Standing {
  if (last && last.revision === revision) return last.outcome
  return cost !== undefined && cost > 0 ? 'waiting' : 'not-needed'
}
