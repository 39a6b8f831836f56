import { signDispensing, signPrescription } from '../eprescription/sign.ts'
import type { QualificationAnswer } from '../hpki/qualification.ts'
import { swap } from '../testing/edit.ts'
import { testKey } from '../testing/test-pki.ts'
import { type Conclusion, failed, passed } from '../validation/verdict.ts'
import { signEnveloped } from '../xades/sign.ts'
import type { NegativeCase } from './negative-case.ts'

const at = Date.parse('2026-06-01T09:00:00Z')
const doctor = { key: testKey('doctor'), at }
const pharmacist = { key: testKey('pharmacist'), at }
const content = {
  id: '00000000-0000-4000-8000-000000000001',
  contents: Buffer.from('SJ1\n錠 1\n'),
  additional: '銘柄コード 000000000',
}
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

const prescription = text(await signPrescription(content, doctor))
// Its digest does not change with the namespaces around the contents: the wrapping that inclusive forms would notice.
const exclusive = text(await signPrescription(content, doctor, 'exclusive'))
const dispensing = text(await signDispensing(Buffer.from(prescription), content, pharmacist))

const contentsIn = (source: string): string =>
  /<PrescriptionDocument [\s\S]*?<\/PrescriptionDocument>/.exec(source)?.[0] ?? ''
const signatureIn = (source: string): string => /<ds:Signature [\s\S]*?<\/ds:Signature>/.exec(source)?.[0] ?? ''
const forged = `<PrescriptionDocument id="PrescriptionDocument">${Buffer.from('SJ1\n錠 9\n').toString('base64')}</PrescriptionDocument>`
const renamed = swap(forged, 'id="PrescriptionDocument"', 'id="x"')

const row =
  (source: string, documentKind = 'prescription') =>
  (
    done: string,
    forge: (source: string) => string,
    expected: Conclusion,
    qualification: QualificationAnswer = 'unverified',
  ): NegativeCase => ({
    done,
    format: 'e-prescription',
    forged: { file: () => Buffer.from(forge(source)), documentKind },
    honest: { file: () => Buffer.from(source), documentKind },
    expected,
    qualification,
  })

const single = row(prescription)
const both = row(dispensing, 'electronic-prescription-with-dispensing')
const expectedOnly = failed('FORMAT_FAILURE', 'expected-references')
const place = failed('FORMAT_FAILURE', 'signature-place')
const hashed = failed('HASH_FAILURE', 'reference-digest')

/** Signed as any XML document is, with the signature put where a prescription's belongs. */
async function signedAsDocument(): Promise<string> {
  const bare = swap(prescription, signatureIn(prescription), '')
  const whole = text(await signEnveloped(Buffer.from(bare), doctor))
  const signature = signatureIn(whole)
  return swap(swap(whole, signature, ''), '<PrescriptionSign>', `<PrescriptionSign>${signature}`)
}
const asDocument = await signedAsDocument()

const bare = swap(prescription, signatureIn(prescription), '')
const withoutDoctor = text(await signDispensing(Buffer.from(bare), content, pharmacist))

const byPharmacist = await signPrescription(content, pharmacist)
const crossed = text(await signDispensing(Buffer.from(byPharmacist), content, doctor))

export const prescriptionCases: readonly NegativeCase[] = [
  single('the contents exchanged', (source) => swap(source, contentsIn(source), forged), hashed),
  single(
    'wrapping: the signed contents moved aside, others in their place',
    (source) => swap(source, contentsIn(source), `${renamed}<Aside>${contentsIn(source)}</Aside>`),
    expectedOnly,
  ),
  row(exclusive)(
    'wrapping: the signed contents moved into an Object of the signature',
    (source) =>
      swap(
        swap(source, contentsIn(source), renamed),
        '<ds:Object>',
        `<ds:Object>${contentsIn(source)}</ds:Object><ds:Object>`,
      ),
    expectedOnly,
  ),
  single(
    'both contents under one id',
    (source) => swap(source, contentsIn(source), `${forged}<Aside>${contentsIn(source)}</Aside>`),
    failed('FORMAT_FAILURE', 'reference-unique'),
  ),
  single(
    'two contents in the place of one',
    (source) => swap(source, contentsIn(source), contentsIn(source) + renamed),
    place,
  ),
  single(
    'the signature in another place',
    (source) =>
      swap(
        swap(source, signatureIn(source), ''),
        '</Prescription>',
        `<Elsewhere>${signatureIn(source)}</Elsewhere></Prescription>`,
      ),
    place,
  ),
  single(
    'the namespace changed that the contents inherit',
    (source) => swap(source, ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"', ' xmlns:xsi="urn:other"'),
    hashed,
  ),
  single('signed as any document is, not as a prescription', () => asDocument, expectedOnly),
  single(
    'a part added that nobody knows',
    (source) => swap(source, '<PrescriptionSign>', '<PrescriptionNote>90</PrescriptionNote><PrescriptionSign>'),
    passed,
  ),
  both('the dispensed prescription exchanged', (source) => swap(source, contentsIn(source), forged), hashed),
  both(
    'spaces taken from between the parts that the pharmacist signed',
    (source) => swap(source, '\n    <DispensingDocument>', '<DispensingDocument>'),
    hashed,
  ),
  both(
    'a second dispensing result beside the signed one',
    (source) => swap(source, '<DispensingSign>', '<DispensingDocument>U0oy</DispensingDocument><DispensingSign>'),
    passed,
  ),
  both('doctor and pharmacist each in the place of the other', () => crossed, passed, 'insufficient-role'),
  both("dispensed without the doctor's signature", () => withoutDoctor, passed, 'insufficient-role'),
  both(
    'another prescription beside the dispensed one',
    (source) => swap(source, '<Dispensing ', `<Prescription>${renamed}</Prescription><Dispensing `),
    passed,
    'unverified',
  ),
]
