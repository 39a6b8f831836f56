import { type Edition, evaluate, factsIn, type Requirement } from '@omamori/guideline'
import type { SaidReview } from '#log-review'
import type { Facility } from '#registry/contract'
import type { Day } from '#shared'
import { type Dispute, type FactPlace, placeText, type SupplierAnswer } from '#supplier/contract'
import { answersBehind } from './answers-behind.ts'
import { type ApplicabilityFacts, applicabilityFacts } from './applicability.ts'
import type { Assessment, Attestation, Counts, Exemption, Finding, JudgedRequirement, State } from './contract.ts'
import { deciderOf } from './deciders.ts'
import { factsBehind, holds, wordOf } from './evidence.ts'
import { fieldsRead } from './fields-read.ts'
import { type Sight, seenFrom, staleFacts } from './freshness.ts'
import { gapsOf } from './gaps.ts'
import type { ArchiveFacts } from './looks/archive-facts.ts'
import { looks } from './looks/index.ts'
import { judgeParent } from './parents.ts'
import { type Records, recordsOf } from './records.ts'
import { rules } from './rules/index.ts'

/** What suppliers said, beside the registry that it fills. */
export interface AnsweredFacts {
  /** The facility as its registry alone tells it. */
  readonly registered: Facility
  readonly filled: readonly SupplierAnswer[]
  /** What agrees with a registry that is too old to be known still. */
  readonly confirmed: readonly SupplierAnswer[]
  readonly disputes: readonly Dispute[]
  /** Facts that suppliers are being asked. */
  readonly asked: readonly FactPlace[]
}

/** 点検の材料 — everything a judgement is made from. The same material gives the same judgement. */
export interface Material {
  readonly edition: Edition
  /** With answers laid over it, where there are any. */
  readonly facility: Facility
  readonly answers?: AnsweredFacts
  /** What the archive knows of itself; absent where there is none to ask. */
  readonly archive?: ArchiveFacts
  /** The reviews of logs that are kept, for who it was that looked. */
  readonly reviews?: readonly SaidReview[]
  readonly attestations: readonly Attestation[]
  readonly exemptions: readonly Exemption[]
  readonly on: Day
}

/** The material laid out, so that nothing is searched for twice: a hospital has thousands of words and requirements. */
interface Case extends Material, ApplicabilityFacts {
  readonly records: Records
  readonly byId: ReadonlyMap<string, Requirement>
  readonly wordsOn: ReadonlyMap<string, readonly Attestation[]>
  readonly exemptionsOn: ReadonlyMap<string, readonly Exemption[]>
  readonly asked: ReadonlySet<string>
}

/**
 * Answers every requirement of an edition for one facility on one day. Nothing is met without a fact or a word behind
 * it; what is missing, too old or unreadable is unknown.
 */
export function assess(material: Material): Assessment {
  const { edition, facility, answers, on } = material
  const records = recordsIn(material)
  const applicability = applicabilityOf(material, records)
  const requirements = judgeAll({
    ...material,
    ...applicability,
    records,
    asked: new Set(answers?.asked.map(placeText)),
    byId: new Map(edition.requirements.map((requirement) => [requirement.id, requirement])),
    wordsOn: Map.groupBy(material.attestations, ({ requirementId }) => requirementId),
    exemptionsOn: Map.groupBy(material.exemptions, ({ requirementId }) => requirementId),
  })
  return {
    format: 'omamori-assessment@1',
    edition: edition.id,
    facility: facility.profile.name,
    sample: facility.sample ?? false,
    on,
    counts: { C: count(edition, requirements, 'C'), D: count(edition, requirements, 'D') },
    requirements,
    gaps: gapsOf(edition, requirements, facility),
    contradictions: applicability.contradictions,
    ...(answers && answers.disputes.length > 0 && { disputes: answers.disputes }),
  }
}

const recordsIn = ({ facility, answers, reviews }: Material) =>
  recordsOf(facility, answers ? [...answers.filled, ...answers.confirmed] : [], reviews)

