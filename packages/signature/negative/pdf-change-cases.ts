import { addValidationData, stampPdf } from '../pades/extend.ts'
import { openPdfFile } from '../pades/pdf/open.ts'
import { signPdf } from '../pades/sign.ts'
import { pdfOf, revisedWith, smallForm, stream } from '../pades/testing-pdf.ts'
import { overwritten } from '../testing/edit.ts'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { testKey } from '../testing/test-pki.ts'
import { type Conclusion, failed, indeterminate, passed } from '../validation/verdict.ts'
import { type NegativeCase, rootsList, signingList } from './negative-case.ts'

const key = testKey('doctor')
const at = Date.parse('2026-06-01T09:00:00Z')
const [catalog = '', pages = '', page1 = '', page2 = '', , , , form = '', amount = '', doctor = '', , info = ''] =
  smallForm
const other = stream('', 'BT /F1 24 Tf 72 700 Td (Prescription: 90 days) Tj ET')
const note = '<</Type/Annot /Subtype/FreeText /Rect[72 690 300 730] /Contents(90 days) /DA(/F1 24 Tf)>>'
const look = stream('/Type/XObject /Subtype/Form /BBox[0 0 100 20] ', 'BT /F1 12 Tf (900) Tj ET')
const filled = amount.replace('(100)', '(900)').replace('11 0 R', '60 0 R')

const signing = async (objects: readonly string[], certify?: 1 | 2 | 3): Promise<Uint8Array> =>
  signPdf(pdfOf(objects), { key, at, field: 'doctor', ...(certify === undefined ? {} : { certify }) })
const signed = await signing(smallForm)
const certified = { 1: await signing(smallForm, 1), 2: await signing(smallForm, 2), 3: await signing(smallForm, 3) }
const locked = await signing(
  smallForm.with(9, doctor.replace('/FT/Sig', '/FT/Sig /Lock<</Type/SigFieldLock /Action/Include /Fields[(amount)]>>')),
)
const lockedButOne = await signing(
  smallForm.with(9, doctor.replace('/FT/Sig', '/FT/Sig /Lock<</Type/SigFieldLock /Action/Exclude /Fields[(name)]>>')),
)
/** A note that hides what is under it, there when it was signed. */
const noted = await signing([...smallForm, note].with(12, '[9 0 R 10 0 R 14 0 R]'))

const forbidden = failed('FORMAT_FAILURE', 'later-changes')

function row(
  done: string,
  changed: Readonly<Record<number, string>>,
  base: Uint8Array = signed,
  expected: Conclusion = forbidden,
  remark = 'later-revision-forbidden',
): NegativeCase {
  return {
    done,
    format: 'PAdES',
    forged: { file: () => revisedWith(base, changed) },
    honest: { file: () => base },
    expected,
    remark,
  }
}

const signatureNumber = /(\d+) 0 obj\n<<\/Type \/Sig /.exec(Buffer.from(signed).toString('latin1'))?.[1] ?? ''
const shadowing = stream('/Type/XObject /Subtype/Form /BBox[0 0 400 40] ', 'BT /F1 24 Tf (90 days) Tj ET')

/** A widget of the field, laid over the text of the page. */
const widgetOf = (field: number): string =>
  `<</Type/Annot/Subtype/Widget/Parent ${field} 0 R/Rect[72 690 400 730]/F 132/P 3 0 R/AP<</N 62 0 R>>>>`

/** A second signature field that is shown nowhere itself, with such a widget. */
const secondField = (type: string, subFilter: string): Readonly<Record<number, string>> => ({
  8: form.replace('10 0 R]', '10 0 R 60 0 R]'),
  13: '[9 0 R 10 0 R 61 0 R]',
  60: '<</FT/Sig/T(more)/V 63 0 R/Kids[61 0 R]>>',
  61: widgetOf(60),
  62: shadowing,
  63: `<</Type/${type}/SubFilter/${subFilter}/Contents<00>>>`,
})

