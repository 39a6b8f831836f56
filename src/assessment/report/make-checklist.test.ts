import { loadChecklist, loadEdition } from '@omamori/guideline'
import { expect, test } from 'vitest'
import type { Facility } from '#registry/contract'
import { pagesOf, testOnPaper } from '../../paper/testing/poppler.ts'
import type { Confirmation } from '../checklist/contract.ts'
import { presentChecklist } from '../checklist/present-checklist.ts'
import { proposeChecklist } from '../checklist/propose.ts'
import { assess } from '../judge.ts'
import { withFact } from '../testing/change.ts'
import { compliantFacility, ON } from '../testing/compliant-facility.ts'
import { makeChecklist } from './make-checklist.ts'

const edition = loadEdition()
const checklist = loadChecklist('mhlw-checklist-r7')
const sample: Facility = { ...compliantFacility, sample: true }

function paperOf(
  facility: Facility,
  confirmations: readonly Confirmation[] = [],
  language: 'ja' | 'en' = 'ja',
): Promise<Uint8Array> {
  const assessment = assess({ edition, facility, attestations: [], exemptions: [], on: ON })
  const filled = proposeChecklist({ checklist, assessment, facility, confirmations, on: ON })
  return makeChecklist({ view: presentChecklist(filled, { checklist, edition, language }), responsible: '例題 花子' })
}

const plain = (pages: readonly string[]) => pages.map((page) => page.replace(/[\s\u200b]+/g, ''))

const yes: Confirmation = {
  sheet: 'facility',
  itemId: 'unused-accounts-removed',
  round: 1,
  answer: 'yes',
  checkedOn: '2026-11-20',
  by: '例題 一郎',
  version: 1,
}

test('the same input gives the same bytes', async () => {
  const [first, second] = await Promise.all([paperOf(sample), paperOf(sample)])
  expect(Buffer.from(first).equals(second)).toBe(true)
})

testOnPaper('the rows stand in the order of the form, and a number that was not seen is not printed', async () => {
  const text = plain(pagesOf(await paperOf(sample))).join('')
  const own = text.slice(0, text.indexOf('事業者確認用'))
  expect(own.match(/[①-⑳]/g)?.join('')).toBe('①①②③⑥⑦⑧⑨⑩⑫⑬①②')
  const topics = ['体制構築', '医療情報システムの管理・運用', 'インシデント発生に備えた対応', '規程類の整備']
  const places = topics.map((topic) => own.indexOf(topic))
  expect([...places].sort((a, b) => a - b)).toEqual(places)
  expect(places).not.toContain(-1)
})

testOnPaper('every page of a sample says so, and a real facility’s does not', async () => {
  const pages = plain(pagesOf(await paperOf(sample)))
  expect(pages.length).toBeGreaterThan(2)
  expect(pages.filter((page) => !page.startsWith('見本'))).toEqual([])
  const real = plain(pagesOf(await paperOf({ ...compliantFacility, sample: false })))
  expect(real.filter((page) => page.startsWith('見本'))).toEqual([])
})

testOnPaper('an answer is printed with its day, and a proposal only as a proposal', async () => {
  const text = plain(pagesOf(await paperOf(sample, [yes]))).join('')
  expect(text).toContain('確認日令和8年11月20日')
  expect(text.match(/令和8年11月20日/g)).toHaveLength(1)
  expect(text).toContain('点検からの提案：はい（人の確認はまだです）')
  expect(text).not.toContain('いまの点検では不適合です')
})

testOnPaper('a yes that the assessment contradicts carries the contradiction', async () => {
  const short = withFact(sample, ['systems', 'emr', 'access', 'activeLeaverAccounts'], 2)
  const text = plain(pagesOf(await paperOf(short, [yes]))).join('')
  expect(text).toContain('※「はい」と答えていますが、いまの点検では不適合です。')
})

testOnPaper('a supplier’s sheet names the supplier and says nothing of what was found', async () => {
  const pages = plain(pagesOf(await paperOf(sample)))
  const text = pages.slice(pages.findIndex((page) => page.includes('事業者確認用'))).join('')
  expect(text).toContain(`事業者名${sample.suppliers?.[0]?.name.replace(/\s/g, '')}`)
  expect(text).not.toContain('提案')
})

testOnPaper('whose words these are stands on each sheet, in both languages', async () => {
  const japanese = plain(pagesOf(await paperOf(sample))).join('')
  const english = plain(pagesOf(await paperOf(sample, [], 'en'))).join('')
  expect(japanese.match(/確認内容の文は当ソフトウェアの言葉です/g)?.length).toBe(2)
  expect(english.match(/Thequestionsareinourownwords/g)?.length).toBe(2)
})

testOnPaper('names that look like markup are printed as they are', async () => {
  const name = '#panic() $x$ *太* @foo'
  const text = plain(pagesOf(await paperOf({ ...sample, profile: { ...sample.profile, name } }))).join('')
  expect(text).toContain('#panic()$x$*太*@foo')
})
