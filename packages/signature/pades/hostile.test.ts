import { describe, expect, test } from 'vitest'
import { testKey } from '../testing/test-pki.ts'
import { laterChanges } from './changes/later-changes.ts'
import { objectOf } from './pdf/objects.ts'
import { openPdfFile } from './pdf/open.ts'
import { cursor, readValue } from './pdf/read-value.ts'
import { reference } from './pdf/value.ts'
import { signPdf } from './sign.ts'
import { pdfOf, revisedWith, smallForm, stream } from './testing-pdf.ts'
import { openPdfSignatures } from './verify.ts'

const signer = { key: testKey('doctor'), at: Date.UTC(2026, 5, 1) }
const repeated = (count: number, text: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join('')

/** What is said of a signed file of these objects once a further revision has been added. */
async function saidOf(objects: readonly string[]) {
  const bytes = revisedWith(await signPdf(pdfOf(objects), signer), { 5: stream('', 'x') })
  return openPdfSignatures(bytes)[0]
}

describe('files that are made to exhaust a reader are left undecided, not believed', () => {
  test('a thousand pages that share a list of a hundred thousand annotations', async () => {
    const base = [...smallForm.slice(0, 13)]
    const first = base.length + 2
    base.push(`[${repeated(100_000, () => '9 0 R ')}]`)
    const pages = Array.from({ length: 1000 }, () => `<</Type/Page /Parent 2 0 R /Annots ${first - 1} 0 R>>`)
    const tree = `<</Type/Pages /Count 1000 /Kids[${repeated(1000, (i) => `${first + i} 0 R `)}]>>`
    const opened = await saidOf([...base.with(1, tree), ...pages])
    expect(opened?.conclusion).toMatchObject({ indication: 'INDETERMINATE', subIndication: 'SIG_CONSTRAINTS_FAILURE' })
    expect(opened?.coverage.remarks[0]).toMatchObject({
      code: 'later-revision-unclear',
      facts: { reason: 'pdf-too-much-to-compare' },
    })
  })

  test('objects that stand inside one another, so that each octet is read thousands of times', () => {
    const count = 5000
    const body = `%PDF-1.7\n${repeated(count, (i) => `${String(i + 1).padStart(4, '0')} 0 obj(`)}${')endobj '.repeat(count)}`
    const rows = repeated(count, (i) => `${String(9 + i * 11).padStart(10, '0')} 00000 n \n`)
    const text = `${body}xref\n1 ${count}\n${rows}trailer<</Size ${count + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`
    const file = openPdfFile(Buffer.from(text, 'latin1'))
    const readAll = () => {
      for (let number = 1; number <= count; number++) objectOf({ file, revision: 0 }, reference(number))
    }
    expect(readAll).toThrow('pdf-too-much-to-read')
  })

  test('more values than memory is for', () => {
    const cur = cursor(Buffer.from(`[${'[]'.repeat(1000)}]`), 0, { bytes: 10_000, values: 1000 })
    expect(() => readValue(cur)).toThrow('pdf-too-many-values')
  })

  test('a signed file of more revisions than anybody saves is not called wrong', async () => {
    let text = Buffer.from(await signPdf(pdfOf(smallForm), signer)).toString('latin1')
    let previous = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
    for (let i = 0; i < 1000; i++) {
      const at = text.length
      text += `xref\ntrailer<</Size 100/Root 1 0 R/Prev ${previous}>>\nstartxref\n${at}\n%%EOF\n`
      previous = at
    }
    const [opened] = openPdfSignatures(Buffer.from(text, 'latin1'))
    expect(opened?.conclusion).toMatchObject({ indication: 'INDETERMINATE', decidedBy: 'pdf-readable' })
  })

  test('a chain of ten thousand objects is no deeper than a list', async () => {
    const chain = Array.from({ length: 10_000 }, (_, i) => `<</Next ${15 + i} 0 R>>`)
    const objects = [...smallForm.with(0, (smallForm[0] ?? '').replace('/Lang', '/Outlines 14 0 R /Lang')), ...chain]
    const signed = await signPdf(pdfOf(objects), signer)
    const file = openPdfFile(revisedWith(signed, { 9000: '<</Next null /Title(X)>>' }))
    expect(laterChanges(file, 1).coverage.remarks).toMatchObject([
      { facts: { change: 'structure-changed', key: 'Outlines' } },
    ])
  })
})
