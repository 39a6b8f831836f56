import { expect } from 'vitest'
import { pagesOf, testOnPaper } from '../../../../paper/testing/poppler.ts'
import type { DestructionView } from '../../wire.ts'
import { setDestruction } from './print-destruction.ts'

const law = { ja: '医師法24条・歯科医師法23条', en: 'Medical Practitioners Act art. 24, Dentists Act art. 23' }
const duty = {
  from: 'law',
  id: 'medical-practitioners',
  law,
  years: 5,
  startsWith: 'completion',
  conf: 'seen',
} as const
const view: DestructionView = {
  ...{ destructionId: 'd-1', number: 3, reason: '保存期間の終わり #panic()', state: 'carried-out' },
  ...{ proposedBy: '例題 一郎', proposedAt: '2026-11-20T01:00:00.000Z' },
  ...{
    endedBy: '見本 太郎',
    endedAt: '2026-11-22T01:00:00.000Z',
    endReason: '承認のとおり',
    backupsUntil: '2027-02-28',
  },
  approvals: [
    { name: '見本 太郎', approvedOn: '2026-11-21', writtenBy: '見本 太郎' },
    { name: '例題 四郎', organisation: '例題市医師会', approvedOn: '2026-11-21', writtenBy: '例題 花子' },
  ],
  items: [...Array(40).keys()].map((index) => ({
    documentId: `6f0f0f0e-0000-4000-8000-0000000000${String(index + 10)}`,
    ...{ kind: { ja: '診療録', en: 'Medical record' }, standing: 'original' as const, storedOn: '2020-01-10' },
    ...{ endsOn: '2026-03-31', endings: [{ duty, startedOn: '2021-03-31', endsOn: '2026-03-31' }] },
  })),
}
const head = { facility: { name: 'みほん診療所', sample: true }, on: '2026-11-22', language: 'ja' } as const
const textOf = async (change: Partial<DestructionView> = {}, language: 'ja' | 'en' = 'ja') =>
  pagesOf(await setDestruction({ ...view, ...change }, { ...head, language }))
    .join('')
    .replace(/[\s\u200b]+/g, '')

testOnPaper(
  'the certificate says what was destroyed, by whom, on what law, and until when backups hold keys',
  async () => {
    const text = await textOf()
    for (const said of [
      ...['廃棄証明書', '第3号', '#panic()', '例題市医師会例題四郎', '書き写した人：例題花子', '令和9年2月28日'],
      ...['6f0f0f0e-0000-4000-8000-000000000049', '医師法24条・歯科医師法23条［条文は未確認］', '令和8年3月31日'],
    ])
      expect(text).toContain(said)
    expect(text).not.toContain('所属・氏名')
  },
)

testOnPaper('where nobody knows until when backups hold the keys, it says so', async () => {
  expect(await textOf({ backupsUntil: undefined })).toContain('記録されていません')
})

testOnPaper('before, it is a list with room for the signature of somebody outside, and certifies nothing', async () => {
  const text = await textOf({ state: 'proposed', endedBy: undefined, endedAt: undefined, endReason: undefined })
  expect(text).toContain('所属・氏名')
  expect(text).not.toContain('証明')
})

testOnPaper('in English it says the same', async () => {
  expect(await textOf({}, 'en')).toContain('Certificateofdestruction')
})
