import { describe, expect, test } from 'vitest'
import { openPdfFile } from '../pdf/open.ts'
import { pdfOf, revisedWith, smallForm, stream } from '../testing-pdf.ts'
import { laterChanges } from './later-changes.ts'

const [catalog = '', pages = '', page1 = '', page2 = '', text1 = '', , , form = '', amount = '', doctor = ''] =
  smallForm
const info = smallForm[11] ?? ''

/** The form as somebody signed it who said (or did not say) what may come later. */
function signedForm(reference = ''): readonly string[] {
  const signed = smallForm.with(9, doctor.replace('/FT/Sig', '/FT/Sig /V 14 0 R'))
  return [...signed, `<</Type/Sig /SubFilter/ETSI.CAdES.detached /Reference[${reference}] /Contents<00>>>`]
}

const docMdp = (level: number) => `<</TransformMethod/DocMDP /TransformParams<</P ${level}>>>>`
const fieldMdp = (lock: string) => `<</TransformMethod/FieldMDP /TransformParams<<${lock}>>>>`

function judged(changed: Readonly<Record<number, string>>, reference = '', base = signedForm(reference), trailer = '') {
  const file = openPdfFile(revisedWith(pdfOf(base), changed, trailer))
  const { coverage, conclusion } = laterChanges(file, 0)
  const remarks = coverage.remarks.map(({ code, facts }) => `${code.replace('later-revision-', '')} ${facts.change}`)
  const indication = conclusion === null ? 'none' : conclusion.indication
  return { remarks: remarks.sort(), indication }
}

const filled = amount.replace('(100)', '(900)').replace('11 0 R', '20 0 R')
const look = stream('/Type/XObject /Subtype/Form /BBox[0 0 100 20] ', 'BT /F1 12 Tf (900) Tj ET')
const second = `<</Type/Annot /Subtype/Widget /FT/Sig /T(pharmacist) /V 31 0 R /Rect[0 0 0 0] /F 132 /P 3 0 R>>`
const signing = {
  8: form.replace('10 0 R]', '10 0 R 30 0 R]'),
  13: '[9 0 R 10 0 R 30 0 R]',
  30: second,
  31: '<</Type/Sig /SubFilter/ETSI.CAdES.detached /Contents<00>>>',
}
const note = '<</Type/Annot /Subtype/FreeText /Rect[72 690 300 730] /Contents(30 days) /DA(/F1 24 Tf)>>'

describe('what may come after a signature', () => {
  test.each<[string, Record<number, string>, string, string[]]>([
    [
      'validation data',
      { 1: catalog.replace('/Lang', '/DSS 20 0 R /Lang'), 20: '<</Certs[]>>' },
      docMdp(1),
      ['permitted validation-data-added'],
    ],
    [
      'a document time stamp',
      { ...signing, 31: '<</Type/DocTimeStamp /SubFilter/ETSI.RFC3161 /Contents<00>>>' },
      docMdp(1),
      ['permitted document-time-stamp-added'],
    ],
    ['a second signature', signing, '', ['permitted signature-added']],
    ['a filled field and how it now looks', { 9: filled, 20: look }, docMdp(2), ['permitted field-filled']],
    [
      'a filled field that another lock does not name',
      { 9: filled, 20: look },
      fieldMdp('/Action/Include /Fields[(name)]'),
      ['permitted field-filled'],
    ],
    [
      'a note where notes are allowed',
      { 13: '[9 0 R 10 0 R 20 0 R]', 20: note },
      docMdp(3),
      ['permitted annotation-added'],
    ],
    [
      'the day of saving',
      { 12: info.replace('20261101', '20261102') },
      docMdp(1),
      ['permitted metadata-dates-changed'],
    ],
    ['nothing but a second copy of what was there', { 5: text1, 9: amount, 3: page1 }, docMdp(1), []],
  ])('%s', (_, changed, reference, remarks) => {
    expect(judged(changed, reference)).toEqual({ remarks, indication: 'none' })
  })
})

