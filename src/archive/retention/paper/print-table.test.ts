import { expect } from 'vitest'
import { pagesOf, testOnPaper } from '../../../paper/testing/poppler.ts'
import type { RetentionTable, RuleView } from '../wire.ts'
import { setTable } from './print-table.ts'

const law = { ja: '療担規則9条', en: 'Rules for Insured Care art. 9' }
const duty = { from: 'law', id: 'insurance-records', law, years: 3, startsWith: 'completion', conf: 'seen' } as const
const written = { writtenBy: '見本 太郎', writtenAt: '2026-11-22T01:00:00.000Z' }
const rule: RuleView = {
  ...{ ruleId: 'r-1', number: 1, about: 'kind', target: 'consent', years: 10, startsWith: 'stored' },
  ...{ source: '見本診療所 文書規程 第3条 #panic()', checkedOn: '2026-11-20', stands: true, ...written },
}
const view: RetentionTable = {
  ...{ today: '2026-11-22', version: '2026-11-22', laws: [], may: { rule: true } },
  kinds: [
    { kind: 'test-result', ja: '検査結果', en: 'Test result', duties: [duty] },
    { kind: 'consent', ja: '同意書', en: 'Consent', duties: [] },
  ],
  copies: [{ standing: 'copy', duties: [] }],
  rules: [{ ...rule, years: 12, source: '古い規程', stands: false }, rule],
  keepers: [
    {
      ...{ keeperId: 'k-1', number: 1, event: 'closure', onDay: '2027-03-31', keeper: '例題 一郎' },
      ...{ contact: '098-000-0001', source: '届出', ...written },
    },
  ],
}
const textOf = async (language: 'ja' | 'en') =>
  pagesOf(await setTable(view, { name: 'みほん診療所', sample: true }, language))
    .join('')
    .replace(/[\s\u200b]+/g, '')

testOnPaper('the paper has the table with its marks, the rules that stand, and who keeps the documents', async () => {
  const text = await textOf('ja')
  for (const said of [
    ...['文書保存期間一覧', '診療が完結した日から3年療担規則9条［条文は未確認］', '保管した日から10年', '#panic()'],
    ...['閉院・閉局', '例題一郎', '098-000-0001', '書かれていない', '令和9年3月31日'],
  ])
    expect(text).toContain(said)
  expect(text).not.toContain('古い規程')
})

testOnPaper('in English it says the same', async () => {
  expect(await textOf('en')).toContain('3yearsfromthecompletionofthetreatment')
})