/** What applies is decided by people and their registry; suppliers only where neither has said anything. */
function applicabilityOf({ facility, answers, on }: Material, records: Records): ApplicabilityFacts {
  const told = applicabilityFacts(facility, records, on)
  if (!answers || answers.filled.length === 0) return told
  const registered = applicabilityFacts(answers.registered, records, on)
  return { facts: { ...told.facts, ...registered.facts }, contradictions: registered.contradictions }
}

/** Sub-items first: a requirement with sub-items and no rule of its own is the sum of them. */
function judgeAll(matter: Case): readonly JudgedRequirement[] {
  const { requirements } = matter.edition
  const byParent = Map.groupBy(requirements, ({ parent }) => parent)
  const judged = new Map<string, JudgedRequirement>()
  const judge = (requirement: Requirement): JudgedRequirement => {
    const known = judged.get(requirement.id)
    if (known) return known
    const asked = (byParent.get(requirement.id) ?? []).filter(({ retired }) => retired === undefined)
    const children = rules[requirement.id] ? [] : asked
    const decided = judgeOne(requirement, children.map(judge), matter)
    judged.set(requirement.id, decided)
    return decided
  }
  return withAlternatives(matter.edition, requirements.map(judge))
}

/** 選択肢 — where one of several ways is enough and one is met, the others were not chosen. */
function withAlternatives(edition: Edition, judged: readonly JudgedRequirement[]): readonly JudgedRequirement[] {
  const met = new Set(judged.filter(({ state }) => state === 'met').map(({ id }) => id))
  const chosen = edition.alternatives.filter(({ of }) => of.some((id) => met.has(id)))
  const spared = new Set(chosen.flatMap(({ of }) => of.filter((id) => !met.has(id))))
  const isSpared = ({ id, reason }: JudgedRequirement) => spared.has(id) && reason !== 'retired'
  return judged.map((one) => (isSpared(one) ? { ...one, state: 'not-applicable', reason: 'alternative' } : one))
}

function judgeOne(requirement: Requirement, parts: readonly JudgedRequirement[], matter: Case): JudgedRequirement {
  const exemption = exemptionOf(requirement, matter)
  if (requirement.retired) return retired(requirement, exemption, matter)
  if (exemption) return exempted(requirement, exemption)
  const applies = evaluate(requirement.appliesWhen, matter.facts)
  if (applies === false) return decide(requirement, 'not-applicable', { reason: 'applicability' })
  const findings = findingsFor(requirement, matter)
  if (applies === undefined) return undecided(requirement, findings ?? lookOf(requirement, matter), matter)
  if (parts.length > 0) return judgeParent(requirement, parts)
  if (findings) return judgeByRule(requirement, findings, matter)
  return looks[requirement.id] ? judgeByLook(requirement, matter) : judgeByWord(requirement, matter)
}

/** The director's reason covers a requirement and its sub-items until the day to look again has passed. */
function exemptionOf(requirement: Requirement, matter: Case): Exemption | undefined {
  const { byId, exemptionsOn, on } = matter
  const given = exemptionsOn.get(requirement.id) ?? []
  const own = given.find(({ approvedOn, reviewOn }) => approvedOn <= on && reviewOn >= on)
  const parent = own || requirement.parent === undefined ? undefined : byId.get(requirement.parent)
  return own ?? (parent && exemptionOf(parent, matter))
}

function exempted({ id }: Requirement, { reason, approvedBy, approvedOn, reviewOn }: Exemption): JudgedRequirement {
  const word = { kind: 'attestation', source: 'statement', statement: reason, by: approvedBy } as const
  const evidence = [{ ...word, takenOn: approvedOn, validUntil: reviewOn, expired: false }]
  return { id, state: 'not-applicable', reason: 'exempted', decidedBy: 'person', findings: [], evidence }
}

/** 廃止 — no longer asked, and so no gap; what was said of it while it was asked stays its evidence. */
function retired(requirement: Requirement, exemption: Exemption | undefined, matter: Case): JudgedRequirement {
  const words = wordsFor(requirement, matter).map((word) => wordOf(word, matter.on))
  const evidence = [...words, ...(exemption ? exempted(requirement, exemption).evidence : [])]
  return { ...decide(requirement, 'not-applicable', { reason: 'retired', evidence }), decidedBy: 'person' }
}

