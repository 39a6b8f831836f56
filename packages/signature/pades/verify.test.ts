import { describe, expect, test } from 'vitest'
import { overwritten } from '../testing/edit.ts'
import { stampAuthority } from '../testing/stamp-authority.ts'
import type { Conclusion } from '../validation/verdict.ts'
import { digest } from '../x509/signature-value.ts'
import { testKey } from '../xades/testing.ts'
import { stampPdf } from './extend.ts'
import { openPdfFile } from './pdf/open.ts'
import { name } from './pdf/value.ts'
import { digestAround, fill, preparePlaceholder } from './placeholder.ts'
import { signPdf } from './sign.ts'
import { type CmsMaker, type Forged, forgedCms, pdfWithCms } from './testing-cms.ts'
import { pdfOf, revisedWith, smallForm, stream } from './testing-pdf.ts'
import { openPdfSignatures } from './verify.ts'

const key = testKey('rsa')
const at = Date.UTC(2026, 10, 23)
const plain = pdfOf(smallForm)
const signed = Buffer.from(await signPdf(plain, { key, at }))

const withCms = (make: CmsMaker, subFilter?: string) => pdfWithCms(plain, make, subFilter)

const forged = (how: Forged) => withCms((digested) => forgedCms(key, digested, how))

const said = (bytes: Uint8Array, which = 0): string => inWords(openPdfSignatures(bytes)[which]?.conclusion)
const inWords = (conclusion: Conclusion | null | undefined): string => {
  if (!conclusion) return conclusion === null ? 'nothing wrong' : 'no signature'
  return conclusion.indication === 'TOTAL-PASSED'
    ? conclusion.indication
    : `${conclusion.indication} ${conclusion.subIndication} ${conclusion.decidedBy}`
}

const edited = (from: string | RegExp, to: (found: string) => string, bytes: Buffer = signed): Buffer =>
  overwritten(bytes, from, to)

const range = /\[0 \d{4,} \d{4,} \d+\] */
const [gapFrom = 0, gapTo = 0, rest = 0] =
  (range.exec(signed.toString('latin1'))?.[0] ?? '').match(/\d+/g)?.slice(1).map(Number) ?? []
const ranged = (...numbers: readonly number[]): Buffer => edited(range, () => `[${numbers.join(' ')}]`)

