import { webcrypto } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { signCades, verifyFile } from '@omamori/signature'
import * as pkijs from 'pkijs'
import { testCertificate, testList } from '../../packages/signature/testing/test-pki.ts'
import { median } from '../figure.ts'
import { pairs, type Ratio, show } from '../ledger/ratio.ts'
import { accepts, askedAt, coldContext, doctor, elapsedRateOf, isInstalled, PAIRS, pemOf, rateOf } from './ground.ts'

const lists = ['signing-2026-06-01', 'sarl-2026-06-01']

/** CMS — a signature with its content inside, by chain and revocation lists, everything read anew for each. */
export async function cms(): Promise<readonly Ratio[]> {
  const content = Buffer.from('処方箋の見本\n')
  const bytes = await signCades({ key: doctor.key, content, attached: true, signingTime: doctor.at, stamp: null })
  const ours = () => {
    const question = { name: 'file.p7m', bytes, documentKind: null, content: null }
    const { indication } = verifyFile(question, coldContext(), { policies: [], sealPolicies: [] })
    if (indication !== 'TOTAL-PASSED') throw new Error('the file should hold')
  }
  return [await besidePkijs(bytes, ours), ...(isInstalled('openssl') ? [await besideOpenssl(bytes, ours)] : [])]
}

async function besidePkijs(bytes: Uint8Array, ours: () => void): Promise<Ratio> {
  pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto }))
  const root = testCertificate('root').raw
  const theirs = async () => {
    const { content } = pkijs.ContentInfo.fromBER(bytes)
    const signed = new pkijs.SignedData({ schema: content })
    signed.crls = lists.map((list) => pkijs.CertificateRevocationList.fromBER(testList(list)))
    const trustedCerts = [pkijs.Certificate.fromBER(root)]
    const good = await signed.verify({ signer: 0, trustedCerts, checkChain: true, checkDate: new Date(askedAt) })
    if (!good) throw new Error('pkijs does not accept the file')
  }
  const measured = await pairs(
    PAIRS,
    () => rateOf(ours),
    () => rateOf(theirs),
  )
  return {
    name: 'CMS verified, chain and lists / pkijs 4.0.0',
    values: measured.ratios,
    bar: 1,
    against: `${show(median(measured.ours))} against ${show(median(measured.theirs))}/s of processor time; both read certificates and lists anew. It leaves out the certificate's binding, algorithms and their end, and proofs of existence`,
  }
}

async function besideOpenssl(bytes: Uint8Array, ours: () => void): Promise<Ratio> {
  const folder = mkdtempSync(join(tmpdir(), 'omamori-bench-openssl-'))
  try {
    const pem = (list: string) =>
      `-----BEGIN X509 CRL-----\n${Buffer.from(testList(list)).toString('base64')}\n-----END X509 CRL-----\n`
    writeFileSync(join(folder, 'file.p7m'), bytes)
    writeFileSync(join(folder, 'trust.pem'), pemOf(testCertificate('root')) + lists.map(pem).join(''))
    const at = String(Date.parse(askedAt) / 1000)
    const checks = [
      '-crl_check',
      '-extended_crl',
      '-purpose',
      'any',
      '-attime',
      at,
      '-cades',
      '-binary',
      '-out',
      '/dev/null',
    ]
    const parameters = ['cms', '-verify', '-inform', 'DER', '-in', 'file.p7m', '-CAfile', 'trust.pem', ...checks]
    const measured = await pairs(
      PAIRS,
      () => elapsedRateOf(ours),
      () => elapsedRateOf(() => accepts('openssl', parameters, folder)),
    )
    return {
      name: 'CMS verified, chain and lists / openssl cms',
      values: measured.ratios,
      bar: 1,
      against: `${show(median(measured.ours))} against ${show(median(measured.theirs))}/s, the start of its process in it, for it takes one file. It leaves out the list over the authority (with it, it wants one over the root too), algorithms and their end, and proofs of existence`,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