describe('what may not', () => {
  const other = stream('', 'BT /F1 24 Tf 72 700 Td (Prescription: 90 days) Tj ET')
  test.each<[string, Record<number, string>, string, string[]]>([
    ['a page added', { 2: pages.replace('4 0 R]', '4 0 R 20 0 R]'), 20: page2 }, '', ['pages-changed']],
    ['a page removed', { 2: pages.replace(' 4 0 R]', ']') }, '', ['pages-changed']],
    ['pages exchanged', { 2: pages.replace('3 0 R 4 0 R', '4 0 R 3 0 R') }, '', ['pages-changed']],
    [
      'another tree of pages',
      { 1: catalog.replace('2 0 R', '20 0 R'), 20: pages },
      '',
      ['catalog-changed', 'pages-changed'],
    ],
    ['the content of a page exchanged in its place', { 5: other }, docMdp(3), ['page-content-changed']],
    [
      'the content of a page led elsewhere',
      { 3: page1.replace('5 0 R', '20 0 R'), 20: other },
      '',
      ['page-content-changed'],
    ],
    [
      'a second content behind the first',
      { 3: page1.replace('5 0 R', '[5 0 R 20 0 R]'), 20: other },
      '',
      ['page-content-changed'],
    ],
    ['another font behind the same name', { 7: '<</Type/Font /Subtype/Type3>>' }, '', ['page-resources-changed']],
    [
      'a page cut to a corner',
      { 4: page2.replace('/Type/Page ', '/Type/Page /CropBox[0 0 9 9] ') },
      '',
      ['page-changed'],
    ],
    ['a size inherited from above', { 2: pages.replace('595', '100') }, '', ['page-changed']],
    ['a note over the text', { 13: '[9 0 R 10 0 R 20 0 R]', 20: note }, docMdp(2), ['annotation-added']],
    ['a note where nobody said a word', { 13: '[9 0 R 10 0 R 20 0 R]', 20: note }, '', ['annotation-added']],
    ['a widget taken off its page', { 13: '[10 0 R]' }, docMdp(3), ['annotation-removed']],
    ['a field filled under P=1', { 9: filled, 20: look }, docMdp(1), ['field-filled']],
    [
      'a field filled that was locked',
      { 9: filled, 20: look },
      fieldMdp('/Action/Include /Fields[(amount)]'),
      ['field-filled'],
    ],
    ['a field filled when all were locked', { 9: filled, 20: look }, fieldMdp('/Action/All'), ['field-filled']],
    [
      'a field filled that was not excepted',
      { 9: filled, 20: look },
      fieldMdp('/Action/Exclude /Fields[(name)]'),
      ['field-filled'],
    ],
    ['a second signature under P=1', signing, docMdp(1), ['signature-added']],
    [
      'another look for the same value',
      { 9: amount.replace('11 0 R', '20 0 R'), 20: look },
      '',
      ['appearance-changed'],
    ],
    ['another look in the place of the old one', { 11: look }, '', ['appearance-changed']],
    ['a field moved over the text', { 9: amount.replace('[72 600', '[72 690') }, '', ['field-changed']],
    ['a field taken away', { 8: form.replace('9 0 R ', '') }, '', ['field-removed']],
    ['a field that acts', { 9: amount.replace('/FT/Tx', '/FT/Tx /AA<</F 20 0 R>>') }, '', ['field-changed']],
    [
      'a new text field',
      { ...signing, 30: second.replace('/FT/Sig', '/FT/Tx').replace('31 0 R', '(x)') },
      '',
      ['field-added'],
    ],
    [
      'a signature field shown without a signature',
      { ...signing, 30: second.replace('/V 31 0 R /Rect[0 0', '/Rect[72 690') },
      '',
      ['field-added'],
    ],
    [
      'a note dressed as a signature field',
      { ...signing, 30: second.replace('/Widget', '/FreeText') },
      '',
      ['field-added'],
    ],
    ['the signature taken away', { 10: doctor }, '', ['signature-removed']],
    [
      'the signature dictionary changed',
      { 14: '<</Type/Sig /Name(X) /SubFilter/ETSI.CAdES.detached /Contents<00>>>' },
      '',
      ['signature-changed'],
    ],
    [
      'a script',
      { 1: catalog.replace('/Lang', '/Names<</JavaScript 20 0 R>> /Lang'), 20: '<<>>' },
      '',
      ['catalog-changed'],
    ],
    ['layers that hide', { 1: catalog.replace('/Lang', '/OCProperties<<>> /Lang') }, docMdp(3), ['catalog-changed']],
    ['an order to make all looks anew', { 8: form.replace('/DA', '/NeedAppearances true /DA') }, '', ['form-changed']],
    ['a form of another kind', { 8: form.replace('/DA', '/XFA(x) /DA') }, '', ['form-changed']],
  ])('%s', (_, changed, reference, kinds) => {
    const { remarks, indication } = judged(changed, reference)
    expect(indication).toBe('TOTAL-FAILED')
    expect(remarks.filter((remark) => remark.startsWith('forbidden'))).toEqual(kinds.map((kind) => `forbidden ${kind}`))
  })

  test('a content that led to nothing when it was signed and leads somewhere now', () => {
    const dangling = signedForm().with(2, page1.replace('5 0 R', '[5 0 R 77 0 R]'))
    expect(judged({ 77: other }, '', dangling).remarks).toEqual(['forbidden page-content-changed'])
  })

  test('a page content that later also counts as validation data', () => {
    const changed = { 1: catalog.replace('/Lang', '/DSS 5 0 R /Lang'), 5: other }
    expect(judged(changed).remarks).toContain('forbidden page-content-changed')
  })

  test('the length of a stream, which says where its content ends', () => {
    const apart = [...signedForm(), '52'].with(4, text1.replace('/Length 52', '/Length 15 0 R'))
    expect(judged({ 15: '44' }, '', apart).remarks).toEqual(['forbidden page-content-changed'])
  })

  test('another catalog', () => {
    const text = revisedWith(pdfOf(signedForm()), { 20: catalog }).toString('latin1')
    const at = text.lastIndexOf('/Root 1 0 R')
    const moved = `${text.slice(0, at)}/Root 20 0 R${text.slice(at + 11)}`
    const { coverage, conclusion } = laterChanges(openPdfFile(Buffer.from(moved, 'latin1')), 0)
    expect(conclusion?.indication).toBe('TOTAL-FAILED')
    expect(coverage.remarks[0]?.facts).toMatchObject({ change: 'catalog-changed', key: 'Root' })
  })
})