describe('a signature fails when', () => {
  test.each<[string, Uint8Array, string]>([
    ['what it covers was changed', edited('14 days', () => '90 days'), 'HASH_FAILURE message-digest'],
    [
      'its reason was changed',
      edited(/\/M \(D:2026/, (found) => found.replace('2026', '2025')),
      'HASH_FAILURE message-digest',
    ],
    ['its signature value was changed', flippedValue(), 'SIG_CRYPTO_FAILURE signature-value'],
    [
      'its CMS was cut',
      edited(/<30[0-9a-f]{20}/, (found) => found.replace('<30', '<31')),
      'FORMAT_FAILURE cms-readable',
    ],
    [
      'something stands behind its CMS',
      edited(/0{20}>/, () => `${'0'.repeat(18)}41>`),
      'FORMAT_FAILURE contents-padding',
    ],
    ['its range has three numbers', ranged(0, gapFrom, gapTo), 'FORMAT_FAILURE byte-range-four-numbers'],
    ['its range is not there', edited(/\/ByteRange \[[^\]]*\]/, () => ''), 'FORMAT_FAILURE byte-range-four-numbers'],
    [
      'its range holds a fraction',
      edited(range, () => `[0 ${gapFrom}.5 ${gapTo} ${rest}]`),
      'FORMAT_FAILURE byte-range-four-numbers',
    ],
    ['its range has a number below zero', ranged(0, gapFrom, gapTo, -rest), 'FORMAT_FAILURE byte-range-four-numbers'],
    ['its range begins behind the header', ranged(9, gapFrom - 9, gapTo, rest), 'FORMAT_FAILURE byte-range-from-zero'],
    ['its ranges overlap', ranged(0, gapTo + 5, gapTo, rest), 'FORMAT_FAILURE byte-range-gap'],
    ['its gap is too wide at the front', ranged(0, gapFrom - 40, gapTo, rest), 'FORMAT_FAILURE byte-range-gap'],
    ['its gap is too wide at the back', ranged(0, gapFrom, gapTo + 20, rest - 20), 'FORMAT_FAILURE byte-range-gap'],
    ['its gap is too narrow', ranged(0, gapFrom + 1, gapTo - 1, rest + 1), 'FORMAT_FAILURE byte-range-gap'],
    ['it leaves out the end', ranged(0, gapFrom, gapTo, rest - 60), 'FORMAT_FAILURE byte-range-to-revision-end'],
    ['it reaches behind the end', ranged(0, gapFrom, gapTo, rest + 1), 'FORMAT_FAILURE byte-range-to-revision-end'],
    [
      'it reaches ten digits far',
      ranged(0, gapFrom, gapTo, 9_999_999_999),
      'FORMAT_FAILURE byte-range-to-revision-end',
    ],
    [
      'its kind is not known',
      edited('/ETSI.CAdES.detached', () => '/ETSI.CAdES.attached'),
      'FORMAT_FAILURE known-sub-filter',
    ],
    [
      'something stands behind the file',
      Buffer.concat([signed, Buffer.from('5 0 obj (x) endobj')]),
      'FORMAT_FAILURE pdf-readable',
    ],
    ['something stands before the file', Buffer.concat([Buffer.from('\n'), signed]), 'FORMAT_FAILURE pdf-readable'],
    ['its revisions go round in a loop', looped(), 'FORMAT_FAILURE pdf-readable'],
    ['an object is listed twice', revisedTwice(), 'FORMAT_FAILURE pdf-readable'],
    ['a page was added', withPage(), 'FORMAT_FAILURE later-changes'],
    [
      'the text of a page was exchanged',
      revisedWith(signed, { 5: stream('', 'BT (90 days) Tj ET') }),
      'FORMAT_FAILURE later-changes',
    ],
  ])('%s', (_, bytes, expected) => {
    expect(said(bytes)).toBe(`TOTAL-FAILED ${expected}`)
  })

  test('its CMS holds a content of its own', async () => {
    const bytes = await withCms((digested, content) => forgedCms(key, digested, { content: content() }))
    expect(said(bytes)).toBe('TOTAL-FAILED FORMAT_FAILURE cms-detached')
  })

  test('its CMS holds another content, rightly signed', async () => {
    const other = Buffer.from('what nobody sees')
    const bytes = await withCms(() => forgedCms(key, digest('SHA-256', other), { content: other }))
    expect(said(bytes)).toBe('TOTAL-FAILED FORMAT_FAILURE cms-detached')
  })

  test.each<[string, Forged, string]>([
    ['two sign in one CMS', { signers: 2 }, 'TOTAL-FAILED FORMAT_FAILURE cms-one-signer'],
    ['nobody signs in its CMS', { signers: 0 }, 'TOTAL-FAILED FORMAT_FAILURE cms-one-signer'],
    ['an attribute stands twice', { attributeTwice: true }, 'TOTAL-FAILED FORMAT_FAILURE signed-attributes'],
    [
      'its CMS says it is something else',
      { contentType: '1.2.840.113549.1.9.16.1.4' },
      'TOTAL-FAILED FORMAT_FAILURE cms-detached',
    ],
  ])('%s', async (_, how, expected) => {
    expect(said(await forged(how))).toBe(expected)
  })

  test('it was copied from another file', async () => {
    const prepared = preparePlaceholder(openPdfFile(pdfOf(smallForm.with(4, stream('', 'BT (90 days) Tj ET')))), {
      field: 'doctor',
      keys: { Type: name('Sig'), Filter: name('Adobe.PPKLite'), SubFilter: name('ETSI.CAdES.detached') },
      room: 4000,
    })
    const cms = await forgedCms(key, digestAround(prepared, 'SHA-256'))
    expect(said(Buffer.concat([prepared.file, fill(prepared, cms)]))).toBe('nothing wrong')
    expect(said(await withCms(async () => cms))).toBe('TOTAL-FAILED HASH_FAILURE message-digest')
  })

  test('a later revision hangs it into another field', () => {
    const dictionary = /(\d+) 0 obj\n<<\/Type \/Sig /.exec(signed.toString('latin1'))?.[1]
    const moved = revisedWith(signed, {
      10: `<</Type/Annot/Subtype/Widget/FT/Sig/T(doctor)/V ${dictionary} 0 R/Rect[72 500 172 520]/F 132/P 3 0 R>>`,
    })
    const opened = openPdfSignatures(moved)
    expect(opened.map(({ id, conclusion }) => [id, inWords(conclusion)]).sort()).toEqual([
      ['Signature1', 'nothing wrong'],
      ['doctor', 'TOTAL-FAILED FORMAT_FAILURE signature-in-signed-revision'],
    ])
  })
})

describe('nothing is said of a signature when', () => {
  test('the certificate bound is another', async () => {
    expect(said(await forged({ bound: testKey('rsa').certificate.raw }))).toBe(
      'INDETERMINATE SIG_CONSTRAINTS_FAILURE signing-certificate-digest',
    )
  })

  test('no certificate is bound', async () => {
    expect(said(await forged({ bound: null }))).toBe('INDETERMINATE SIG_CONSTRAINTS_FAILURE signing-certificate-digest')
  })

  test('the file is encrypted', () => {
    const bytes = revisedWith(signed, { 50: '(x)' }, '/Encrypt 7 0 R')
    expect(said(bytes)).toBe('INDETERMINATE SIGNED_DATA_NOT_FOUND pdf-readable')
  })
})

