import type { InspectionFile, Part } from './contract.ts'
import type { Material } from './material.ts'
import { contactChart } from './parts/contacts.ts'
import { elsewherePart, journalPart } from './parts/journal.ts'
import { assessmentPart, checklistPart, planPart, snapshotsPart } from './parts/judged.ts'
import { logReviewsPart } from './parts/log-reviews.ts'
import { rulesInForce, trainingRecords } from './parts/papers.ts'
import { personList } from './parts/persons.ts'
import { registryLists } from './parts/registry-lists.ts'
import { supplierPapers } from './parts/suppliers.ts'
import { wordsOf } from './words/words.ts'

/** In the order in which an inspection asks. A room that comes later adds its part here. */
const parts: readonly ((material: Material) => Part)[] = [
  checklistPart,
  personList,
  contactChart,
  registryLists,
  rulesInForce,
  trainingRecords,
  supplierPapers,
  assessmentPart,
  planPart,
  snapshotsPart,
  logReviewsPart,
  journalPart,
  elsewherePart,
]

/** The whole file; before everything else stands what is not there. */
export function gatherInspection(material: Material): InspectionFile {
  const gathered = parts.map((part) => part(material))
  return { on: material.on, parts: [missingPart(gathered, material), ...gathered] }
}

/** そろっていないもの — everything that the parts would have to show and do not, so that nobody has to look for it. */
function missingPart(gathered: readonly Part[], { language }: Material): Part {
  const words = wordsOf(language)
  const rows = gathered.flatMap(({ id, missing }) => missing.map((sentence) => [words.titles[id], sentence]))
  return {
    id: 'missing',
    blocks: [
      { kind: 'note', text: rows.length === 0 ? words.nothingMissing : words.missingNote(rows.length) },
      ...(rows.length === 0
        ? []
        : [{ kind: 'table' as const, heads: [words.part, words.whatIsMissing], shares: [3, 9], rows }]),
    ],
    missing: [],
  }
}
