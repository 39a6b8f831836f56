import { describe, expect, it } from 'vitest'
import type { ScannedPage } from './inspect/page.ts'
import { type JudgedScan, judgeScan, mayBeTakenIn } from './judge-scan.ts'

const page = (change: Partial<ScannedPage> = {}): ScannedPage => ({
  ...{ dpi: 300, colour: 'colour', lossy: false, ink: 0.02, skew: 0 },
  ...change,
})
const scan = (change: Partial<JudgedScan> = {}): JudgedScan => ({
  ...{ inspection: { pages: [page()] }, type: 'pdf', declaredPages: 1, dueAt: null, now: '2026-11-22T00:00:00.000Z' },
  profile: {
    ...{ resolution: 300, colour: 'grey', formats: ['pdf', 'tiff'], lossy: false },
    period: { count: 1, unit: 'business-days', closedOn: [0, 6] },
  },
  ...change,
})
const of = (...pages: readonly ScannedPage[]) => ({ inspection: { pages }, declaredPages: pages.length })
const found = (change: Partial<JudgedScan>) =>
  judgeScan(scan(change)).map(({ code, weight, page }) =>
    page === undefined ? `${weight} ${code}` : `${weight} ${code} ${page}`,
  )

describe('what stands against a scan', () => {
  it.each<[string, Partial<JudgedScan>, readonly string[]]>([
    ['as the rule asks', {}, []],
    ['more than the rule asks', of(page({ dpi: 600 })), []],
    ['299.9 dots are 300', of(page({ dpi: 299.9 })), []],
    ['another format', { type: 'jpeg' }, ['stops format']],
    ['a file that cannot be opened', { inspection: { unread: { code: 'pdf-damaged', facts: {} } } }, ['stops unread']],
    ['a sheet that stuck to another', { declaredPages: 2 }, ['stops pages-differ']],
    ['a sheet too many', { ...of(page(), page()), declaredPages: 1 }, ['stops pages-differ']],
    ['one page of two too coarse', of(page(), page({ dpi: 200 })), ['stops too-coarse 2']],
    ['black and white where grey is asked', of(page({ colour: 'black-white' })), ['stops colour-lost 1']],
    ['packed with a loss', of(page({ lossy: true })), ['stops lossy 1']],
    ['no word of its resolution', of(page({ dpi: null })), ['asks resolution-unknown 1']],
    ['a blank back', of(page(), page({ ink: 0.0001, skew: null })), ['asks blank 2']],
    ['a sheet drawn in askew', of(page({ skew: -2.1 })), ['asks skewed 1']],
    ['a picture without lines', of(page({ skew: null })), []],
    ['scanned after its time', { dueAt: '2026-11-21T15:00:00.000Z' }, ['asks late']],
    ['scanned in the last moment', { dueAt: '2026-11-22T00:00:00.000Z' }, []],
  ])('%s', (_, change, expected) => {
    expect(found(change)).toEqual(expected)
  })

  it('is taken in where nothing stops it and somebody said why', () => {
    const [blank, coarse] = [judgeScan(scan(of(page({ ink: 0 })))), judgeScan(scan(of(page({ dpi: 100 }))))]
    expect([mayBeTakenIn([], undefined), mayBeTakenIn(blank, undefined), mayBeTakenIn(blank, '裏面')]).toEqual([
      true,
      false,
      true,
    ])
    expect(mayBeTakenIn(coarse, 'これでよい')).toBe(false)
  })
})
