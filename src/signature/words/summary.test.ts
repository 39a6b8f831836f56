import type { FileAnswer, SignatureAnswer } from '@omamori/signature'
import { expect, test } from 'vitest'
import { namedDocumentKind } from '../document-kinds.ts'
import { summaryOf } from './summary.ts'

const signature: SignatureAnswer = {
  ...{ id: '1', format: 'CAdES', level: 'B-B', indication: 'TOTAL-PASSED', subIndication: null, decidedBy: null },
  qualification: { answer: 'insufficient-role', route: 'hpki', decidedBy: 'role-sufficient' },
  ...{ signer: null, provenTime: null, claimedTime: null, holdsUntil: null, chain: [], timeStamps: [], checks: [] },
  roles: [
    { text: 'Pharmacist', japanese: '薬剤師', licence: true },
    { text: 'Director of Hospital', japanese: '病院長', licence: false },
  ],
  signerKind: { kind: 'unknown', evidence: [] },
  coverage: {
    whole: false,
    covered: [],
    remarks: [{ code: 'later-revision-permitted', facts: { change: 'field-filled', page: 2 } }],
  },
}

const answerWith = (more: Partial<SignatureAnswer>): FileAnswer => {
  const one = { ...signature, ...more }
  return {
    ...{ name: 'x.pdf', kind: 'pdf', documentKind: 'prescription', signatures: [one], timeStamps: [], trouble: null },
    ...{ indication: one.indication, subIndication: one.subIndication, qualification: one.qualification },
    ...{ policy: { name: 'jp-medical', date: '2026-11-22' }, at: '2026-11-23T00:00:00.000Z' },
    accreditedList: { name: 'accredited-stamp-authorities', date: '2026-11-23' },
  }
}
const prescription = namedDocumentKind('prescription')
const unverified = { answer: 'unverified', route: 'hpki', decidedBy: 'signature-holds' } as const

test('a valid signature with another licence is valid, and beside it stands that the licence is not enough', () => {
  const summary = summaryOf(answerWith({}), 'ja', prescription)
  expect(summary).toMatchObject({
    verdict: 'valid',
    headline: '有効です。',
    licensed: { verdict: 'invalid', headline: '「処方箋」に必要な資格の署名ではありません。' },
  })
  expect(summary.next[0]).toContain('医師か歯科医師の署名')
})

test.each([
  ['INDETERMINATE', 'TRY_LATER', 'undecided'],
  ['TOTAL-FAILED', 'HASH_FAILURE', 'invalid'],
] as const)('%s is never said to be valid, in either language', (indication, subIndication, verdict) => {
  for (const language of ['ja', 'en'] as const) {
    const signerKind = { kind: 'own-certificate', evidence: [] } as const
    const wrong = { indication, subIndication, qualification: unverified, signerKind }
    const summary = summaryOf(answerWith(wrong), language, prescription)
    expect(summary.verdict).toBe(verdict)
    expect(JSON.stringify(summary)).not.toMatch(/有効です|"Valid/)
    expect(summary.next.length).toBeGreaterThan(0)
    for (const said of [summary.signatures[0]?.licence, summary.signatures[0]?.signerKind])
      expect(said).toMatch(/確かではありません|is not confirmed/)
  }
})

test('an office is said to be none of a licence, and a later change is named with its page', () => {
  const [one] = summaryOf(answerWith({}), 'ja', null).signatures
  expect(one?.licence).toBe('薬剤師、病院長（役職で、免許の資格ではありません）')
  expect(one?.coverage).toEqual([
    '文書の全体にはかかっていません',
    '署名のあとに、許された変更がある：入力欄への記入 p. 2',
  ])
})

test('a file that cannot be looked into and one without a signature have no verdict', () => {
  const none = { ...answerWith({}), indication: null, subIndication: null, signatures: [] }
  expect(summaryOf(none, 'ja', null)).toMatchObject({ verdict: 'none', headline: '署名がありません。' })
  const trouble = { reason: 'pdf-encrypted', facts: {} }
  expect(summaryOf({ ...none, trouble }, 'en', null)).toMatchObject({
    verdict: 'none',
    headline: 'The file could not be looked into.',
  })
})

test('a time stamp alone says since when, and that nobody signed', () => {
  const stamp = {
    ...{ id: 'x.tst', kind: 'document', at: '2026-11-20T00:00:00.000Z', authority: null, policy: '1.2', checks: [] },
    ...{ indication: 'TOTAL-PASSED' as const, subIndication: null, decidedBy: null, accredited: null },
    coverage: { whole: true, covered: [], remarks: [] },
  }
  const told = { ...answerWith({}), qualification: null, signatures: [], timeStamps: [stamp] }
  expect(summaryOf(told, 'ja', null)).toMatchObject({
    verdict: 'valid',
    headline: '令和8年11月20日（金）09:00:00より前からありました。',
    licensed: { headline: 'タイムスタンプだけで、だれの署名もありません。' },
  })
})

test('a role in a certificate that is none of HPKI is never told as a licence, even beside one that is confirmed', () => {
  const confirmed = { answer: 'confirmed', route: 'hpki', decidedBy: 'role-sufficient' } as const
  const other = { answer: 'not-hpki', route: 'none', decidedBy: 'hpki-policy' } as const
  const doctor = { text: 'Medical Doctor', japanese: '医師', licence: true }
  const told = answerWith({ qualification: confirmed, roles: [doctor] })
  const signatures = [...told.signatures, { ...signature, qualification: other }]
  const summary = summaryOf({ ...told, signatures }, 'ja', prescription)
  expect(summary.headline).toBe('有効です。医師が署名しました。')
  expect(summary.why).toContain('署名が2つあり')
  expect(summary.signatures[1]?.licence).toContain('確かではありません')
  expect(summary.signatures[1]?.headline).toBe('有効です。')
})
