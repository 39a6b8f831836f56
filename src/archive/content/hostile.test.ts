import { expect, it } from 'vitest'
import { createDice } from '../../../packages/signature/fuzz/dice.ts'
import { mutate } from '../../../packages/signature/fuzz/mutate.ts'
import { readContent } from './read-content.ts'
import { inJapaneseEncodings, sample, zipOf } from './testing.ts'

const codesOf = async (bytes: Uint8Array, name: string) =>
  (await readContent(bytes, name)).unread.map(({ code }) => code)

const text = (content: string) => Buffer.from(content)
const changed = (bytes: Uint8Array, at: number, hexadecimal: string): Uint8Array => {
  const copy = Buffer.from(bytes)
  copy.set(Buffer.from(hexadecimal, 'hex'), at)
  return copy
}
/** Two pages, the second of which names the first as the next. */
const circle = Buffer.from('49492a0008000000000014000000000000000000', 'hex')
circle.set([0, 0, 14, 0, 0, 0], 8)
circle.set([0, 0, 8, 0, 0, 0], 14)

it('a DICOM element of four gigabytes is not believed, and what stands before it is read', async () => {
  const whole = sample('chrH31.dcm')
  const name = Buffer.from(whole).indexOf(Buffer.from('10001000504e', 'hex'))
  const long = changed(whole, name, '100010004f420000fffffffe')
  expect(await readContent(long, 'x.dcm')).toMatchObject({ documentType: 'OT', unread: [{ code: 'dicom-cut-short' }] })
})

it('sequences within sequences end at a depth, without a call for each', async () => {
  const head = Buffer.from(sample('chrH31.dcm')).subarray(0, Buffer.from(sample('chrH31.dcm')).indexOf('OT') - 8)
  const nested = Buffer.from(
    '0800401153510000ffffffff'.concat('feff00e0ffffffff0800401153510000ffffffff'.repeat(5000)),
    'hex',
  )
  expect(await codesOf(Buffer.concat([head, nested]), 'x.dcm')).toEqual(['dicom-too-deep'])
})

it('a TIFF whose pages go in a circle is refused', async () => {
  expect(await codesOf(circle, 'x.tif')).toEqual(['tiff-circle'])
})

it('a zip that becomes a thousand times larger is not unpacked', async () => {
  const bomb = await zipOf({ 'word/document.xml': Buffer.alloc(80_000_000, 0x20) })
  expect(await codesOf(bomb, 'x.docx')).toEqual(['zip-unpacks-too-large'])
})

it.each([
  ['deep XML', text(`<ClinicalDocument xmlns="urn:hl7-org:v3">${'<a>'.repeat(100_000)}`), 'xml-too-deep'],
  ['XML with a DTD', text('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), 'xml-doctype'],
  ['deep JSON', text(`{"resourceType":"Bundle","entry":${'['.repeat(100_000)}`), 'json-too-deep'],
  ['JSON cut short', text('{"resourceType":"Bundle","entry":['), 'json-damaged'],
  ['a PDF whose pages are their own parents', text(loopedPdf()), 'pages-damaged'],
  ['an unknown form', Buffer.from('0001020304', 'hex'), 'unknown-form'],
  ['nothing at all', new Uint8Array(), 'unknown-form'],
])('%s is an answer, not an error', async (_, bytes, code) => {
  expect(await codesOf(bytes, 'x')).toEqual([code])
})

function loopedPdf(): string {
  return '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 9/Kids[2 0 R]/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R/Size 3>>\n%%EOF'
}

it.each(['sheet.pdf', 'letter.docx', 'sheet.xlsx', 'chrH32.dcm', 'referral.cda.xml', 'document-bundle.json'])(
  '%s cut short anywhere is read as far as it goes, or told to be damaged',
  async (name) => {
    const whole = sample(name)
    for (const part of [0.2, 0.5, 0.9, 0.99]) await readContent(whole.subarray(0, whole.length * part), name)
    expect(await codesOf(whole.subarray(0, whole.length * 0.5), name)).not.toEqual([])
  },
)

/** Our own readers; the one of PDF belongs to others, and is slow to start. */
const readByUs = [
  'chrH31.dcm',
  'chrH32.dcm',
  'chrX1.dcm',
  'letter.docx',
  'sheet.xlsx',
  'referral.cda.xml',
  'document-bundle.json',
  'document-bundle.xml',
]

it('two thousand mutants of our samples are answers, and nothing else happens', async () => {
  const samples = [...readByUs.map(sample), ...Object.values(inJapaneseEncodings), circle]
  let damaged = 0
  for (let number = 0; number < 2000; number++) {
    const dice = createDice(2026, 'content', number)
    const [one, other] = [samples[dice(samples.length)], samples[dice(samples.length)]]
    if (!one || !other) throw new RangeError('no samples')
    const { unread } = await readContent(mutate(one, other, dice), 'x')
    if (unread.length > 0) damaged++
  }
  expect(damaged).toBeGreaterThan(200)
})