export const pdfChangeCases: readonly NegativeCase[] = [
  row('a page added', { 2: pages.replace('4 0 R]', '4 0 R 60 0 R]'), 60: page2 }),
  row('a page removed', { 2: pages.replace(' 4 0 R]', ']') }),
  row('two pages exchanged', { 2: pages.replace('3 0 R 4 0 R', '4 0 R 3 0 R') }),
  row('another tree of pages', { 1: catalog.replace('2 0 R', '60 0 R'), 60: pages }),
  row('a page cut to a corner', { 4: page2.replace('/Type/Page ', '/Type/Page /CropBox[0 0 9 9] ') }),
  row('a note laid over the text', { 13: '[9 0 R 10 0 R 60 0 R]', 60: note }),
  row('a second content laid over the first', { 3: page1.replace('5 0 R', '[5 0 R 60 0 R]'), 60: other }),
  row('another font behind the same name', { 7: '<</Type/Font /Subtype/Type3>>' }),
  row('a field moved over the text', { 9: amount.replace('[72 600', '[72 690') }),
  row('a text field added', { 8: form.replace('10 0 R]', '10 0 R 60 0 R]'), 60: amount.replace('(amount)', '(more)') }),
  row('a field that acts when it is touched', { 9: amount.replace('/FT/Tx', '/FT/Tx /AA<</F 60 0 R>>') }),
  row('a script', { 1: catalog.replace('/Lang', '/Names<</JavaScript 60 0 R>> /Lang'), 60: '<<>>' }),
  row('the signature taken out of its field', { 10: doctor }),
  row(
    'the signature hung into another field',
    signatureElsewhere(),
    signed,
    failed('FORMAT_FAILURE', 'signature-in-signed-revision'),
  ),
  row('a second widget of the field that was signed, laid over the text', {
    10: doctor.replace('/FT/Sig', `/FT/Sig /V ${signatureNumber} 0 R /Kids[61 0 R]`),
    13: '[9 0 R 10 0 R 61 0 R]',
    61: widgetOf(10),
    62: shadowing,
  }),
  row('a document time stamp whose widget is laid over the text', secondField('DocTimeStamp', 'ETSI.RFC3161')),
  row(
    'an empty second signature whose widget is laid over the text',
    secondField('Sig', 'ETSI.CAdES.detached'),
    signed,
    failed('FORMAT_FAILURE', 'byte-range-four-numbers'),
    'later-revision-permitted',
  ),
  row(
    'the title changed',
    { 12: info.replace('Prescription', 'Receipt') },
    signed,
    indeterminate('SIG_CONSTRAINTS_FAILURE', 'later-changes'),
    'later-revision-unclear',
  ),
  row('a field filled that nobody locked', { 9: filled, 60: look }, signed, passed, 'later-revision-permitted'),
]

/** Its dictionary under a second field, which only the later revision has. */
function signatureElsewhere(): Readonly<Record<number, string>> {
  return {
    8: form.replace('10 0 R]', '10 0 R 60 0 R]'),
    10: doctor,
    60: `<</Type/Annot/Subtype/Widget/FT/Sig/T(pharmacist)/V ${signatureNumber} 0 R/Rect[0 0 0 0]/F 132/P 3 0 R>>`,
  }
}

const added = (base: Uint8Array) => signPdf(base, { key: testKey('pharmacist'), at })
/** `signPdf` refuses to sign after P=1; the same revision made for a file that allows it. */
async function secondUnder1(): Promise<Uint8Array> {
  const second = await added(certified[2])
  const own = second.subarray(certified[2].length)
  return Buffer.concat([certified[1], own])
}

export const pdfRestrictionCases: readonly NegativeCase[] = [
  row('a field filled after DocMDP 1', { 9: filled, 60: look }, certified[1]),
  {
    done: 'a second signature after DocMDP 1',
    format: 'PAdES',
    forged: { file: secondUnder1 },
    honest: { file: () => certified[1] },
    expected: forbidden,
    remark: 'later-revision-forbidden',
  },
  row('a note after DocMDP 2', { 13: '[9 0 R 10 0 R 60 0 R]', 60: note }, certified[2]),
  row('the content of a page exchanged after DocMDP 3', { 5: other }, certified[3]),
  row(
    'a note after DocMDP 3',
    { 13: '[9 0 R 10 0 R 60 0 R]', 60: note },
    certified[3],
    passed,
    'later-revision-permitted',
  ),
  row('a field filled that FieldMDP locks', { 9: filled, 60: look }, locked),
  row('a field filled that FieldMDP does not except', { 9: filled, 60: look }, lockedButOne),
]

/** Two objects of one number in the file that is signed; its table leads to the first. */
const prepared = await signing(smallForm.with(12, `[9 0 R 10 0 R]\nendobj\n5 0 obj\n${other}`))

