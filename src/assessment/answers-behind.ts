import { addDays, type Day } from '#shared'
import { placeText, type SupplierAnswer } from '#supplier/contract'
import type { Evidence, Finding } from './contract.ts'
import { type Sight, toldAnew } from './freshness.ts'
import type { AnsweredFacts, Material } from './judge.ts'
import type { Records } from './records.ts'
import { rules } from './rules/index.ts'

/**
 * The answers of suppliers that findings rest on beyond those they name. A finding that the registry alone does not
 * give rests on what was told of the same thing: in the group of its own field, and of the field that was missing.
 */
export function answersBehind(
  requirementId: string,
  findings: readonly Finding[],
  { answers, on, records }: Pick<Material, 'answers' | 'on'> & { readonly records: Records },
  sight: Sight,
): readonly Evidence[] {
  if (!answers) return []
  const told = [...toldInstead(requirementId, findings, answers, on), ...toldAnewBehind(findings, answers, sight)]
  return [...new Set(told)].map((answer) => answerAsEvidence(answer, records, on))
}

/** What keeps a finding standing on a thing that was confirmed too long ago. */
function toldAnewBehind(findings: readonly Finding[], { filled, confirmed }: AnsweredFacts, sight: Sight) {
  const answers = [...filled, ...confirmed]
  if (answers.length === 0) return []
  const standing = findings.flatMap((finding) => {
    // What a finding names is among its evidence already.
    const own = finding.about && placeText({ ...finding.about, field: finding.about.field ?? '' })
    return toldAnew(finding, sight)
      .map(placeText)
      .filter((place) => place !== own)
  })
  const behind = new Set(standing)
  return answers.filter((answer) => behind.has(placeText(answer)))
}

function toldInstead(
  requirementId: string,
  findings: readonly Finding[],
  answers: AnsweredFacts,
  on: Day,
): readonly SupplierAnswer[] {
  if (answers.filled.length === 0) return []
  const ofItem = Map.groupBy(answers.filled, thingOf)
  const about = findings.filter(({ about }) => about && ofItem.has(thingOf(about)))
  if (about.length === 0) return []
  const alone = rules[requirementId]?.(answers.registered, on) ?? []
  return about.flatMap((finding): readonly SupplierAnswer[] => {
    if (!finding.about || alone.some((other) => isSame(finding, other))) return []
    const thing = thingOf(finding.about)
    const missing = alone.filter(({ about }) => about && thingOf(about) === thing).map(({ about }) => about?.field)
    const groups = new Set([finding.about.field, ...missing].map(groupOf))
    return (ofItem.get(thing) ?? []).filter(({ field }) => field !== finding.about?.field && groups.has(groupOf(field)))
  })
}

/** An answer as evidence: weaker than what a machine or a person of the facility saw, and named by who said it. */
function answerAsEvidence(answer: SupplierAnswer, records: Records, on: Evidence['takenOn']): Evidence {
  const { kind, id, field, supplierName: supplier, by, answeredOn: takenOn } = answer
  const about = { kind, id, name: records.nameOf({ kind, id }), field }
  const end = addDays(takenOn, records.validDays)
  return {
    kind: 'fact',
    source: 'vendor',
    about,
    supplier,
    ...(by && { by }),
    takenOn,
    validUntil: end,
    expired: end < on,
  }
}

const thingOf = ({ kind, id }: { readonly kind: string; readonly id: string }) => `${kind} ${id}`
const groupOf = (field = '') => field.split('.')[0]
const isSame = (a: Finding, b: Finding) =>
  a.state === b.state &&
  a.code === b.code &&
  a.about?.kind === b.about?.kind &&
  a.about?.id === b.about?.id &&
  a.about?.field === b.about?.field
