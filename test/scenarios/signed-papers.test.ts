import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { addValidationData, openPdfSignatures, signPdf, stampPdf } from '@omamori/signature'
import { expect } from 'vitest'
import { ask, testWithPdfsig } from '../../packages/signature/pades/testing-pdfsig.ts'
import { stampAuthority } from '../../packages/signature/testing/stamp-authority.ts'
import { testKey, testList } from '../../packages/signature/testing/test-pki.ts'
import { browserTest } from '../browser/chromium.ts'

const at = Date.parse('2026-06-01T00:00:00Z')
const lists = { certificates: [], crls: [testList('signing-2026-06-01')], ocsps: [] }

/** Signs, keeps and stamps a paper, and has a second person sign it: nobody may find anything wrong. Returns it. */
async function expectSignable(paper: Uint8Array): Promise<Uint8Array> {
  const signed = await signPdf(paper, { key: testKey('doctor'), at, stamp: stampAuthority(at) })
  const kept = await stampPdf(addValidationData(signed, lists), 'SHA-256', stampAuthority(at))
  const twice = await signPdf(kept, { key: testKey('pharmacist'), at })
  expect(Buffer.compare(twice.subarray(0, paper.length), paper)).toBe(0)
  const opened = openPdfSignatures(twice)
  expect(opened.map(({ level, conclusion }) => [level, conclusion])).toEqual([
    ['B-LTA', null],
    ['B-B', null],
  ])
  expect(
    opened.flatMap(({ coverage }) => coverage.remarks).filter(({ code }) => code !== 'later-revision-permitted'),
  ).toEqual([])
  return twice
}

testWithPdfsig('a paper that Typst sets is signed, kept, stamped and signed again', async () => {
  const compiler = NodeCompiler.create()
  const paper = compiler.pdf({ mainFileContent: '= Prescription\nfourteen days\n#pagebreak()\nMihon Clinic' })
  const { out } = ask('pdfsig', ['-nocert', 'paper.pdf'], { 'paper.pdf': await expectSignable(paper) })
  expect(out.match(/Signature is Valid/g)).toHaveLength(2)
})

browserTest('a page that Chromium prints is signed, kept, stamped and signed again', async (browser) => {
  const page = await browser.newPage()
  await page.setContent('<h1>処方箋の見本</h1><form><input name="a" value="14"></form><p>見本 太郎</p>')
  await expectSignable(await page.pdf({ tagged: true }))
})
