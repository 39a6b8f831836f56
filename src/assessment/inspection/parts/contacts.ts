import { posts } from '#registry/contract'
import type { Part } from '../contract.ts'
import type { Material } from '../material.ts'
import { itemsOf } from '../shown.ts'
import { wordsOf } from '../words/words.ts'
import { holdersOf } from './persons.ts'

const chain = ['operator', 'safety-manager', 'director'] as const

/** 連絡体制図 — whom who finds something calls, and which company for what, with the numbers that are recorded. */
export function contactChart(material: Material): Part {
  const { language, facility } = material
  const words = wordsOf(language)
  const suppliers = facility.suppliers ?? []
  const servedBy = (id: string) =>
    (['system', 'network', 'connection'] as const)
      .flatMap((kind) => itemsOf(facility, kind))
      .filter((item) => 'supplierId' in item && item.supplierId === id)
      .map(({ name }) => name)
  const callable = chain.map((post) => ({ post, holders: holdersOf(material, post) }))
  const called = [...callable.flatMap(({ holders }) => holders), ...suppliers]
  const numberless = [...new Set(called.filter(({ phone }) => phone === undefined).map(({ name }) => name))]
  return {
    id: 'contacts',
    blocks: [
      {
        kind: 'chain',
        steps: [
          { post: words.finder, who: words.finderDoes },
          ...callable.map(({ post, holders }) => ({
            post: posts[post][language === 'ja' ? 0 : 1],
            who:
              holders.map(({ name, phone }) => `${name}\n${phone ?? words.phoneMissing}`).join('\n') ||
              words.notRecorded,
          })),
        ],
      },
      {
        kind: 'table',
        title: words.companiesTitle,
        heads: [words.company, words.forWhat, words.desk, words.phone],
        shares: [4, 6, 3, 3],
        rows: suppliers.map(({ id, name, services, contact, phone }) => [
          name,
          servedBy(id).join(words.comma) || services || words.notRecorded,
          contact ?? words.notRecorded,
          phone ?? words.notRecorded,
        ]),
      },
    ],
    missing: [...(numberless.length === 0 ? [] : [words.phonesMissing(numberless)]), words.outsideContacts],
  }
}
