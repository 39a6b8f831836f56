import { expect, test } from 'vitest'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { testKey, testList } from '../testing/test-pki.ts'
import { addValidationData, stampPdf } from './extend.ts'
import { fuzzPdf } from './fuzz.ts'
import { signPdf } from './sign.ts'
import { pdfOf, smallForm } from './testing-pdf.ts'

const at = Date.UTC(2026, 5, 1)
const signer = { key: testKey('doctor'), at, stamp: stampAuthority(at) }
const table = await signPdf(pdfOf(smallForm), signer)
const kept = addValidationData(table, { certificates: [], crls: [testList('signing-2026-06-01')], ocsps: [] })
const samples = [
  table,
  await signPdf(pdfOf(smallForm, { kind: 'stream' }), signer),
  await stampPdf(kept, 'SHA-256', stampAuthority(at)),
]

test('of a thousand mutated signed PDFs none is believed and none does harm', () => {
  expect(fuzzPdf(samples, 2026, 0, 1000)).toEqual({ mutants: 1000, accepted: [], thrown: [] })
})
