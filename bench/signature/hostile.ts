import { addToSignedData, signCades, signEnveloped, signPdf, verifyFile } from '@omamori/signature'
import { pdfOf, revisedWith, smallForm, stream } from '../../packages/signature/pades/testing-pdf.ts'
import { issueList } from '../../packages/signature/testing/issue.ts'
import { testCertificate, testPrivateKey } from '../../packages/signature/testing/test-pki.ts'
import { type Ratio, show } from '../ledger/ratio.ts'
import { coldContext, doctor } from './ground.ts'

const SECONDS = 2
/** A file below a megabyte may take as long as one of a megabyte. */
const LEAST = 1_000_000

/** 悪意のあるファイル — made so that a reader that is careless once is slow: the worst of them counts. */
export async function hostile(): Promise<readonly Ratio[]> {
  const taken = (await files()).map(([name, bytes]) => ({ name, perMegabyte: secondsPerMegabyte(bytes) }))
  const worst = taken.reduce((most, one) => (one.perMegabyte > most.perMegabyte ? one : most))
  const all = taken.map(({ name, perMegabyte }) => `${name} ${show(perMegabyte)}`).join(', ')
  return [
    {
      name: `hostile files: ${SECONDS} s for a MB / the worst`,
      values: [SECONDS / worst.perMegabyte],
      bar: 1,
      against: `the bar of the issue; seconds of processor time for a MB, a smaller file counted as one: ${all}`,
    },
  ]
}

function secondsPerMegabyte(bytes: Uint8Array): number {
  const context = coldContext()
  const before = process.cpuUsage()
  verifyFile({ name: 'file', bytes, documentKind: null, content: null }, context, { policies: [], sealPolicies: [] })
  const { user, system } = process.cpuUsage(before)
  return (user + system) / Math.max(LEAST, bytes.length)
}

type Hostile = readonly [name: string, bytes: Uint8Array]

async function files(): Promise<readonly Hostile[]> {
  return [...(await xmlFiles()), ...(await pdfFiles()), ...(await cmsFiles())]
}

async function xmlFiles(): Promise<readonly Hostile[]> {
  const plain = Buffer.from(`<a>${'<b c="d">text</b>'.repeat(60_000)}</a>`)
  const signed = Buffer.from(await signEnveloped(plain, doctor)).toString()
  const reference = /<ds:Reference Id[\s\S]*?<\/ds:Reference>/.exec(signed)?.[0] ?? ''
  const signature = /<ds:Signature [\s\S]*<\/ds:Signature>/.exec(signed)?.[0] ?? ''
  const deep = `${'<b>'.repeat(200)}${'<c/>'.repeat(200_000)}${'</b>'.repeat(200)}`
  return [
    ['XML with 60 references to all of it', Buffer.from(signed.replace(reference, reference.repeat(60)))],
    ['XML with 60 signatures', Buffer.from(signed.replace(signature, signature.repeat(60)))],
    ['XML with 200,000 elements deep inside', Buffer.from(`<a>${deep}${signature}</a>`)],
  ]
}

async function pdfFiles(): Promise<readonly Hostile[]> {
  const pages = 1000
  const first = smallForm.length + 2
  const shared = `[${'9 0 R '.repeat(100_000)}]`
  const kids = Array.from({ length: pages }, (_, i) => `${first + i} 0 R`).join(' ')
  const tree = `<</Type/Pages /Count ${pages} /Kids[${kids}]>>`
  const page = `<</Type/Page /Parent 2 0 R /Annots ${first - 1} 0 R>>`
  const many = [...smallForm.with(1, tree), shared, ...Array.from({ length: pages }, () => page)]
  const catalog = (smallForm[0] ?? '').replace('/Lang', '/Outlines 14 0 R /Lang')
  const reaching = smallForm.with(0, catalog)
  const objects = [...reaching, ...Array.from({ length: 50_000 }, (_, i) => `<</Next ${15 + i} 0 R>>`)]
  const deep = [...reaching, `${'['.repeat(500_000)}${']'.repeat(500_000)}`]
  return [
    ['PDF with 1,000 pages that share 100,000 annotations', await signedAndChanged(many)],
    ['PDF with a chain of 50,000 objects', await signedAndChanged(objects)],
    ['PDF with 500,000 lists in one another', await signedAndChanged(deep)],
    ['PDF with 60 signatures', await signedOften(60)],
  ]
}

async function signedAndChanged(objects: readonly string[]): Promise<Uint8Array> {
  return revisedWith(await signPdf(pdfOf(objects), doctor), { 5: stream('', 'x') })
}

async function signedOften(times: number): Promise<Uint8Array> {
  let bytes: Uint8Array = pdfOf(smallForm)
  for (let i = 0; i < times; i++) bytes = await signPdf(bytes, doctor)
  return bytes
}

async function cmsFiles(): Promise<readonly Hostile[]> {
  const content = Buffer.from('x')
  const order = { key: doctor.key, content, attached: true, signingTime: doctor.at, stamp: null }
  const bytes = await signCades(order)
  const small = Array.from({ length: 400 }, (_, i) => listOf(1, i))
  return [
    ['CMS with a list of 30,000 entries', addToSignedData(bytes, { crls: [listOf(30_000, 1)] })],
    ['CMS with 400 lists', addToSignedData(bytes, { crls: small })],
  ]
}

function listOf(entries: number, number: number): Uint8Array {
  const day = Date.parse('2026-06-01T00:00:00Z')
  return issueList({
    issuer: testCertificate('signing-ca').subject.raw,
    issuerKey: testPrivateKey('signing-ca'),
    number,
    thisUpdate: day + number * 1000,
    nextUpdate: day + 7 * 86_400_000,
    revoked: Array.from({ length: entries }, (_, i) => ({ serialNumber: 1_000_000 + i, at: day, reason: 4 })),
  })
}