function findingsFor(requirement: Requirement, matter: Case): readonly Finding[] | undefined {
  const { id } = requirement
  const sight = sightOf(id, matter)
  return rules[id]?.(matter.facility, matter.on).map((finding) => seenFrom(finding, sight))
}

/** How the findings of one requirement are seen. What its rule looks at is found out once, and only when asked. */
function sightOf(id: string, { facility, answers, on, records }: Material & { readonly records: Records }): Sight {
  let read: ReturnType<typeof fieldsRead> | undefined
  const inDispute = answers?.disputes.filter(({ staleSince }) => staleSince !== undefined) ?? []
  return {
    on,
    records,
    disputed: new Set(inDispute.map(({ answer }) => placeText(answer))),
    fieldsRead: () => (read ??= fieldsRead(rules[id], facility, on)),
  }
}

/**
 * What suppliers may be asked for each requirement: facts that are missing, and facts that are stale where everything
 * else the finding rests on is known or can be told too. What they cannot bring to life is not asked.
 */
export function factsWaitedFor(
  material: Material,
  requirements: readonly Pick<JudgedRequirement, 'id' | 'findings'>[],
  canTell: (place: FactPlace) => boolean,
): readonly (FactPlace & { readonly requirementId: string })[] {
  const matter = { ...material, records: recordsIn(material) }
  return requirements.flatMap(({ id: requirementId, findings }) => {
    const sight = sightOf(requirementId, matter)
    return findings.flatMap((finding) => {
      const missing = missingIn(finding)
      const stale = isStale(finding) ? staleFacts(finding, sight) : []
      const told = stale?.every(canTell) ? stale : []
      return [...missing, ...told].map((place) => ({ ...place, requirementId }))
    })
  })
}

function missingIn({ code, about }: Finding): readonly FactPlace[] {
  if (code !== 'missing' || about?.field === undefined) return []
  return [{ kind: about.kind, id: about.id, field: about.field }]
}

/** What is missing of a stale thing is asked together with what is stale of it, so that one sheet is enough. */
const isStale = ({ code }: Finding) => code === 'facts-stale' || code === 'missing'

/** Nobody said whether it applies. What is known to fall short is shown all the same. */
function undecided(requirement: Requirement, findings: readonly Finding[], matter: Case): JudgedRequirement {
  const asks = factsIn(requirement.appliesWhen).filter((fact) => matter.facts[fact] === undefined)
  return decide(requirement, 'unknown', {
    reason: 'applicability-unknown',
    findings: findings.filter(({ state }) => state === 'not-met'),
    asks,
  })
}

/** A rule decides what software can decide; where a person has to confirm, a met one waits for that person. */
function judgeByRule(requirement: Requirement, findings: readonly Finding[], matter: Case): JudgedRequirement {
  const state = worst(findings)
  const sight = sightOf(requirement.id, matter)
  const facts = [
    ...factsBehind(findings, matter.records, matter.on),
    ...answersBehind(requirement.id, findings, matter, sight),
  ]
  const reason = state === 'unknown' ? reasonOf(findings, sight, matter.asked) : undefined
  if (requirement.checkable === 'auto') return decide(requirement, state, { reason, findings, evidence: facts })
  const words = wordsFor(requirement, matter)
  const evidence = [...facts, ...words.map((word) => wordOf(word, matter.on))]
  if (state !== 'met') return decide(requirement, state, { reason, findings, evidence })
  if (words.some((word) => holds(word, matter.on))) return decide(requirement, 'met', { findings, evidence })
  const waiting = words.length > 0 ? 'attestation-expired' : 'needs-person'
  return decide(requirement, 'unknown', { reason: waiting, findings, evidence })
}

/**
 * What lies in Omamori is looked at, and a person answers for what lies elsewhere. What falls short here, or is not known here, no word makes
 * up for; where nothing of the sort lies here, the word is all there is.
 */
