import type { Day } from '#shared'
import type { ArchiveKind, Confidence, RetentionLaw, StartEvent } from '../kind/kind.ts'

/** 文書の位置づけ — the original is here, or elsewhere, or it is for reading on the worst day. */
export const standings = ['original', 'copy', 'emergency'] as const
export type Standing = (typeof standings)[number]

/** What a rule of the facility may count from: also the day on which the document came in, which is always known. */
export type Counted = StartEvent | 'stored'

/** What a rule of the facility speaks of: a law whose row it corrects, a kind, or a standing. */
export type RuleTarget =
  | { readonly about: 'law'; readonly id: string }
  | { readonly about: 'kind'; readonly id: string }
  | { readonly about: 'standing'; readonly id: Standing }

/** 施設の定め — what the facility corrected in the table, or decided itself, with its source. */
export interface LocalRule {
  readonly target: RuleTarget
  readonly years: number
  readonly startsWith: Counted
  readonly source: string
  readonly checkedOn: Day
}

/** 保存の義務 — one reason to keep a document: a law, a law as the facility corrected it, or the facility's own rule. */
export interface Duty {
  readonly from: 'law' | 'corrected' | 'kind' | 'standing'
  readonly id: string
  readonly years: number | null
  readonly startsWith: Counted | null
  readonly conf: Confidence | 'local'
}

export interface Kept {
  readonly kind: ArchiveKind
  readonly standing: Standing
  /** 施設の種類, as the registry says it; unknown, every law counts. */
  readonly facilityType: string | undefined
  readonly rules: readonly LocalRule[]
}

/** Everything that asks for the document to be kept. Only an original carries what the laws ask; a copy has the local rule alone. */
export function dutiesOf({ kind, standing, facilityType, rules }: Kept): readonly Duty[] {
  const ruled = (about: RuleTarget['about'], id: string) =>
    rules.findLast(({ target }) => target.about === about && target.id === id)
  const own = (from: 'kind' | 'standing', id: string): readonly Duty[] => {
    const rule = ruled(from, id)
    return rule === undefined ? [] : [{ ...periodIn(rule), from, id, conf: 'local' }]
  }
  if (standing !== 'original') return own('standing', standing)
  const laws = kind.laws.filter(({ where }) => appliesIn(where, facilityType))
  return [...laws.map((law) => asCorrected(law, ruled('law', law.law))), ...own('kind', kind.kind)]
}

/** A type that nobody told keeps longer. */
function appliesIn(where: RetentionLaw['where'], facilityType: string | undefined): boolean {
  if (where === null || facilityType === undefined) return true
  return where.some((type) => type === facilityType)
}

function asCorrected({ law, years, startsWith, conf }: RetentionLaw, rule: LocalRule | undefined): Duty {
  if (rule !== undefined) return { ...periodIn(rule), from: 'corrected', id: law, conf: 'local' }
  return { from: 'law', id: law, years, startsWith, conf }
}

const periodIn = ({ years, startsWith }: LocalRule) => ({ years, startsWith })
