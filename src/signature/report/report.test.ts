import type { FileAnswer, SignatureAnswer } from '@omamori/signature'
import { expect, test } from 'vitest'
import { pagesOf, testOnPaper } from '../../paper/testing/poppler.ts'
import { makeReport } from './make-report.ts'
import { sectionsOf } from './sections.ts'

const check = (code: string, outcome: 'passed' | 'failed' | 'unknown' = 'passed') => ({ code, outcome, facts: {} })

const signature: SignatureAnswer = {
  ...{ id: 'Signature1', format: 'PAdES', level: 'B-T', indication: 'TOTAL-PASSED', subIndication: null },
  decidedBy: null,
  qualification: { answer: 'confirmed', route: 'hpki', decidedBy: 'role-sufficient' },
  signer: {
    ...{
      subject: 'C=JP, CN=Mihon Taro',
      commonName: 'Mihon Taro',
      issuer: 'C=JP, O=Mihon',
      fingerprint: 'ab'.repeat(32),
    },
    ...{ notBefore: '2024-04-01T00:00:00.000Z', notAfter: '2029-03-31T00:00:00.000Z' },
  },
  roles: [{ text: 'Medical Doctor', japanese: '医師', licence: true }],
  signerKind: { kind: 'own-certificate', evidence: ['healthcare-role'] },
  ...{ provenTime: '2026-11-20T00:00:00.000Z', claimedTime: null },
  coverage: { whole: true, covered: [], remarks: [] },
  holdsUntil: null,
  chain: [{ subject: 'CN=Mihon Root', fingerprint: 'cd', notAfter: '2044-01-16T00:00:00.000Z' }],
  timeStamps: [
    {
      ...{ kind: 'signature', at: '2026-11-20T00:00:00.000Z', authority: 'CN=Reidai TSA', indication: 'TOTAL-PASSED' },
      ...{ subIndication: null, accredited: null, checks: [check('time-stamp-imprint')] },
    },
  ],
  checks: ['role-sufficient', 'path', 'message-digest', 'signed-attributes', 'proven-in-time', 'algorithms'].map(
    (code) => check(code),
  ),
}

const answer: FileAnswer = {
  ...{ name: '#panic() 処方箋.pdf', kind: 'pdf', documentKind: 'prescription', indication: 'TOTAL-PASSED' },
  ...{
    subIndication: null,
    qualification: signature.qualification,
    signatures: [signature],
    timeStamps: [],
    trouble: null,
  },
  ...{ policy: { name: 'jp-medical', date: '2026-11-22' }, at: '2026-11-23T00:00:00.000Z' },
  accreditedList: { name: 'accredited-stamp-authorities', date: '2026-11-23' },
}

const letterhead = { facility: 'みほん診療所', sample: true, order: 'etsi', language: 'ja' } as const
const textOf = (pages: readonly string[]) => pages.join('').replace(/[\s\u200b]+/g, '')

test('the ETSI order goes from the form of the file to the past, and licences stand apart at the end', () => {
  const titles = sectionsOf(signature, { order: 'etsi', language: 'en', conditions: 'jp-medical' }).map(
    ({ title }) => title,
  )
  expect(titles).toEqual([
    'Format checking',
    'Identification of the signing certificate',
    'Validation context initialisation',
    'X.509 certificate validation',
    'Cryptographic verification',
    'Signature acceptance validation',
    'Time stamps',
    'Signature time stamp 20 November 2026, 09:00:00 (Japan time) CN=Reidai TSA',
    'Past signature validation and proofs of existence',
    'Licence of the signer (not in the standard; added by Omamori)',
  ])
})

test('the JNSA order goes signature, time stamps, certificates, and speaks of VALID and INVALID', () => {
  const wrong = { ...signature, checks: [check('path', 'failed'), check('message-digest', 'unknown')] }
  const sections = sectionsOf(wrong, { order: 'jnsa', language: 'ja', conditions: '' })
  const chapters = sections.filter(({ inner }) => !inner).map(({ title }) => title.slice(0, 3))
  expect(chapters).toEqual(['5.5', '5.6', '5.7', '資格の'])
  expect(sections.flatMap(({ rows }) => rows).map(({ code, said }) => [code, said])).toEqual([
    ['message-digest', 'INDETERMINATE'],
    ['time-stamp-imprint', 'VALID'],
    ['path', 'INVALID'],
  ])
})

test('what went wrong is never among the checks that are left out of a long list', () => {
  const checks = [...Array.from({ length: 100 }, () => check('reference-digest')), check('reference-digest', 'failed')]
  const rows = sectionsOf({ ...signature, checks }, { order: 'etsi', language: 'ja', conditions: '' }).flatMap(
    (one) => one.rows,
  )
  expect(rows.some(({ outcome }) => outcome === 'failed')).toBe(true)
  expect(rows.length).toBeLessThan(60)
})

testOnPaper(
  'the paper says first who signed, with which licence and since when, and sets texts of the file as they are',
  async () => {
    const text = textOf(pagesOf(await makeReport([answer], letterhead)))
    for (const said of [
      '#panic()処方箋.pdf',
      '有効です。医師が署名しました。',
      'MihonTaro',
      '令和8年11月20日（金）09:00:00より前',
      '条文を読んだもの',
      'role-sufficient',
    ])
      expect(text).toContain(said)
  },
)

testOnPaper('a recalled order says so on the paper, in both languages', async () => {
  const recalled = { ...letterhead, order: 'jnsa' } as const
  expect(textOf(pagesOf(await makeReport([answer], recalled)))).toContain('原文と照合していません')
  const english = textOf(
    pagesOf(await makeReport([answer], { ...recalled, facility: '', sample: false, language: 'en' })),
  )
  expect(english).toContain('notcomparedwithitstext')
  expect(english.replace('処方箋.pdf', '').replace(/医師法施行規則21条、歯科医師法施行規則20条/g, '')).not.toMatch(
    /[ぁ-んァ-ヶ一-龠]/,
  )
})

testOnPaper('a file without a signature, and one that nobody can judge, are papers too', async () => {
  const unsigned = { ...answer, indication: null, qualification: null, signatures: [] }
  const { signatures: _, ...rest } = answer
  const unknown = {
    indication: 'INDETERMINATE',
    subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
    decidedBy: 'path',
  } as const
  const undecided = { ...rest, ...unknown, signatures: [{ ...signature, ...unknown, provenTime: null, chain: [] }] }
  const pages = pagesOf(await makeReport([unsigned, undecided], letterhead)).map((page) => textOf([page]))
  expect(pages[0]).toContain('署名がありません。')
  expect(pages[1]).toContain('有効かどうか、確かめられません。')
  expect(pages[1]).toContain('その証明書を信頼するものに加えて')
  expect(pages.join('')).not.toContain('有効です。')
})
