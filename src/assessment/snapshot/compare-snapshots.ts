import type { Edition } from '@omamori/guideline'
import { factsBetween } from '#registry'
import type { Finding, JudgedRequirement, State } from '../contract.ts'
import type { SnapshotContent } from './content.ts'
import { type Why, whyOf } from './why.ts'
import { type ChangeKind, changeKinds } from './wire.ts'

/** One requirement then and now. */
export interface RequirementChange {
  readonly id: string
  readonly kind: 'C' | 'D'
  readonly change: ChangeKind
  readonly before?: State
  readonly after?: State
  readonly why: readonly Why[]
}

export type Totals = Readonly<Record<ChangeKind, number>>

export interface SnapshotComparison {
  readonly totals: { readonly C: Totals; readonly D: Totals }
  /** Every requirement of either, in the order of the newer edition. */
  readonly requirements: readonly RequirementChange[]
}

/** 前回との違い — what became of every requirement between two snapshots, and why. */
export function compareSnapshots(
  before: SnapshotContent,
  after: SnapshotContent,
  editions: { readonly before: Edition; readonly after: Edition },
): SnapshotComparison {
  const facts = factsBetween(before.facility, after.facility)
  const then = new Map(before.assessment.requirements.map((each) => [each.id, each]))
  const now = new Map(after.assessment.requirements.map((each) => [each.id, each]))
  const changeOf = (id: string): ChangeKind => {
    const [was, is] = [then.get(id), now.get(id)]
    const change = changeKindOf(was?.state, is?.state)
    const parts = editions.after.requirements.filter((one) => is?.decidedBy === 'children' && one.parent === id)
    const pieces = parts.map((one) => ({ before: then.get(one.id)?.state, change: changeOf(one.id) }))
    return was && is ? lookedAtInPieces(change, [...pieces, ...findingsInPieces(was, is)]) : change
  }
  const requirements = [...new Set([...now.keys(), ...then.keys()])].map((id): RequirementChange => {
    const judged = { before: then.get(id), after: now.get(id) }
    const requirement = [...editions.after.requirements, ...editions.before.requirements].find((one) => one.id === id)
    const change = changeOf(id)
    const parts = editions.after.requirements
      .filter((one) => one.parent === id && changeOf(one.id) !== 'same')
      .map((one) => one.id)
    const why = change === 'same' ? [] : whyOf(judged, { requirement, parts, facts, before, after })
    const states = { before: judged.before?.state, after: judged.after?.state }
    return { id, kind: requirement?.kind ?? 'C', change, ...states, why }
  })
  return { totals: { C: totalsOf(requirements, 'C'), D: totalsOf(requirements, 'D') }, requirements }
}

/**
 * What a step from one state to another means. To learn that something falls short makes nothing worse: it is known
 * now. To lose sight of what was in order does; to lose sight of what fell short is no progress.
 */
export function changeKindOf(before: State | undefined, after: State | undefined): ChangeKind {
  if (before === after) return 'same'
  if (before === undefined) return 'new'
  if (after === undefined) return 'gone'
  if (before === 'not-applicable' || after === 'not-applicable') return 'scope'
  if (after === 'met') return 'better'
  if (before === 'met') return 'worse'
  return after === 'not-met' ? 'known-now' : 'no-longer-known'
}

interface Piece {
  readonly before: State | undefined
  readonly change: ChangeKind
}

/**
 * A state is that of the worst piece, so it may hide what happened: one system in order became weak while another was
 * unknown all along. Then it became worse; and where all that fell short is in order now, it became better.
 */
function lookedAtInPieces(change: ChangeKind, pieces: readonly Piece[]): ChangeKind {
  const wereShort = pieces.filter(({ before }) => before === 'not-met')
  if (change === 'known-now' && pieces.some((piece) => piece.change === 'worse')) return 'worse'
  const isMended = wereShort.length > 0 && wereShort.every((piece) => piece.change === 'better')
  return change === 'no-longer-known' && isMended ? 'better' : change
}

/** The things that were looked at both times. To lose sight of one thing is not what made the whole fall short. */
function findingsInPieces(before: JudgedRequirement, after: JudgedRequirement): readonly Piece[] {
  const now = new Map(after.findings.map((finding) => [thingOf(finding), finding.state]))
  return before.findings.flatMap((finding) => {
    const state = now.get(thingOf(finding))
    const isLost = state === undefined || (finding.state === 'met' && state === 'unknown')
    return isLost ? [] : [{ before: finding.state, change: changeKindOf(finding.state, state) }]
  })
}

function thingOf({ about }: Finding): string {
  return JSON.stringify([about?.kind, about?.id, about?.field])
}

function totalsOf(requirements: readonly RequirementChange[], kind: 'C' | 'D'): Totals {
  const own = requirements.filter((each) => each.kind === kind)
  const counted = changeKinds.map((change) => [change, own.filter((each) => each.change === change).length])
  return Object.fromEntries(counted) as Totals
}
