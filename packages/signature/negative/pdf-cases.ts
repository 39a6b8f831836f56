import { signPdf } from '../pades/sign.ts'
import { type Forged, forgedCms, pdfWithCms } from '../pades/testing-cms.ts'
import { pdfOf, smallForm, stream } from '../pades/testing-pdf.ts'
import { overwritten } from '../testing/edit.ts'
import { testCertificate, testKey } from '../testing/test-pki.ts'
import { type Conclusion, failed, indeterminate } from '../validation/verdict.ts'
import { digest } from '../x509/signature-value.ts'
import type { NegativeCase } from './negative-case.ts'

const key = testKey('doctor')
const at = Date.parse('2026-06-01T09:00:00Z')
const plain = pdfOf(smallForm)
const signed = Buffer.from(await signPdf(plain, { key, at, reason: 'x'.repeat(40) }))

const row = (done: string, forge: () => Uint8Array | Promise<Uint8Array>, expected: Conclusion): NegativeCase => ({
  done,
  format: 'PAdES',
  forged: { file: forge, context: { certificates: [testCertificate('signing-ca')] } },
  honest: { file: () => signed },
  expected,
})
const edited = (from: string | RegExp, to: (found: string) => string) => () => overwritten(signed, from, to)

const hashed = failed('HASH_FAILURE', 'message-digest')
const unreadable = failed('FORMAT_FAILURE', 'pdf-readable')
const four = failed('FORMAT_FAILURE', 'byte-range-four-numbers')
const gapped = failed('FORMAT_FAILURE', 'byte-range-gap')
const ended = failed('FORMAT_FAILURE', 'byte-range-to-revision-end')

const range = /\[0 \d{4,} \d{4,} \d+\] */
const [from = 0, to = 0, rest = 0] =
  (range.exec(signed.toString('latin1'))?.[0] ?? '').match(/\d+/g)?.slice(1).map(Number) ?? []
const ranged = (...numbers: readonly number[]) => edited(range, () => `[${numbers.join(' ')}]`)

export const pdfRangeCases: readonly NegativeCase[] = [
  row(
    'the text of a page changed in its place',
    edited('14 days', () => '90 days'),
    hashed,
  ),
  row(
    'the time of signing changed',
    edited(/\/M \(D:2026/, (found) => found.replace('2026', '2025')),
    hashed,
  ),
  row('a ByteRange of three numbers', ranged(0, from, to), four),
  row(
    'no ByteRange',
    edited(/\/ByteRange \[[^\]]*\]/, () => ''),
    four,
  ),
  row(
    'a ByteRange with a fraction',
    edited(range, () => `[0 ${from}.5 ${to} ${rest}]`),
    four,
  ),
  row('a ByteRange with a number below zero', ranged(0, from, to, -rest), four),
  row(
    'a ByteRange that begins behind the header',
    ranged(9, from - 9, to, rest),
    failed('FORMAT_FAILURE', 'byte-range-from-zero'),
  ),
  row('two ranges that overlap', ranged(0, to + 5, to, rest), gapped),
  row('a gap too big at its front', ranged(0, from - 40, to, rest), gapped),
  row('a gap too big at its back', ranged(0, from, to + 20, rest - 20), gapped),
  row('a gap too small', ranged(0, from + 1, to - 1, rest + 1), gapped),
  row('a ByteRange that leaves out the end', ranged(0, from, to, rest - 60), ended),
  row('a ByteRange beyond the end', ranged(0, from, to, rest + 1), ended),
  row('a ByteRange of ten digits', ranged(0, from, to, 9_999_999_999), ended),
  row(
    'a kind of signature that nobody knows',
    edited('/ETSI.CAdES.detached', () => '/ETSI.CAdES.attached'),
    failed('FORMAT_FAILURE', 'known-sub-filter'),
  ),
  row(
    'a second /Contents in the signature dictionary',
    edited(/\/Reason \([^)]*\)/, () => '/Contents <3000>'),
    unreadable,
  ),
  row(
    'a second /ByteRange in the signature dictionary',
    edited(/\/Reason \([^)]*\)/, () => '/ByteRange [0 9 9 9]'),
    unreadable,
  ),
  row('octets put before the file', () => Buffer.concat([Buffer.from('\n'), signed]), unreadable),
  row('an object put behind the file', () => Buffer.concat([signed, Buffer.from('5 0 obj (x) endobj')]), unreadable),
  row('a second end of file put behind the first', () => Buffer.concat([signed, Buffer.from('%%EOF\n')]), unreadable),
]

const forged = (how: Forged) => () => pdfWithCms(plain, (digested) => forgedCms(key, digested, how))
const other = Buffer.from('what nobody sees')
const detached = failed('FORMAT_FAILURE', 'cms-detached')
const alone = failed('FORMAT_FAILURE', 'cms-one-signer')
const bound = indeterminate('SIG_CONSTRAINTS_FAILURE', 'signing-certificate-digest')
const dentistAsDoctor = { ...testKey('dentist'), certificate: key.certificate }

/** The CMS of the same form with another text on its page. */
const ofAnotherFile: () => Promise<Uint8Array> = async () => {
  let copied: Uint8Array = new Uint8Array()
  await pdfWithCms(pdfOf(smallForm.with(4, stream('', 'BT (90 days) Tj ET'))), async (digested) => {
    copied = await forgedCms(key, digested)
    return copied
  })
  return pdfWithCms(plain, async () => copied)
}

export const pdfCmsCases: readonly NegativeCase[] = [
  row(
    'wrapping: the CMS holds the file once more',
    () => pdfWithCms(plain, (digested, content) => forgedCms(key, digested, { content: content() })),
    detached,
  ),
  row(
    'wrapping: the CMS holds another content, rightly signed',
    () => pdfWithCms(plain, () => forgedCms(key, digest('SHA-256', other), { content: other })),
    detached,
  ),
  row('the CMS of another file', ofAnotherFile, hashed),
  row('a CMS of a time stamp', forged({ contentType: '1.2.840.113549.1.9.16.1.4' }), detached),
  row('two signers in one CMS', forged({ signers: 2 }), alone),
  row('no signer in the CMS', forged({ signers: 0 }), alone),
  row('an attribute twice in the CMS', forged({ attributeTwice: true }), failed('FORMAT_FAILURE', 'signed-attributes')),
  row("another's certificate bound in the CMS", forged({ bound: testCertificate('dentist').raw }), bound),
  row('no certificate bound in the CMS', forged({ bound: null }), bound),
  row(
    "signed by another key under the doctor's certificate",
    () => pdfWithCms(plain, (digested) => forgedCms(dentistAsDoctor, digested)),
    failed('SIG_CRYPTO_FAILURE', 'signature-value'),
  ),
  row(
    'the CMS cut',
    edited(/<30[0-9a-f]{20}/, (found) => found.replace('<30', '<31')),
    failed('FORMAT_FAILURE', 'cms-readable'),
  ),
  row(
    'octets behind the CMS in its gap',
    edited(/0{20}>/, () => `${'0'.repeat(18)}41>`),
    failed('FORMAT_FAILURE', 'contents-padding'),
  ),
  row(
    'the file digested with SHA-1 (adbe.pkcs7.sha1)',
    () =>
      pdfWithCms(
        plain,
        (_, content) => {
          const inner = digest('SHA-1', content())
          return forgedCms(key, digest('SHA-256', inner), { content: inner })
        },
        'adbe.pkcs7.sha1',
      ),
    indeterminate('CRYPTO_CONSTRAINTS_FAILURE_NO_POE', 'algorithms'),
  ),
]
