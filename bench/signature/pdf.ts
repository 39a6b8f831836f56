import { sign } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addValidationData, remembering, signPdf, stampPdf, verifyFile } from '@omamori/signature'
import { pdfOf, smallForm, stream } from '../../packages/signature/pades/testing-pdf.ts'
import { stampAuthority } from '../../packages/signature/testing/stamp-authority.ts'
import { testPrivateKey } from '../../packages/signature/testing/test-pki.ts'
import { median } from '../figure.ts'
import { pairs, type Ratio, show } from '../ledger/ratio.ts'
import {
  accepts,
  askedAt,
  context,
  doctor,
  elapsedRateOf,
  isInstalled,
  material,
  PAIRS,
  rateOf,
  ratesOf,
  stampedAt,
} from './ground.ts'

const MEGABYTE = 1_000_000

/** PDF — signed at B-B beside what the key alone takes, and verified at B-LTA. */
export async function pdf(): Promise<readonly Ratio[]> {
  const small = pdfOf(smallForm)
  const large = pdfOf([...smallForm, stream('', 'x'.repeat(MEGABYTE))])
  return [await signing('small', small), await signing('1 MB', large), ...(await verifying(large))]
}

async function signing(size: string, bytes: Uint8Array): Promise<Ratio> {
  const key = testPrivateKey('doctor')
  const measured = await pairs(
    PAIRS,
    () => rateOf(() => signPdf(bytes, doctor)),
    () => rateOf(() => sign('sha256', bytes, key)),
  )
  return {
    name: `PAdES B-B signed, RSA-2048, ${size} (/s)`,
    values: measured.ours,
    bar: 400,
    against: `the bar of the issue; for a second of processor time; ${show(median(measured.ratios))} of \`node:crypto\`, which hashes and signs the same octets ${show(median(measured.theirs))} times a second`,
  }
}

async function verifying(plain: Uint8Array): Promise<readonly Ratio[]> {
  const stamped = await signPdf(plain, { ...doctor, stamp: stampAuthority(stampedAt) })
  const bytes = await stampPdf(addValidationData(stamped, material), 'SHA-256', stampAuthority(Date.parse(askedAt)))
  const remembered = { ...remembering(context()), at: Date.parse('2026-06-03T00:00:00Z') }
  const ours = () => {
    const question = { name: 'file.pdf', bytes, documentKind: null, content: null }
    const { signatures } = verifyFile(question, remembered, { policies: [], sealPolicies: [] })
    if (signatures[0]?.indication !== 'TOTAL-PASSED' || signatures[0].level !== 'B-LTA')
      throw new Error('the file should hold')
  }
  const bar = 'the bar of the issue; for a second of processor time'
  return [
    { name: 'PAdES B-LTA verified, 1 MB (/s)', values: await ratesOf(ours), bar: 50, against: bar },
    ...(isInstalled('pdfsig') ? [await besidePdfsig(bytes, ours)] : []),
  ]
}

async function besidePdfsig(bytes: Uint8Array, ours: () => void): Promise<Ratio> {
  const folder = mkdtempSync(join(tmpdir(), 'omamori-bench-pdfsig-'))
  try {
    writeFileSync(join(folder, 'file.pdf'), bytes)
    const measured = await pairs(
      PAIRS,
      () => elapsedRateOf(ours),
      () => elapsedRateOf(() => accepts('pdfsig', ['-nocert', 'file.pdf'], folder)),
    )
    return {
      name: 'PAdES B-LTA verified, 1 MB / pdfsig',
      values: measured.ratios,
      bar: 1,
      against: `${show(median(measured.ours))} against ${show(median(measured.theirs))}/s, the start of its process in it (\`-nocert\`): digests and signature values. It leaves out chain, revocation, the stamps' own worth and what later revisions did`,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