function judgeByLook(requirement: Requirement, matter: Case): JudgedRequirement {
  const findings = lookOf(requirement, matter)
  const words = wordsFor(requirement, matter)
  const told = { findings, evidence: words.map((word) => wordOf(word, matter.on)) }
  const state = worst(findings)
  if (state === 'not-met') return decide(requirement, state, told)
  if (findings.length > 0 && state === 'unknown')
    return decide(requirement, state, { ...told, reason: 'facts-missing' })
  if (words.some((word) => holds(word, matter.on))) return decide(requirement, 'met', told)
  if (words.length > 0) return decide(requirement, 'unknown', { ...told, reason: 'attestation-expired' })
  return decide(requirement, 'unknown', { ...told, reason: findings.length > 0 ? 'needs-person' : 'needs-attestation' })
}

const lookOf = ({ id }: Requirement, { archive, on }: Material): readonly Finding[] =>
  archive === undefined ? [] : (looks[id]?.(archive, on) ?? [])

/** Without a rule only a person's word counts. What a machine could decide is left to a part that is not there yet. */
function judgeByWord(requirement: Requirement, matter: Case): JudgedRequirement {
  const words = wordsFor(requirement, matter)
  const evidence = words.map((word) => wordOf(word, matter.on))
  const byPerson = { evidence, decidedBy: 'person' } as const
  if (words.some((word) => holds(word, matter.on))) return decide(requirement, 'met', byPerson)
  if (words.length > 0) return decide(requirement, 'unknown', { ...byPerson, reason: 'attestation-expired' })
  if (requirement.checkable !== 'auto')
    return decide(requirement, 'unknown', { ...byPerson, reason: 'needs-attestation' })
  return decide(requirement, 'unknown', { reason: 'another-part' })
}

function wordsFor({ id }: Requirement, { wordsOn, on }: Case): readonly Attestation[] {
  return (wordsOn.get(id) ?? []).filter(({ attestedOn }) => attestedOn <= on)
}

/** The worst finding decides; without any, nothing is known. */
export function worst(findings: readonly Finding[]): Finding['state'] {
  if (findings.some(({ state }) => state === 'not-met')) return 'not-met'
  return findings.length > 0 && findings.every(({ state }) => state === 'met') ? 'met' : 'unknown'
}

type UnknownReason = 'facts-stale' | 'facts-missing' | 'supplier-asked'

/** Suppliers are waited for only where everything that is unknown was asked; otherwise there is something to do here. */
function reasonOf(findings: readonly Finding[], sight: Sight, asked: ReadonlySet<string>): UnknownReason {
  const unknown = findings.filter(({ state }) => state === 'unknown')
  if (asked.size > 0 && unknown.length > 0 && unknown.every((finding) => isAsked(finding, sight, asked)))
    return 'supplier-asked'
  const isOld = ({ code }: Finding) => code === 'facts-stale' || code === 'facts-disputed'
  return unknown.length > 0 && unknown.every(isOld) ? 'facts-stale' : 'facts-missing'
}

function isAsked(finding: Finding, sight: Sight, asked: ReadonlySet<string>): boolean {
  const isIt = (place: FactPlace) => asked.has(placeText(place))
  if (finding.code !== 'facts-stale') return missingIn(finding).some(isIt)
  const waiting = staleFacts(finding, sight) ?? []
  return waiting.length > 0 && waiting.every(isIt)
}

type Details = Partial<Omit<JudgedRequirement, 'id' | 'state'>>

function decide(requirement: Requirement, state: State, details: Details): JudgedRequirement {
  const { by: decidedBy } = deciderOf(requirement)
  return { id: requirement.id, state, decidedBy, findings: [], evidence: [], ...details }
}

function count(edition: Edition, judged: readonly JudgedRequirement[], kind: 'C' | 'D'): Counts {
  const ids = new Set(edition.requirements.filter((requirement) => requirement.kind === kind).map(({ id }) => id))
  const states = judged.filter(({ id }) => ids.has(id)).map(({ state }) => state)
  const of = (state: State) => states.filter((candidate) => candidate === state).length
  return { met: of('met'), 'not-met': of('not-met'), unknown: of('unknown'), 'not-applicable': of('not-applicable') }
}
