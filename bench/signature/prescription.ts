import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  addSignatureTimeStamp,
  openEprescription,
  remembering,
  signPrescription,
  type ValidationContext,
  verifyFile,
} from '@omamori/signature'
import { SignedXml } from 'xml-crypto'
import { stampAuthority } from '../../packages/signature/testing/stamp-authority.ts'
import { testCertificate } from '../../packages/signature/testing/test-pki.ts'
import { median } from '../figure.ts'
import { pairs, type Ratio, show } from '../ledger/ratio.ts'
import {
  accepts,
  coldContext,
  context,
  doctor,
  elapsedRateOf,
  isInstalled,
  PAIRS,
  pemOf,
  rateOf,
  ratesOf,
  stampedAt,
} from './ground.ts'

/** One process of xmlsec1 is given the file this often. */
const AT_ONCE = 200

/** Which attributes are ids, as its users must say. */
const idAttributes = [
  ['--id-attr:id', 'PrescriptionDocument'],
  ['--id-attr:Id', 'http://uri.etsi.org/01903/v1.3.2#:SignedProperties'],
  ['--id-attr:Id', 'http://www.w3.org/2000/09/xmldsig#:KeyInfo'],
].flat()

/** 電子処方箋 — a prescription with chain, revocation lists, time stamp and the doctor's role; then the peers that know XML signatures. */
export async function prescription(): Promise<readonly Ratio[]> {
  const bytes = await file()
  const cold = () => verify(bytes, coldContext())
  const remembered = remembering(context())
  const warm = () => verify(bytes, remembered)
  const what = `for a second of processor time, a file of ${(bytes.length / 1000).toFixed(1)} kB; chain, lists, time stamp, algorithms, role`
  return [
    {
      name: 'e-prescription verified, cold (/s)',
      values: await ratesOf(cold),
      bar: 150,
      against: `the bar of the issue; ${what}; anchors and lists read anew for each`,
    },
    {
      name: 'e-prescription verified, chain and lists at hand (/s)',
      values: await ratesOf(warm),
      bar: 400,
      against: `the bar of the issue; ${what}; the caller holds a context that remembers`,
    },
    await besideXmlCrypto(bytes),
    ...(isInstalled('xmlsec1') ? [await besideXmlsec(bytes, warm)] : []),
  ]
}

async function file(): Promise<Uint8Array> {
  const csv = Buffer.from('SJ1\n1,みほん診療所\n201,1,1,1,2,620000000,見本錠,3,1,錠\n'.repeat(20))
  const content = { id: '00000000-0000-4000-8000-000000000001', contents: csv, additional: null }
  return addSignatureTimeStamp({ bytes: await signPrescription(content, doctor) }, stampAuthority(stampedAt))
}

function verify(bytes: Uint8Array, context: ValidationContext): void {
  const question = { name: 'prescription.xml', bytes, documentKind: 'prescription', content: null }
  const { indication, qualification } = verifyFile(question, context, { policies: [], sealPolicies: [] })
  if (indication !== 'TOTAL-PASSED' || qualification?.answer !== 'confirmed') throw new Error('the file should hold')
}

async function besideXmlCrypto(bytes: Uint8Array): Promise<Ratio> {
  const text = Buffer.from(bytes).toString()
  const signature = /<ds:Signature [\s\S]*<\/ds:Signature>/.exec(text)?.[0] ?? ''
  const publicCert = pemOf(doctor.key.certificate)
  const theirs = () => {
    const signed = new SignedXml({ publicCert, getCertFromKeyInfo: () => null })
    signed.loadSignature(signature)
    if (!signed.checkSignature(text)) throw new Error('xml-crypto does not accept the file')
  }
  const ours = () => {
    const [opened] = openEprescription(bytes)?.signatures ?? []
    if (opened?.opened.conclusion !== null) throw new Error('the file should open')
  }
  const measured = await pairs(
    PAIRS,
    () => rateOf(ours),
    () => rateOf(theirs),
  )
  return {
    name: 'e-prescription opened / xml-crypto 6.3.2',
    values: measured.ratios,
    bar: 1,
    against: `${show(median(measured.ours))} against ${show(median(measured.theirs))}/s of processor time: references and signature value. It leaves out the certificate's binding and the time stamp; chain, lists and role are asked by neither here`,
  }
}

async function besideXmlsec(bytes: Uint8Array, warm: () => void): Promise<Ratio> {
  const folder = mkdtempSync(join(tmpdir(), 'omamori-bench-xmlsec-'))
  try {
    writeFileSync(join(folder, 'file.xml'), bytes)
    writeFileSync(join(folder, 'root.pem'), pemOf(testCertificate('root')))
    const trust = ['--trusted-pem', 'root.pem', '--verification-time', '2026-06-02 00:00:00']
    const parameters = ['--verify', '--repeat', String(AT_ONCE), ...trust, ...idAttributes, 'file.xml']
    const theirs = () => {
      const started = performance.now()
      accepts('xmlsec1', parameters, folder)
      return (AT_ONCE * 1000) / (performance.now() - started)
    }
    const measured = await pairs(PAIRS, () => elapsedRateOf(warm), theirs)
    return {
      name: 'e-prescription verified / xmlsec1',
      values: measured.ratios,
      bar: 1,
      against: `${show(median(measured.ours))} against ${show(median(measured.theirs))}/s, one process for ${AT_ONCE} files; references, signature value and chain. It leaves out revocation, time stamp, binding, place and role`,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