describe('a note that was there when it was signed', () => {
  const noted = [...signedForm(docMdp(2)), note].with(12, '[9 0 R 10 0 R 15 0 R]')

  test.each<[string, Record<number, string>, string]>([
    ['may not say something else', { 15: note.replace('30', '90') }, 'annotation-changed'],
    ['may not become nothing', { 15: 'null' }, 'annotation-changed'],
    ['may not be taken off', { 13: '[9 0 R 10 0 R]' }, 'annotation-removed'],
    ['may not be moved under another', { 13: '[15 0 R 9 0 R 10 0 R]' }, 'annotation-changed'],
  ])('%s', (_, changed, kind) => {
    expect(judged(changed, '', noted)).toEqual({ remarks: [`forbidden ${kind}`], indication: 'TOTAL-FAILED' })
  })
})

describe('what cannot be told', () => {
  test.each<[string, Record<number, string>, string[]]>([
    ['another title', { 12: info.replace('Prescription', 'Receipt') }, ['unclear metadata-changed']],
    [
      'another structure for those who listen',
      { 1: catalog.replace('/Lang', '/StructTreeRoot<<>> /Lang') },
      ['unclear structure-changed'],
    ],
    ['a later revision that cannot be read', { 3: '<</Type/Page /Parent 2 0 R /A 1 /A 2>>' }, ['unclear unreadable']],
  ])('%s', (_, changed, remarks) => {
    expect(judged(changed)).toEqual({ remarks, indication: 'INDETERMINATE' })
  })
})
