import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { alternativesOf, children, editions, factsIn, loadEdition, marksOf, type Requirement } from './index.ts'

const edition = loadEdition('mhlw-5.2')
const { requirements } = edition
const ids = new Set(requirements.map((item) => item.id))
const sections = edition.chapters.flatMap((chapter) => chapter.sections.map((one) => one.id))
const unresolved = (wanted: readonly string[], known: readonly string[]) => wanted.filter((one) => !known.includes(one))

describe('edition 5.2', () => {
  it('is one of the editions of the package', () => {
    expect(editions()).toContain('mhlw-5.2')
    expect(() => loadEdition('mhlw-0.0')).toThrow('unknown edition "mhlw-0.0"')
  })

  it('carries all 308 items, 272 of kind C and 36 of kind D, each under an id of its own', () => {
    expect(requirements).toHaveLength(308)
    expect(ids.size).toBe(308)
    expect(requirements.filter((item) => item.kind === 'C')).toHaveLength(272)
    expect(requirements.filter((item) => item.kind === 'D')).toHaveLength(36)
  })

  it('names every requirements file of its folder', () => {
    const files = readdirSync(new URL('./data/mhlw-5.2/requirements/', import.meta.url)).sort()
    expect([...edition.requirementFiles].sort()).toEqual(files)
  })

  it('lists the items in the order of its chapters', () => {
    const order = [...new Set(requirements.map((item) => item.section))]
    expect(order).toEqual(sections.filter((one) => order.includes(one)))
  })

  it('cannot be changed by whoever holds it', () => {
    const [first] = requirements
    expect(() => Object.assign(first?.title ?? {}, { ja: '別の題' })).toThrow(TypeError)
    expect(loadEdition()).toBe(edition)
  })
})

describe('every reference in edition 5.2 resolves', () => {
  it('from items to sections, parents, kinds of evidence, facts and documents', () => {
    const facts = edition.facts.map((fact) => fact.key)
    for (const item of requirements) {
      expect(sections, item.id).toContain(item.section)
      if (item.parent) expect(ids, item.id).toContain(item.parent)
      expect(
        unresolved(
          item.evidenceKinds,
          edition.evidenceKinds.map((kind) => kind.key),
        ),
        item.id,
      ).toEqual([])
      expect(unresolved(factsIn(item.appliesWhen), facts), item.id).toEqual([])
      const places = Object.keys(item.source.places ?? {})
      expect(
        unresolved(
          places,
          edition.documents.map((document) => document.key),
        ),
        item.id,
      ).toEqual([])
    }
  })

  it('and every fact and every kind of evidence is used by some item', () => {
    const facts = requirements.flatMap((item) => factsIn(item.appliesWhen))
    const kinds = requirements.flatMap((item) => item.evidenceKinds)
    expect(
      unresolved(
        edition.facts.map((fact) => fact.key),
        facts,
      ),
    ).toEqual([])
    expect(
      unresolved(
        edition.evidenceKinds.map((kind) => kind.key),
        kinds,
      ),
    ).toEqual([])
  })

  it('from questions and answers, choices, changes and the legal basis', () => {
    const chapters = edition.chapters.map((chapter) => chapter.id)
    for (const one of edition.questions) {
      expect(unresolved(one.requirements, [...ids]), one.id).toEqual([])
      expect(unresolved(one.sections, sections), one.id).toEqual([])
    }
    expect(
      unresolved(
        edition.alternatives.flatMap((choice) => choice.of),
        [...ids],
      ),
    ).toEqual([])
    expect(
      unresolved(
        edition.changes.flatMap((change) => change.sections),
        sections,
      ),
    ).toEqual([])
    expect(
      unresolved(
        edition.legalBasis.flatMap((basis) => basis.sections),
        [...sections, ...chapters],
      ),
    ).toEqual([])
  })

  it('and keys are given once', () => {
    const once = (keys: readonly string[]) => expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
    once(edition.facts.map((fact) => fact.key))
    once(edition.evidenceKinds.map((kind) => kind.key))
    once(edition.terms.map((term) => term.term))
    once(edition.terms.flatMap((term) => term.forms))
    once(edition.questions.map((one) => one.id))
    once(sections)
  })
})

describe('items with sub-items', () => {
  it('say whether all or any of them are asked for, and only they do', () => {
    for (const item of requirements) {
      expect(item.combine !== undefined, item.id).toBe(children(edition, item.id).length > 0)
    }
  })

  it('ask for any one of the three kinds of password strength', () => {
    const strength = requirements.find((item) => item.id === '6.5.C-14-4')
    expect(strength?.combine).toBe('any')
    expect(children(edition, '6.5.C-14-4').map((item) => item.id)).toEqual([
      '6.5.C-14-4-a',
      '6.5.C-14-4-b',
      '6.5.C-14-4-c',
    ])
  })

  it('leave the choice between the three ways of showing a national licence', () => {
    expect(alternativesOf(edition, '6.12.C-1-2-b').map((item) => item.id)).toEqual(['6.12.C-1-2-a', '6.12.C-1-2-c'])
    expect(alternativesOf(edition, '6.5.C-1')).toEqual([])
  })
})

describe('both languages', () => {
  it('stand wherever one of them stands, neither blank nor one copied for the other', () => {
    const pairs = bilingualsIn(edition)
    expect(pairs.length).toBeGreaterThan(1000)
    for (const { where, ja, en } of pairs) {
      expect(ja.trim(), where).not.toBe('')
      expect(en.trim(), where).not.toBe('')
      expect(/[぀-ヿ一-鿿]/.test(en) && !allowedJapanese.some((word) => en.includes(word)), `${where}: ${en}`).toBe(
        false,
      )
    }
  })

  it('stand for every title, and the Japanese one is Japanese', () => {
    for (const item of requirements) expect(item.title.ja, item.id).toMatch(/[぀-ヿ一-鿿]/)
  })
})

describe('what was not checked against the official text', () => {
  const marks = (item: Requirement) => marksOf(item).join(' ')

  it('carries its mark: the number, the content, or both', () => {
    for (const item of requirements) {
      expect(marksOf(item).includes('numberUnconfirmed'), item.id).toBe(item.printedNumber.confidence === 'inferred')
      expect(marksOf(item).length === 0, `${item.id} ${marks(item)}`).toBe(item.confidence === 'confirmed')
      expect(item.source.text === 'none', item.id).toBe(item.confidence === 'recalled')
    }
  })

  it('is never called read where no document is named', () => {
    for (const item of requirements.filter((one) => one.source.text === 'whole')) {
      expect(Object.keys(item.source.places ?? {}), item.id).not.toEqual([])
    }
  })

  it('includes the contents of the safety policy, which nobody found', () => {
    const item = requirements.find((one) => one.id === '6.1.C-2-a')
    expect(item && marks(item)).toBe('numberUnconfirmed contentUnconfirmed')
  })
})

/** Words of the trade that an English text may quote. */
const allowedJapanese = [
  '別冊',
  '令和',
  '本編',
  '運用管理規程',
  'サービス仕様適合開示書',
  '外部利用',
  '数世代',
  '付表',
  '回り込み',
]

interface Pair {
  readonly where: string
  readonly ja: string
  readonly en: string
}

function bilingualsIn(value: unknown, where = ''): readonly Pair[] {
  if (typeof value !== 'object' || value === null) return []
  const own = value as { readonly ja?: unknown; readonly en?: unknown }
  if (own.ja !== undefined) return [{ where, ja: String(own.ja), en: String(own.en) }]
  return Object.entries(own).flatMap(([key, part]) => bilingualsIn(part, `${where}/${key}`))
}
