import { factsIn, type Requirement } from '@omamori/guideline'
import type { FactChange } from '#registry'
import type { Day } from '#shared'
import type { Evidence, FactReference, Finding, JudgedRequirement, Reason } from '../contract.ts'
import type { SnapshotContent } from './content.ts'

/** なぜ — one reason for which a requirement stands otherwise than it did. */
export type Why =
  | { readonly code: 'edition-changed'; readonly before: string; readonly after: string }
  | { readonly code: 'parts'; readonly ids: readonly string[] }
  | { readonly code: 'found' | 'no-longer-found'; readonly finding: Finding }
  | { readonly code: 'fact'; readonly fact: FactChange }
  | {
      readonly code: 'attested' | 'attestation-expired' | 'attestation-withdrawn'
      readonly by: string
      readonly on: Day
    }
  | { readonly code: 'reason'; readonly reason: Reason }
  /** Facts and words are the same: time has passed, or the program judges otherwise. */
  | { readonly code: 'judged-anew' }

interface Judged {
  readonly before: JudgedRequirement | undefined
  readonly after: JudgedRequirement | undefined
}

interface Around {
  readonly requirement: Requirement | undefined
  /** The sub-items that stand otherwise too. */
  readonly parts: readonly string[]
  readonly facts: readonly FactChange[]
  readonly before: SnapshotContent
  readonly after: SnapshotContent
}

/** Everything that explains the step, the cause before what followed from it. */
export function whyOf({ before, after }: Judged, around: Around): readonly Why[] {
  if (!before || !after) return [editionChange(around)]
  if (after.decidedBy === 'children' && around.parts.length > 0) return [{ code: 'parts', ids: around.parts }]
  const reasons = [
    ...(around.before.edition === around.after.edition ? [] : [editionChange(around)]),
    ...factsBehind({ before, after }, around),
    ...wordsBetween(before.evidence, after.evidence),
    ...findingsBetween(before, after),
    ...(after.reason && after.reason !== before.reason ? [{ code: 'reason', reason: after.reason } as const] : []),
  ]
  return reasons.length > 0 ? reasons : [{ code: 'judged-anew' }]
}

function editionChange({ before, after }: Around): Why {
  return { code: 'edition-changed', before: before.edition, after: after.edition }
}

/** The changes of the registry that touch what either judgement rests on, or whether the requirement applies. */
function factsBehind(judged: Judged, { requirement, facts }: Around): readonly Why[] {
  const references = [judged.before, judged.after].flatMap((one) => (one ? referencesOf(one) : []))
  const questions = requirement ? factsIn(requirement.appliesWhen) : []
  return facts
    .filter((fact) =>
      fact.kind === 'practices' ? asksAbout(questions, fact) : references.some((one) => speaksOf(one, fact)),
    )
    .map((fact) => ({ code: 'fact', fact }))
}

function referencesOf({ findings, evidence }: JudgedRequirement): readonly FactReference[] {
  return [
    ...findings.flatMap(({ about, restsOn = [] }) => (about ? [about, ...restsOn] : restsOn)),
    ...evidence.flatMap(({ about }) => (about ? [about] : [])),
  ]
}

/** A judgement of a field is touched by that field, by what lies in it, and by when and how it was confirmed. */
function speaksOf({ kind, id, field }: FactReference, fact: FactChange): boolean {
  if (fact.kind !== kind || fact.id !== id) return false
  if (fact.change !== 'changed' || field === undefined) return true
  const within = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}.`)
  return ['confirmedOn', 'source'].includes(fact.field) || within(fact.field, field) || within(field, fact.field)
}

function asksAbout(questions: readonly string[], fact: FactChange): boolean {
  if (fact.change !== 'changed') return questions.length > 0
  return questions.includes(fact.field.split('.')[0] ?? '')
}

/** Words that came, that ran out, and that were taken back. */
function wordsBetween(before: readonly Evidence[], after: readonly Evidence[]): readonly Why[] {
  const then = words(before)
  const now = words(after)
  return [
    ...now.filter(({ key }) => !then.some((one) => one.key === key)).map((one) => one.said('attested')),
    ...now
      .filter(({ key, expired }) => expired && then.some((one) => one.key === key && !one.expired))
      .map((one) => one.said('attestation-expired')),
    ...then.filter(({ key }) => !now.some((one) => one.key === key)).map((one) => one.said('attestation-withdrawn')),
  ]
}

function words(evidence: readonly Evidence[]) {
  return evidence
    .filter(({ kind }) => kind === 'attestation')
    .map(({ attestationId, by = '', statement, takenOn, validUntil, expired }) => ({
      key: attestationId ?? `${by} ${statement} ${takenOn}`,
      expired,
      said: (code: 'attested' | 'attestation-expired' | 'attestation-withdrawn'): Why => ({
        code,
        by,
        on: code === 'attestation-expired' ? validUntil : takenOn,
      }),
    }))
}

/** What decided then and is not found any more, and what decides now and was not found then. */
function findingsBetween(before: JudgedRequirement, after: JudgedRequirement): readonly Why[] {
  const then = new Set(before.findings.map(textOf))
  const now = new Set(after.findings.map(textOf))
  const gone = before.findings.filter((one) => one.state !== 'met' && !now.has(textOf(one)))
  const come = after.findings.filter((one) => !then.has(textOf(one)) && (one.state !== 'met' || after.state === 'met'))
  return [
    ...gone.map((finding) => ({ code: 'no-longer-found', finding }) as const),
    ...come.map((finding) => ({ code: 'found', finding }) as const),
  ]
}

function textOf({ state, code, about, facts }: Finding): string {
  const figures = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([state, code, about?.kind, about?.id, about?.field, figures])
}
