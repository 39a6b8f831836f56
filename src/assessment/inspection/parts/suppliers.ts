import { dayInFewWords } from '#paper'
import { sayField, shownFact } from '#registry/contract'
import type { Part } from '../contract.ts'
import type { Material } from '../material.ts'
import { headOf, shownIn } from '../shown.ts'
import { wordsOf } from '../words/words.ts'

const disclosed = ['disclosure.kind', 'disclosure.version', 'disclosure.receivedOn'] as const
const contracted = ['contractUntil', 'contract.confidentiality', 'contract.responsibilityBoundary'] as const

/** 事業者の開示 — the security disclosures received for each system, and what the contracts say. */
export function supplierPapers(material: Material): Part {
  const { language } = material
  const words = wordsOf(language)
  const { systems = [], suppliers = [] } = material.facility
  const silent = systems.filter(({ disclosure }) => disclosure?.receivedOn === undefined)
  return {
    id: 'suppliers',
    blocks: [
      {
        kind: 'table',
        title: words.disclosuresTitle,
        heads: [words.system, words.company, ...disclosed.map((field) => headOf('system', field, material))],
        shares: [4, 4, 4, 2, 3],
        rows: systems.map((system) => [
          system.name,
          ...['supplierId', ...disclosed].map((field) => shownIn(material, 'system', system, field)),
        ]),
      },
      {
        kind: 'table',
        title: words.answersTitle,
        heads: [words.company, words.asked, words.answer, words.answeredBy],
        shares: [4, 6, 4, 4],
        rows: material.answers.map(({ supplierName, name, kind, field, value, by, answeredOn }) => [
          supplierName,
          `${name}　${sayField(kind, field, language)}`,
          shownFact(kind, field, value, language),
          [by, dayInFewWords(answeredOn, language)].filter((line) => line !== undefined).join('\n'),
        ]),
      },
      {
        kind: 'table',
        title: words.contractsTitle,
        heads: [words.company, ...contracted.map((field) => headOf('supplier', field, material))],
        shares: [5, 3, 3, 3],
        rows: suppliers.map((supplier) => [
          supplier.name,
          ...contracted.map((field) => shownIn(material, 'supplier', supplier, field)),
        ]),
      },
    ],
    missing: silent.length === 0 ? [] : [words.undisclosed(silent.map(({ name }) => name))],
  }
}
