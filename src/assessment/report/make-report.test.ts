import { expect, test } from 'vitest'
import { fontsOf, pagesOf, reachOf, testOnPaper } from '../../paper/testing/poppler.ts'
import { makeReport } from './make-report.ts'
import { reportExample } from './testing/report-example.ts'

const MARGIN_POINTS = (15 / 25.4) * 72
const A4_WIDTH_POINTS = (210 / 25.4) * 72
// At the end of a line the empty half of a closing bracket stands in the margin, as it should.
const EMPTY_HALF_POINTS = 6

const plain = (page: string | undefined): string => (page ?? '').replace(/[\s\u200b]+/g, '')

test('the same input gives the same bytes', async () => {
  const [first, second] = await Promise.all([makeReport(reportExample()), makeReport(reportExample())])
  expect(Buffer.from(first).equals(second)).toBe(true)
})

test('a paper that cannot be set is a fault, and the next one is made all the same', async () => {
  const broken = reportExample('ja')
  await expect(makeReport({ ...broken, assessment: { ...broken.assessment, on: '2026-99-99' } })).rejects.toThrow(
    'the paper could not be set',
  )
  expect((await makeReport(broken)).byteLength).toBeGreaterThan(10_000)
})

testOnPaper('the director’s page comes first and carries what is to be signed', async () => {
  const [first, second] = pagesOf(await makeReport(reportExample())).map(plain)
  for (const words of [
    '決裁',
    '安全管理責任者',
    'みほん診療所',
    '院長見本太郎様',
    'きょう決めていただくことが、1つあります。',
  ])
    expect(first).toContain(words)
  for (const words of [
    'ルーターの更新を、保守会社に頼む。',
    '行わない（理由を裏面に）',
    '院長からの指示',
    '令和8年11月22日（日）',
  ])
    expect(first).toContain(words)
  expect(first).toContain('自己点検であり、国や第三者の認証ではありません。')
  expect(second).toContain('章ごとの結果')
})

testOnPaper('the figures on the paper are the figures of the assessment', async () => {
  const input = reportExample()
  const { C, D } = input.assessment.counts
  const [first = '', second = ''] = pagesOf(await makeReport(input))
  const total = C.met + C['not-met'] + C.unknown
  expect(
    first
      .match(/今回\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)/)
      ?.slice(1)
      .map(Number),
  ).toEqual([C.met, C['not-met'], C.unknown, total])
  expect(plain(first)).toContain(`対象外${C['not-applicable']}（合計に含みません）`)
  expect(plain(first)).toContain(`●適合${D.met}▲不適合${D['not-met']}？未確認${D.unknown}`)
  const sums = /^\s*計((?:\s+\d+){10})/m.exec(second)?.[1]?.trim().split(/\s+/).map(Number)
  const row = (counts: typeof C) => [
    counts.met,
    counts['not-met'],
    counts.unknown,
    counts.met + counts['not-met'] + counts.unknown,
    counts['not-applicable'],
  ]
  expect(sums).toEqual([...row(C), ...row(D)])
})

testOnPaper('every page says that it is a sample, whose it is and which page of how many', async () => {
  for (const [language, mark] of [
    ['ja', '見本みほん診療所'],
    ['en', 'SAMPLEみほん診療所'],
  ] as const) {
    const pages = pagesOf(await makeReport(reportExample(language))).map(plain)
    expect(pages.length).toBeGreaterThan(5)
    expect(pages.length).toBeLessThanOrEqual(20)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(mark)
      expect(page).toMatch(new RegExp(`${index + 1}／${pages.length}$`))
    }
  }
})

testOnPaper('a real facility’s paper does not say sample', async () => {
  const { assessment } = reportExample()
  const pages = pagesOf(
    await makeReport(reportExample('ja', { director: '例題 花', assessment: { ...assessment, sample: false } })),
  )
  expect(plain(pages[0])).not.toContain('見本')
})

testOnPaper('every requirement is in the list of all', async () => {
  const input = reportExample()
  const pages = pagesOf(await makeReport(input)).map(plain)
  const list = pages.slice(pages.findIndex((page) => page.includes('全項目の状態と証拠'))).join('')
  expect(input.assessment.requirements.filter(({ title }) => !list.includes(plain(title)))).toEqual([])
})

testOnPaper('rare letters of names are printed, from fonts that travel with the paper', async () => {
  const pdf = await makeReport(reportExample('ja', { facilityName: '髙﨑𠮷診療所' }))
  expect(plain(pagesOf(pdf)[0])).toContain('髙﨑𠮷診療所')
  const fonts = fontsOf(pdf)
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font).toMatch(/NotoSansJP-(Regular|Bold)\s.*\syes\s+yes\s+yes\s/)
})

testOnPaper('names that look like markup are printed as they are', async () => {
  const hostile = '#import "@preview/x:1.0.0": y'
  const pdf = await makeReport(
    reportExample('ja', {
      facilityName: hostile,
      director: '$x$ \\ @foo *太* _郎_ <a> #panic()',
      createdBy: '#read("/etc/passwd")',
    }),
  )
  const [first] = pagesOf(pdf).map(plain)
  expect(first).toContain(plain(hostile))
  expect(first).toContain(plain('$x$ \\ @foo *太* _郎_ <a> #panic()'))
  expect(first).toContain('#read("/etc/passwd")')
})

testOnPaper('long names wrap inside the margins and the director’s page stays one page', async () => {
  const facilityName = `医療法人${'長'.repeat(110)}診療所`
  const director = `Maximilian${'x'.repeat(110)}`
  const { assessment } = reportExample()
  const gaps = assessment.gaps.map((gap) => ({ ...gap, owner: director, ask: director }))
  const pdf = await makeReport(reportExample('ja', { facilityName, director, assessment: { ...assessment, gaps } }))
  const pages = pagesOf(pdf).map(plain)
  expect(pages[0]).toContain(facilityName)
  expect(pages[0]).toContain(director)
  expect(pages[1]).toContain('章ごとの結果')
  const { from, to } = reachOf(pdf)
  expect(from).toBeGreaterThan(MARGIN_POINTS - EMPTY_HALF_POINTS)
  expect(to).toBeLessThan(A4_WIDTH_POINTS - MARGIN_POINTS + EMPTY_HALF_POINTS)
})

testOnPaper('five decisions fit on the director’s page', async () => {
  const [decision] = reportExample().decisions
  const decisions = Array.from({ length: 5 }, () => ({ title: '', detail: '', ...decision }))
  const pages = pagesOf(await makeReport(reportExample('ja', { decisions }))).map(plain)
  expect(pages[0]).toContain('きょう決めていただくことが、5つあります。')
  expect(pages[0]).toContain('責任者例題花子')
  expect(pages[1]).toContain('章ごとの結果')
})