describe('older kinds are read', () => {
  test('adbe.pkcs7.detached needs no bound certificate', async () => {
    const bytes = await withCms(
      (digested) => forgedCms(key, digested, { bound: null, signingTime: at }),
      'adbe.pkcs7.detached',
    )
    expect(openPdfSignatures(bytes)[0]).toMatchObject({
      format: 'PDF-CMS',
      conclusion: null,
      coverage: { remarks: [] },
    })
  })

  test('adbe.pkcs7.sha1 is read, with SHA-1 among what had to be strong', async () => {
    const make = (_: Uint8Array, content: () => Uint8Array) => {
      const inner = digest('SHA-1', content())
      return forgedCms(key, digest('SHA-256', inner), { content: inner })
    }
    const [opened] = openPdfSignatures(await withCms(make, 'adbe.pkcs7.sha1'))
    expect(opened).toMatchObject({ format: 'PDF-CMS', conclusion: null })
    expect(opened?.algorithms).toContainEqual({ algorithm: 'SHA-1', place: 'signed-digest' })
    const other = Buffer.alloc(20)
    const wrong = await withCms(() => forgedCms(key, digest('SHA-256', other), { content: other }), 'adbe.pkcs7.sha1')
    expect(said(wrong)).toBe('TOTAL-FAILED FORMAT_FAILURE cms-detached')
  })

  test('a time inside the CMS of a PAdES signature is remarked', async () => {
    const [opened] = openPdfSignatures(await forged({ signingTime: at }))
    expect(opened).toMatchObject({ conclusion: null, coverage: { remarks: [{ code: 'cms-signing-time' }] } })
  })
})

test('a signature that a later revision took away is not forgotten', async () => {
  const inField = await signPdf(plain, { key, at, field: 'doctor' })
  expect(said(inField)).toBe('nothing wrong')
  const [opened] = openPdfSignatures(revisedWith(inField, { 10: smallForm[9] ?? '' }))
  expect(inWords(opened?.conclusion)).toBe('TOTAL-FAILED FORMAT_FAILURE later-changes')
  expect(opened?.coverage.remarks[0]?.facts.change).toBe('signature-removed')
})

test('a document time stamp over other octets proves nothing and gives no level', async () => {
  const wrong = await stampPdf(signed, 'SHA-256', ({ digest: algorithm }) =>
    stampAuthority(at)({ digest: algorithm, value: Buffer.alloc(32) }),
  )
  const [opened] = openPdfSignatures(wrong)
  expect(opened).toMatchObject({ level: 'B-B', conclusion: null })
  expect(inWords(opened?.timeStamps[0]?.conclusion)).toBe('TOTAL-FAILED HASH_FAILURE time-stamp-imprint')
})

test('a PDF without signatures has none, read strictly or not', () => {
  for (const bytes of [plain, Buffer.concat([plain, Buffer.from('x')]), Buffer.from('nothing')])
    expect(openPdfSignatures(bytes)).toEqual([])
})

test('what was signed is handed out as it was, whatever came later', () => {
  const [opened] = openPdfSignatures(revisedWith(signed, { 5: stream('', 'BT (90 days) Tj ET') }))
  expect(Buffer.compare(opened?.signedPieces[0]?.bytes ?? plain, signed)).toBe(0)
})

function flippedValue(): Buffer {
  const end = signed.lastIndexOf('00', signed.indexOf('>', signed.indexOf('/Contents <')))
  let last = end
  while (signed[last - 1] === 0x30) last--
  const changed = Buffer.from(signed)
  changed[last - 9] = changed[last - 9] === 0x35 ? 0x36 : 0x35
  return changed
}

function withPage(): Buffer {
  const [, pages = '', , page = ''] = smallForm
  return revisedWith(signed, { 2: pages.replace('4 0 R]', '4 0 R 60 0 R]'), 60: page })
}

/** The newest revision names itself as the one before it. */
function looped(): Buffer {
  const later = revisedWith(signed, { 5: '(x)' })
  return edited(
    /\/Prev \d+ >>\nstartxref\n\d+\n%%EOF\n$/,
    (found) => found.replace(/\d+/, String(lastSection(later))),
    later,
  )
}

function lastSection(bytes: Buffer): number {
  return Number(/startxref\n(\d+)\n%%EOF\n$/.exec(bytes.toString('latin1'))?.[1])
}

function revisedTwice(): Buffer {
  const later = revisedWith(signed, { 5: '(one)', 50: '(other)' }).toString('latin1')
  return Buffer.from(later.replace(/\n50 1\n/, '\n5 1 \n'), 'latin1')
}
