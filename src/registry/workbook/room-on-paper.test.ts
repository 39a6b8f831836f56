import { describe, expect, it } from 'vitest'
import { heightOf, pagesAcross } from './room-on-paper.ts'
import type { SheetPlan } from './workbook.ts'

const plan = (...widths: readonly number[]): SheetPlan => ({
  name: '',
  head: '',
  columns: widths.map((width) => ({ width })),
  rows: [],
  pullDowns: [],
})

describe('the height of a row', () => {
  it('is left to the program where every cell has one line', () => {
    expect(heightOf(['電子カルテ', 12, undefined, true], plan(20, 8, 8, 8))).toBe(undefined)
  })
  it('holds the lines that somebody wrote', () => {
    expect(heightOf(['a\nb\nc'], plan(20))).toBe(45)
  })
  it('holds the lines into which a long text falls, Japanese letters counted as wide', () => {
    expect(heightOf(['a'.repeat(30)], plan(21))).toBe(30)
    expect(heightOf(['あ'.repeat(30)], plan(21))).toBe(60)
    expect(heightOf(['ｱ'.repeat(30)], plan(21))).toBe(30)
  })
  it('is that of the cell with most lines, and not more than a program can draw', () => {
    expect(heightOf(['a', 'b\nb'], plan(9, 9))).toBe(30)
    expect(heightOf(['あ'.repeat(8000)], plan(30))).toBe(409)
  })
  it('heeds no column that is not shown', () => {
    expect(
      heightOf(['backupIsOffline', 'はい'], { ...plan(4, 9), columns: [{ width: 4, hidden: true }, { width: 9 }] }),
    ).toBe(undefined)
  })
})

describe('a sheet on paper', () => {
  it('is one page wide while it can be read so', () => {
    expect(pagesAcross(plan(100, 100))).toBe(1)
  })
  it('is laid on several pages side by side when it is wider, hidden columns not counted', () => {
    expect(pagesAcross(plan(100, 100, 100))).toBe(2)
    const wide = plan(100, 100, 100)
    expect(pagesAcross({ ...wide, columns: wide.columns.map((one, at) => ({ ...one, hidden: at > 0 })) })).toBe(1)
  })
})
