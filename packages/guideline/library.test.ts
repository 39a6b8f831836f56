import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openLibrary, ownLibrary, requirement, UnusableData } from './index.ts'
import { writeChecklist, writeEdition } from './testing.ts'

const base = mkdtempSync(join(tmpdir(), 'omamori-library-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))
const folder = () => mkdtempSync(join(base, 'guideline-'))

const R7 = 'mhlw-checklist-r7'
const R8 = 'mhlw-checklist-r8'
const nextYear = { fiscalYear: 2026, publishedIn: '2026-05', shortTitle: { ja: '令和8年度', en: 'Fiscal 2026' } }
const CHAPTER = 'chapter-06-02.yaml'

function issuesOf(open: () => unknown) {
  try {
    open()
  } catch (error) {
    if (error instanceof UnusableData) return error.issues
    throw error
  }
  return []
}

describe('a folder of data beside the installation', () => {
  it('is not needed', () => {
    expect(openLibrary(join(base, 'nowhere'))).toBe(ownLibrary)
  })

  it("brings next year's checklist, which is in force from the month in which it was published", () => {
    const place = folder()
    writeChecklist(place, R8, (raw) => ({ ...raw, ...nextYear }))
    const library = openLibrary(place)
    expect(library.checklists()).toEqual([R7, R8])
    expect(library.checklistInForce('2026-04-30').id).toBe(R7)
    expect(library.checklistInForce('2026-05-01').id).toBe(R8)
    expect(library.checklistBefore(library.loadChecklist(R8))?.id).toBe(R7)
    expect(library.checklistBefore(library.loadChecklist(R7))).toBe(undefined)
    expect(ownLibrary.checklists()).toEqual([R7])
  })

  it('brings a newer version of the edition, and that one counts', () => {
    const place = folder()
    const title = { ja: '扱う情報を全部書き出す', en: 'Write down all information' }
    writeEdition(place, 'mhlw-5.2', CHAPTER, (items) =>
      items.map((item) => (item.id === '6.2.C-1' ? { ...item, title, formerTitles: [item.title] } : item)),
    )
    const library = openLibrary(place)
    expect(library.editions()).toEqual(['mhlw-5.2'])
    expect(requirement(library.loadEdition(), '6.2.C-1')?.title).toEqual(title)
    expect(requirement(ownLibrary.loadEdition(), '6.2.C-1')?.title.ja).toBe('取扱情報の全件リスト化')
  })

  it('is refused at once where it would lose answers, with every id that would be lost', () => {
    const place = folder()
    writeEdition(place, 'mhlw-5.2', CHAPTER, (items) => items.filter(({ id }) => id !== '6.2.C-1' && id !== '6.2.C-2'))
    expect(issuesOf(() => openLibrary(place))).toEqual([
      { kind: 'deleted', what: 'requirement', id: '6.2.C-1' },
      { kind: 'deleted', what: 'requirement', id: '6.2.C-2' },
    ])
  })

  it('is refused where it leads nowhere or in a circle', () => {
    const place = folder()
    writeEdition(place, 'mhlw-5.2', CHAPTER, (items) =>
      items.map((item) => {
        if (item.id === '6.2.C-1') return { ...item, parent: '6.2.C-2' }
        if (item.id === '6.2.C-2') return { ...item, parent: '6.2.C-1' }
        return item.id === '6.2.C-3' ? { ...item, appliesWhen: { fact: 'nobodyAsksThis' } } : item
      }),
    )
    expect(issuesOf(() => openLibrary(place))).toEqual([
      { kind: 'unresolved', id: '6.2.C-1', at: '6.2.C-2' },
      { kind: 'unresolved', id: '6.2.C-2', at: '6.2.C-1' },
      { kind: 'unresolved', id: '6.2.C-3', at: 'nobodyAsksThis' },
    ])
    const other = folder()
    writeChecklist(other, R8, ({ items, ...raw }) => ({
      ...raw,
      items: (items as readonly object[]).map((item, index) =>
        index === 0 ? { ...item, seeAlso: ['6.99.C-1'] } : item,
      ),
    }))
    expect(issuesOf(() => openLibrary(other))).toMatchObject([{ kind: 'unresolved', at: '6.99.C-1' }])
  })

  it('is refused where it cannot be read, and the place is named', () => {
    const place = folder()
    writeChecklist(place, R8, (raw) => ({ ...raw, fiscalYear: 'next' }))
    expect(issuesOf(() => openLibrary(place))).toMatchObject([
      { kind: 'unreadable', at: expect.stringContaining('fiscalYear') },
    ])
    writeFileSync(join(place, R8, 'checklist.yaml'), 'items: [')
    expect(issuesOf(() => openLibrary(place))).toMatchObject([{ kind: 'unreadable' }])
  })
})