/** Nothing but a table that leads to the second of them. */
function led(): Uint8Array {
  const text = Buffer.from(prepared).toString('latin1')
  const offset = text.lastIndexOf('5 0 obj\n<</Length')
  const previous = openPdfFile(prepared).revisions.at(-1)?.points
  const table = `xref\n5 1\n${String(offset).padStart(10, '0')} 00000 n \ntrailer\n<</Size 100 /Root 1 0 R /Info 12 0 R /Prev ${previous} >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.concat([prepared, Buffer.from(table, 'latin1')])
}

export const pdfShadowCases: readonly NegativeCase[] = [
  row('shadow, hide: the note that hid the text taken off', { 13: '[9 0 R 10 0 R]' }, noted),
  row('shadow, hide: layers brought that hide', { 1: catalog.replace('/Lang', '/OCProperties<<>> /Lang') }),
  row('shadow, replace: another content in the place of the signed one', { 5: other }),
  row('shadow, replace: another look for the value that stays', { 11: look }),
  {
    done: 'shadow, hide and replace: the table led to a second object that was signed along',
    format: 'PAdES',
    forged: { file: led },
    honest: { file: () => prepared },
    expected: forbidden,
    remark: 'later-revision-forbidden',
  },
]

const range = /\/Prev \d+ >>\nstartxref\n\d+\n%%EOF\n$/
const own = (bytes: Uint8Array): string =>
  /startxref\n(\d+)\n%%EOF\n$/.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? ''

function looped(): Uint8Array {
  const later = revisedWith(signed, { 5: '(x)' })
  return overwritten(later, range, (found) => found.replace(/\d+/, own(later)))
}

const listedTwice = (): Uint8Array =>
  Buffer.from(
    revisedWith(signed, { 5: '(one)', 50: '(other)' }).toString('latin1').replace('\n50 1\n', '\n5 1 \n'),
    'latin1',
  )

const table = (done: string, file: () => Uint8Array, expected: Conclusion): NegativeCase => ({
  done,
  format: 'PAdES',
  forged: { file },
  honest: { file: () => signed },
  expected,
})
const unreadable = failed('FORMAT_FAILURE', 'pdf-readable')

export const pdfTableCases: readonly NegativeCase[] = [
  table('tables that go round in a loop', looped, unreadable),
  table('an object listed twice in one table', listedTwice, unreadable),
  table(
    'a table that leads into the middle of an object',
    () => overwritten(revisedWith(signed, { 5: other }), /xref\n5 1\n\d{10}/, (found) => found.replace(/\d$/, '1')),
    indeterminate('SIG_CONSTRAINTS_FAILURE', 'later-changes'),
  ),
  table(
    'encrypted afterwards',
    () => revisedWith(signed, { 50: '(x)' }, '/Encrypt 7 0 R'),
    indeterminate('SIGNED_DATA_NOT_FOUND', 'pdf-readable'),
  ),
]

const early = Date.parse('2026-02-15T00:00:00Z')
const byRevoked = await signPdf(pdfOf(smallForm), { key: testKey('doctor-revoked'), at: early })
const revoked = indeterminate('REVOKED_NO_POE', 'certificate-not-revoked')
const complete = addValidationData(byRevoked, { certificates: [], crls: [signingList, rootsList], ocsps: [] })

const stamps = (done: string, forge: () => Promise<Uint8Array>, stamp: NegativeCase['stamp']): NegativeCase => ({
  done,
  format: 'PAdES',
  forged: { file: forge },
  honest: { file: () => stampPdf(complete, 'SHA-256', stampAuthority(early)) },
  expected: revoked,
  ...(stamp === undefined ? {} : { stamp }),
})

export const pdfStampCases: readonly NegativeCase[] = [
  stamps(
    'a document time stamp over other octets',
    () => stampPdf(complete, 'SHA-256', (imprint) => stampAuthority(early)({ ...imprint, value: Buffer.alloc(32) })),
    'HASH_FAILURE',
  ),
  stamps(
    'a document time stamp from after the revocation',
    () => stampPdf(complete, 'SHA-256', stampAuthority(early + 30 * 86_400_000)),
    undefined,
  ),
  stamps(
    'a document time stamp by an authority whose purpose is not critical',
    () => stampPdf(complete, 'SHA-256', stampAuthority(early, 'stamp-authority-not-critical')),
    'SIG_CONSTRAINTS_FAILURE',
  ),
  {
    done: 'a page exchanged under a document time stamp',
    format: 'PAdES',
    forged: { file: () => stampPdf(revisedWith(signed, { 5: other }), 'SHA-256', stampAuthority(at)) },
    honest: { file: () => stampPdf(signed, 'SHA-256', stampAuthority(at)) },
    expected: forbidden,
    remark: 'later-revision-forbidden',
  },
]
