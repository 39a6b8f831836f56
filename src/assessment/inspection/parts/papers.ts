import type { Part } from '../contract.ts'
import type { Material } from '../material.ts'
import { headOf, shownIn } from '../shown.ts'
import { wordsOf } from '../words/words.ts'

const ruleFields = ['kind', 'version', 'revisedOn', 'approvedById', 'place'] as const

/** 規程 — the rules and papers that are in force, as the registry names them. */
export function rulesInForce(material: Material): Part {
  const words = wordsOf(material.language)
  const papers = material.facility.documents ?? []
  const unfinished = papers.filter(({ version, revisedOn }) => version === undefined || revisedOn === undefined)
  return {
    id: 'rules',
    blocks: [
      {
        kind: 'table',
        heads: [words.name, ...ruleFields.map((field) => headOf('document', field, material))],
        shares: [5, 4, 2, 4, 3, 4],
        rows: papers.map((paper) => [
          paper.name,
          ...ruleFields.map((field) => shownIn(material, 'document', paper, field)),
        ]),
      },
    ],
    missing: [
      ...(papers.length === 0 ? [words.rulesEmpty] : []),
      ...(unfinished.length === 0 ? [] : [words.withoutVersion(unfinished.map(({ name }) => name))]),
    ],
  }
}

const trainingFields = ['department', 'trainedOn', 'pledged', 'pledgeSignedOn'] as const

/** 教育・誓約 — when the training was held and who took part, as far as it is recorded. */
export function trainingRecords(material: Material): Part {
  const words = wordsOf(material.language)
  const { training = {} } = material.facility.profile
  const people = (material.facility.persons ?? []).filter(({ state, supplierId }) => state !== 'left' && !supplierId)
  const untrained = people.filter(({ trainedOn }) => trainedOn === undefined).map(({ name }) => name)
  const profile = { ...material.facility.profile, training }
  return {
    id: 'training',
    blocks: [
      {
        kind: 'facts',
        rows: (['training.heldOn', 'training.everyone'] as const).map((field) => [
          headOf('profile', field, material),
          shownIn(material, 'profile', profile, field),
        ]),
      },
      {
        kind: 'table',
        heads: [words.who, ...trainingFields.map((field) => headOf('person', field, material))],
        shares: [3, 3, 4, 3, 3],
        rows: people.map((person) => [
          person.name,
          ...trainingFields.map((field) => shownIn(material, 'person', person, field)),
        ]),
      },
    ],
    missing: [
      ...(training.heldOn === undefined ? [words.trainingNotHeld] : []),
      ...(untrained.length === 0 ? [] : [words.untrained(untrained)]),
    ],
  }
}
