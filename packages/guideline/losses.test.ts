import { describe, expect, it } from 'vitest'
import { type Checklist, checklistLosses, type Edition, editionLosses, loadChecklist, loadEdition } from './index.ts'

const edition = loadEdition()
const checklist = loadChecklist('mhlw-checklist-r7')
const [first, second, ...rest] = edition.requirements

if (!first || !second) throw new Error('the edition is empty')

const retired = { since: '2027-03', reason: { ja: '別の項目にまとめた', en: 'Merged into another item' } }
const withFirst = (changed: Partial<typeof first>): Edition => ({
  ...edition,
  requirements: [{ ...first, ...changed }, second, ...rest],
})

describe('a newer version of an edition', () => {
  it('is refused without an item that people may have answered, and the item is named', () => {
    const without = { ...edition, requirements: [second, ...rest] }
    expect(editionLosses(edition, without)).toEqual([{ kind: 'deleted', what: 'requirement', id: first.id }])
  })

  it('is refused where an id has come to mean something else, as when ids were numbered anew after an insertion', () => {
    const shifted = { ...edition, requirements: [{ ...second, id: first.id }, { ...first, id: second.id }, ...rest] }
    expect(editionLosses(edition, shifted)).toEqual([
      { kind: 'reused', what: 'requirement', id: first.id, before: first.title.ja, after: second.title.ja },
      { kind: 'reused', what: 'requirement', id: second.id, before: second.title.ja, after: first.title.ja },
    ])
  })

  it('is refused where an id stands twice, or one that was retired is asked again', () => {
    const twice = { ...edition, requirements: [first, first, second, ...rest] }
    expect(editionLosses(edition, twice)).toEqual([{ kind: 'twice', what: 'requirement', id: first.id }])
    expect(editionLosses(withFirst({ retired }), edition)).toEqual([
      { kind: 'revived', what: 'requirement', id: first.id },
    ])
  })

  it('is refused without a question that facilities have answered', () => {
    const [question, ...others] = edition.facts
    expect(editionLosses(edition, { ...edition, facts: others })).toEqual([
      { kind: 'deleted', what: 'question', id: question?.key },
    ])
  })

  it('may retire an item, and may give it another title that remembers the old one', () => {
    expect(editionLosses(edition, withFirst({ retired }))).toEqual([])
    const title = { ja: '別の題', en: 'Another title' }
    expect(editionLosses(edition, withFirst({ title, formerTitles: [first.title] }))).toEqual([])
    expect(editionLosses(edition, withFirst({ title }))).toMatchObject([{ kind: 'reused' }])
  })

  it('may say otherwise what is asked, of whom, how strongly, where it stands and when it applies', () => {
    const changed = withFirst({
      summary: { ja: '別の要約', en: 'Another summary' },
      printedNumber: { text: 'C.99', confidence: 'seen' },
      kind: 'D',
      parent: second.id,
      appliesWhen: { fact: 'usesPasswords' },
      checkable: 'attest',
    })
    expect(editionLosses(edition, changed)).toEqual([])
    expect(editionLosses(edition, { ...edition, requirements: edition.requirements.toReversed() })).toEqual([])
  })
})

describe('a newer version of a checklist', () => {
  const [row, ...rows] = checklist.items
  const losses = (changed: Partial<Checklist>) => checklistLosses(checklist, { ...checklist, ...changed })

  it('is refused without a row, with another row under its id, or with fewer rounds', () => {
    if (!row) throw new Error('the checklist is empty')
    expect(losses({ items: rows })).toEqual([{ kind: 'deleted', what: 'row', id: row.id }])
    const ask = { ja: '別の問い', en: 'Another question' }
    expect(losses({ items: [{ ...row, ask }, ...rows] })).toMatchObject([{ kind: 'reused', id: row.id }])
    expect(losses({ items: [{ ...row, ask, formerAsks: [row.ask] }, ...rows] })).toEqual([])
    const rounds = { ...checklist.rounds, count: 2 }
    expect(losses({ rounds })).toEqual([{ kind: 'fewer-rounds', before: 3, after: 2 }])
  })

  it('is one of the same form: the next year is another form and may ask what it likes', () => {
    expect(losses({})).toEqual([])
  })
})
