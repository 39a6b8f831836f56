import { describe, expect, test } from 'vitest'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { testCertificate } from '../testing/test-pki.ts'
import { nameInWords } from '../x509/name.ts'
import { testKey } from '../xades/testing.ts'
import { addValidationData, stampPdf } from './extend.ts'
import { openPdfFile } from './pdf/open.ts'
import { entryOf, isString } from './pdf/value.ts'
import { type PdfSigner, signPdf } from './sign.ts'
import { signaturesOf } from './signature-dictionary.ts'
import { pdfOf, revisedWith, smallForm } from './testing-pdf.ts'
import { ask, testWithPdfsig } from './testing-pdfsig.ts'
import { openPdfSignatures } from './verify.ts'

const key = testKey('rsa')
const at = Date.UTC(2026, 10, 23, 4, 5, 6)
const signer: PdfSigner = { key, at, reason: '処方', name: '見本 太郎', location: '例題市' }
const files = { table: pdfOf(smallForm), stream: pdfOf(smallForm, { kind: 'stream' }) }
const kinds = ['table', 'stream'] as const

const material = {
  certificates: [key.certificate.raw, testCertificate('stamp-authority').raw],
  crls: [Buffer.from('300100', 'hex')],
  ocsps: [Buffer.from('300101', 'hex')],
}

