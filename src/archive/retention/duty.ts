import type { Day } from '#shared'
import { type ArchiveKind, type Confidence, type RetentionLaw, type StartEvent, surenessOf } from '../kind/kind.ts'

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
  /** The law as people cite it; absent of the facility's own rules. */
  readonly law?: { readonly ja: string; readonly en: string }
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
  if (standing !== 'original') return copyDuties(standing, rules)
  const laws = kind.laws.filter(({ where }) => appliesIn(where, facilityType))
  return [...laws.map((law) => asCorrected(law, ruled(rules, 'law', law.law))), ...ownDuty('kind', kind.kind, rules)]
}

export const copyDuties = (standing: Standing, rules: readonly LocalRule[]) => ownDuty('standing', standing, rules)

function ownDuty(from: 'kind' | 'standing', id: string, rules: readonly LocalRule[]): readonly Duty[] {
  const rule = ruled(rules, from, id)
  return rule === undefined ? [] : [{ ...periodIn(rule), from, id, conf: 'local' }]
}

/** The newest about the target stands. */
const ruled = (rules: readonly LocalRule[], about: RuleTarget['about'], id: string) =>
  rules.findLast(({ target }) => target.about === about && target.id === id)

/** A type that nobody told keeps longer. */
function appliesIn(where: RetentionLaw['where'], facilityType: string | undefined): boolean {
  if (where === null || facilityType === undefined) return true
  return where.some((type) => type === facilityType)
}

function asCorrected(row: RetentionLaw, rule: LocalRule | undefined): Duty {
  const { law: id, ja, en, years, startsWith } = row
  const law = { ja, en }
  if (rule !== undefined) return { ...periodIn(rule), from: 'corrected', id, law, conf: 'local' }
  return { from: 'law', id, law, years, startsWith, conf: surenessOf(row) }
}

const periodIn = ({ years, startsWith }: LocalRule) => ({ years, startsWith })
