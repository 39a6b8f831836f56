import { expect, test } from 'vitest'
import { verifyFile } from '../report/verify-file.ts'
import { contextAt } from '../testing/context.ts'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { testCertificate, testKey, testList } from '../testing/test-pki.ts'
import type { ValidationContext } from '../validation/context.ts'
import { validateSignature } from '../validation/validate.ts'
import { addValidationData, stampPdf } from './extend.ts'
import { signPdf } from './sign.ts'
import { pdfOf, revisedWith, smallForm, stream } from './testing-pdf.ts'
import { openPdfSignatures } from './verify.ts'

const at = (text: string): number => Date.parse(text)
const june = ['signing-2026-06-01', 'sarl-2026-06-01', 'stamp-2026-06-01'].map(testList)
const newestStampList = { crls: [testList('stamp-2026-11-01')] }
const file = pdfOf(smallForm, { kind: 'stream' })

function answerTo(bytes: Uint8Array, moment: string, more: Partial<ValidationContext> = {}): string {
  const [opened] = openPdfSignatures(bytes)
  if (opened === undefined) throw new Error('nothing opened')
  const { conclusion, provenAt } = validateSignature(opened, contextAt(moment, more))
  const sub = conclusion.indication === 'TOTAL-PASSED' ? '' : ` ${conclusion.subIndication} (${conclusion.decidedBy})`
  return `${opened.level} ${conclusion.indication}${sub}${provenAt === null ? '' : ` since ${new Date(provenAt).toISOString()}`}`
}

const signedBy = (label: string, stampedAt?: string) =>
  signPdf(file, {
    key: testKey(label),
    at: at('2026-06-01T09:00:00Z'),
    ...(stampedAt === undefined ? {} : { stamp: stampAuthority(at(stampedAt)) }),
  })

const lists = { certificates: [testCertificate('signing-ca').raw], crls: june, ocsps: [] }
const passedAtNoon = 'TOTAL-PASSED since 2026-06-01T12:00:00.000Z'

test('a signed PDF holds with a fresh list, and nothing is said of it without one', async () => {
  const signed = await signedBy('doctor')
  expect(answerTo(signed, '2026-06-02T00:00:00Z', { crls: june })).toBe('B-B TOTAL-PASSED')
  expect(answerTo(signed, '2026-06-02T00:00:00Z')).toBe('B-B INDETERMINATE TRY_LATER (revocation-known)')
})

test('the store of the document is enough, until the stamp itself has nobody to answer for it', async () => {
  const complete = addValidationData(await signedBy('doctor', '2026-06-01T12:00:00Z'), lists)
  expect(answerTo(complete, '2026-06-02T00:00:00Z')).toBe(`B-LT ${passedAtNoon}`)
  expect(answerTo(complete, '2032-01-01T00:00:00Z')).toContain('B-LT INDETERMINATE')
})

test('a document time stamp keeps it, and one more of them keeps it further', async () => {
  const complete = addValidationData(await signedBy('doctor', '2026-06-01T12:00:00Z'), lists)
  const archived = await stampPdf(complete, 'SHA-256', stampAuthority(at('2026-06-02T00:00:00Z')))
  expect(answerTo(archived, '2032-01-01T00:00:00Z', newestStampList)).toBe(`B-LTA ${passedAtNoon}`)
  const renewed = await stampPdf(archived, 'SHA-512', stampAuthority(at('2033-01-01T00:00:00Z')))
  expect(answerTo(renewed, '2033-06-01T00:00:00Z', newestStampList)).toBe(`B-LTA ${passedAtNoon}`)
})

test('a document time stamp alone proves when the signature existed', async () => {
  const stamped = await stampPdf(
    await signedBy('doctor-revoked'),
    'SHA-256',
    stampAuthority(at('2026-02-15T00:00:00Z')),
  )
  expect(answerTo(stamped, '2026-06-02T00:00:00Z', { crls: june })).toBe(
    'B-T TOTAL-PASSED since 2026-02-15T00:00:00.000Z',
  )
  const late = await stampPdf(await signedBy('doctor-revoked'), 'SHA-256', stampAuthority(at('2026-03-15T00:00:00Z')))
  expect(answerTo(late, '2026-06-02T00:00:00Z', { crls: june })).toContain('INDETERMINATE REVOKED_NO_POE')
})

test('no stamp and no list makes up for an exchanged page', async () => {
  const complete = addValidationData(await signedBy('doctor', '2026-06-01T12:00:00Z'), lists)
  const archived = await stampPdf(complete, 'SHA-256', stampAuthority(at('2026-06-02T00:00:00Z')))
  const exchanged = revisedWith(archived, { 5: stream('', 'BT (90 days) Tj ET') })
  expect(answerTo(exchanged, '2026-06-03T00:00:00Z')).toContain('TOTAL-FAILED FORMAT_FAILURE (later-changes)')
})

test('a PDF that was only stamped says since when it exists, and that nobody signed it', async () => {
  const stamped = await stampPdf(file, 'SHA-256', stampAuthority(at('2026-06-01T12:00:00Z')))
  const kept = addValidationData(stamped, { certificates: [], crls: june, ocsps: [] })
  const renewed = await stampPdf(kept, 'SHA-256', stampAuthority(at('2026-06-02T12:00:00Z')))
  const ask = (bytes: Uint8Array, crls: readonly Uint8Array[], moment: string) =>
    verifyFile({ name: 'x.pdf', bytes, documentKind: null, content: null }, contextAt(moment, { crls }), nobody)
  expect(ask(stamped, june, '2026-06-02T00:00:00Z')).toMatchObject({
    kind: 'pdf',
    indication: 'TOTAL-PASSED',
    signatures: [],
    timeStamps: [
      { kind: 'document', at: '2026-06-01T12:00:00.000Z', coverage: { whole: true, covered: ['revision'] } },
    ],
  })
  const { crls } = newestStampList
  const told = ask(renewed, crls, '2032-01-01T00:00:00Z').timeStamps.map((one) => [one.at, one.indication])
  expect(told).toEqual([
    ['2026-06-01T12:00:00.000Z', 'TOTAL-PASSED'],
    ['2026-06-02T12:00:00.000Z', 'TOTAL-PASSED'],
  ])
})

const nobody = { policies: [], sealPolicies: [] }

test('a PDF that was changed after its stamp is told as changed', async () => {
  const stamped = await stampPdf(file, 'SHA-256', stampAuthority(at('2026-06-01T12:00:00Z')))
  const changed = revisedWith(stamped, { 5: stream('', 'BT (90 days) Tj ET') })
  const question = { name: 'x.pdf', bytes: changed, documentKind: null, content: null }
  expect(verifyFile(question, contextAt('2026-06-02T00:00:00Z', { crls: june }), nobody)).toMatchObject({
    indication: 'TOTAL-FAILED',
    timeStamps: [{ decidedBy: 'later-changes', coverage: { whole: false } }],
  })
})