describe.each(kinds)('a file with a cross-reference %s', (kind) => {
  const file = files[kind]

  test('is signed, and not one earlier octet changes', async () => {
    const signed = await signPdf(file, signer)
    expect(Buffer.compare(signed.subarray(0, file.length), file)).toBe(0)
    const [opened, ...more] = openPdfSignatures(signed)
    expect(more).toEqual([])
    expect(opened).toMatchObject({
      format: 'PAdES',
      id: 'Signature1',
      level: 'B-B',
      conclusion: null,
      claimedAt: at,
      coverage: { whole: true, remarks: [] },
      claims: { Name: '見本 太郎', Reason: '処方', Location: '例題市' },
    })
    expect(opened?.checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
    expect(opened?.signingCertificate && nameInWords(opened.signingCertificate.subject)).toBe('C=JP, CN=見本 太郎')
    expect(Buffer.compare(opened?.signedPieces[0]?.bytes ?? file, signed)).toBe(0)
  })

  test('climbs from B-B to B-LTA, and is renewed without the key', async () => {
    const stamped = await signPdf(file, { ...signer, stamp: stampAuthority(at + 1000) })
    const kept = addValidationData(stamped, material)
    const archived = await stampPdf(kept, 'SHA-256', stampAuthority(at + 2000))
    const renewed = await stampPdf(addValidationData(archived, material), 'SHA-512', stampAuthority(at + 3000))
    const levels = [stamped, kept, archived, renewed].map((one) => openPdfSignatures(one)[0])
    expect(levels.map((one) => one?.level)).toEqual(['B-T', 'B-LT', 'B-LTA', 'B-LTA'])
    expect(levels.map((one) => one?.conclusion)).toEqual([null, null, null, null])
    const last = levels[3]
    expect(last?.timeStamps.map((stamp) => [stamp.kind, stamp.at - at, stamp.conclusion])).toEqual([
      ['signature', 1000, null],
      ['document', 2000, null],
      ['document', 3000, null],
    ])
    expect(last?.crls).toHaveLength(1)
    expect(last?.ocsps).toHaveLength(1)
    expect(last?.timeStamps[2]?.covers.map(({ kind: covered }) => covered).sort()).toEqual([
      'certificate',
      'certificate',
      'revocation',
      'revocation',
      'signature',
      'time-stamp',
      'time-stamp',
    ])
    expect(last?.coverage.remarks.map(({ facts }) => facts.change)).toEqual([
      'validation-data-added',
      'document-time-stamp-added',
      'document-time-stamp-added',
    ])
  })

  test('takes a second signature without harming the first', async () => {
    const twice = await signPdf(await signPdf(file, signer), { key: testKey('p256', '例題 一郎'), at, field: 'doctor' })
    const opened = openPdfSignatures(twice)
    expect(opened.map(({ id, conclusion, coverage }) => [id, conclusion, coverage.whole])).toEqual([
      ['Signature1', null, false],
      ['doctor', null, true],
    ])
    const first = opened[0]?.signedPieces[0]?.bytes ?? new Uint8Array()
    expect(openPdfSignatures(first).map(({ id }) => id)).toEqual(['Signature1'])
  })

  testWithPdfsig('holds for pdfsig and openssl at every level', async () => {
    const signed = await signPdf(file, { ...signer, stamp: stampAuthority(at) })
    const archived = await stampPdf(addValidationData(signed, material), 'SHA-256', stampAuthority(at + 2000))
    for (const bytes of [signed, archived]) {
      const { out } = ask('pdfsig', ['-nocert', 'signed.pdf'], { 'signed.pdf': bytes })
      expect(out).toContain('Signature is Valid')
      expect(out).toContain('ETSI.CAdES.detached')
      expect(out).not.toMatch(/Invalid|Digest Mismatch|Syntax Error/)
    }
    expect(opensslSays(signed)).toContain('successful')
    const changed = Buffer.from(signed)
    changed.write('90', changed.indexOf('14 days'))
    expect(opensslSays(changed)).toContain('failure')
  })
})

/** openssl judges the extracted CMS over the extracted octets. */
function opensslSays(bytes: Uint8Array): string {
  const [signature] = signaturesOf(openPdfFile(bytes))
  const contents = signature ? entryOf(signature.dictionary, 'Contents') : null
  if (!signature || !isString(contents)) throw new Error('there is no signature')
  const [, first = 0, second = 0] = signature.byteRange ?? []
  const content = Buffer.concat([bytes.subarray(0, first), bytes.subarray(second)])
  const pem = Buffer.from(key.certificate.raw).toString('base64')
  const anchor = `-----BEGIN CERTIFICATE-----\n${pem.replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
  const parameters =
    'cms -verify -cades -binary -inform DER -in cms -content content -CAfile anchor -purpose any -out out'
  return ask('openssl', parameters.split(' '), { cms: contents.octets, content, anchor }).out
}

test.each(['rsa', 'rsa-pss', 'p256', 'p384', 'p521', 'ed25519'] as const)('signs with %s', async (kind) => {
  const [opened] = openPdfSignatures(await signPdf(files.table, { key: testKey(kind), at }))
  expect(opened?.conclusion).toBeNull()
})

describe('signing is refused', () => {
  test('when a certification allows nothing more', async () => {
    const certified = await signPdf(files.table, { ...signer, certify: 1 })
    await expect(signPdf(certified, signer)).rejects.toThrow('pdf-may-not-be-signed')
    const stamped = await stampPdf(addValidationData(certified, material), 'SHA-256', stampAuthority(at))
    expect(openPdfSignatures(stamped)[0]).toMatchObject({ conclusion: null, level: 'B-LTA' })
  })

  test('when a certification would not be the first signature', async () => {
    await expect(signPdf(await signPdf(files.table, signer), { ...signer, certify: 2 })).rejects.toThrow(
      'pdf-already-signed',
    )
  })

  test('in a field that is signed or is no signature field', async () => {
    await expect(signPdf(files.table, { ...signer, field: 'amount' })).rejects.toThrow('cannot be signed')
    const signed = await signPdf(files.table, { ...signer, field: 'doctor' })
    await expect(signPdf(signed, { ...signer, field: 'doctor' })).rejects.toThrow('cannot be signed')
  })

  test('for a file that is not read strictly', async () => {
    await expect(signPdf(Buffer.concat([files.table, Buffer.from('x')]), signer)).rejects.toThrow(
      'pdf-bytes-after-the-end',
    )
  })
})

test('a certification of P=2 lets the form be filled, and a lock of its field does not', async () => {
  const [filled] = openPdfSignatures(fill(await signPdf(files.table, { ...signer, certify: 2 })))
  expect(filled).toMatchObject({ conclusion: null, coverage: { remarks: [{ code: 'later-revision-permitted' }] } })
  const locking = smallForm.with(9, `${smallForm[9]?.slice(0, -2)} /Lock<</Action/Include /Fields[(amount)]>>>>`)
  const [locked] = openPdfSignatures(fill(await signPdf(pdfOf(locking), { ...signer, field: 'doctor' })))
  expect(locked?.conclusion).toMatchObject({ indication: 'TOTAL-FAILED', subIndication: 'FORMAT_FAILURE' })
})

function fill(bytes: Uint8Array): Uint8Array {
  return revisedWith(bytes, { 9: (smallForm[8] ?? '').replace('(100)', '(900)') })
}
