import { describe, expect, it } from 'vitest'
import { emptyDraft, factsOf, isComplete, type ScanDraft } from './scan-draft.ts'

const draft = (change: Partial<ScanDraft> = {}): ScanDraft => ({
  ...{ ...emptyDraft('2026-11-22'), arrived: '0001.pdf', kind: 'consent', title: ' 同意書 ', declaredPages: 2 },
  paperAt: '2026-11-22T00:00:00.000Z',
  ...change,
})
const old = { scanCase: 'past-paper', planId: 'p', patient: '17' } as const
const dispensed = { kind: 'dispensed-prescription' }

describe('the form of the scan desk', () => {
  it.each<[string, Partial<ScanDraft>, boolean]>([
    ['at the time of care', {}, true],
    ['without a file', { arrived: '' }, false],
    ['without a kind', { kind: '' }, false],
    ['a title of blanks', { title: '　 ' }, false],
    ['nobody counted the pages', { declaredPages: undefined }, false],
    ['without the time of the paper', { paperAt: undefined }, false],
    ['old papers', { ...old, paperAt: undefined }, true],
    ['old papers of nobody', { ...old, patient: '' }, false],
    ['old papers without a plan', { ...old, planId: '' }, false],
    ['a copy whose paper has a place', { scanCase: 'convenience', keptAt: '棚', paperAt: undefined }, true],
    ['a copy whose paper has none', { scanCase: 'convenience' }, false],
    ['a dispensed prescription without its time', dispensed, false],
    ['the same as a copy', { ...dispensed, scanCase: 'convenience', keptAt: '棚' }, true],
  ])('%s: complete is %s', (_, change, complete) => {
    expect(isComplete(draft(change))).toBe(complete)
  })

  it('leaves out what its case does not ask for', () => {
    const facts = factsOf(draft({ ...old, keptAt: '棚', dispensedAt: '2026-11-22T00:00:00.000Z', remark: ' ' }))
    const paper = { kind: 'consent', title: '同意書', writtenOn: '2026-11-22', declaredPages: 2 }
    expect(facts).toEqual({ ...paper, ...old })
  })
})
