import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type FileAnswer, policyNames, readCertificate } from '@omamori/signature'
import { expect, test } from 'vitest'
import { verifyFiles } from './verify-files.ts'

const data = (path: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../packages/signature/testdata/${path}`, import.meta.url)))
const certificate = (name: string) =>
  readCertificate(
    Buffer.from(
      data(`test-pki/certificates/${name}.pem`)
        .toString('latin1')
        .replaceAll(/-----[^-]+-----|\s/g, ''),
      'base64',
    ),
  )

const trust = {
  anchors: [certificate('root')],
  hpkiAnchors: [],
  stampAnchors: [certificate('stamp-root')],
  certificates: [certificate('signing-ca')],
  crls: ['signing', 'sarl', 'stamp'].map((name) => data(`test-pki/lists/${name}-2026-11-01.crl`)),
}

async function answerTo(name: string): Promise<FileAnswer> {
  const at = Date.parse('2026-11-24T00:00:00Z')
  const question = { name, bytes: data(`dss/${name}`), documentKind: null, content: null }
  const [answer] = await verifyFiles([question], { trust, at, policy: policyNames[0] })
  if (answer === undefined) throw new Error('no answer')
  return answer
}

test.each([
  ['e-cades-lta.asice', 'CAdES B-LTA', 3, ['META-INF/ASiCManifest001.xml', '紹介状.txt', '画像 1.bin']],
  ['e-xades-lta.asice', 'XAdES B-LTA', 2, ['紹介状.txt', '画像 1.bin', expect.stringContaining('#xades-id')]],
  ['s-cades-lta.asics', 'CAdES B-LTA', 2, ['紹介状.txt']],
  ['s-xades-t.asics', 'XAdES B-T', 1, ['紹介状.txt', expect.stringContaining('#xades-id')]],
  ['older-a.xml', 'XAdES B-LTA', 3, ['', expect.stringContaining('#xades-id')]],
  ['older-x.xml', 'XAdES B-T', 2, ['', expect.stringContaining('#xades-id')]],
])('what EU DSS made of %s holds with all its time stamps', async (name, level, stamps, covered) => {
  const { indication, signatures, timeStamps } = await answerTo(name)
  expect([indication, timeStamps]).toEqual(['TOTAL-PASSED', []])
  expect(signatures.map(({ format, level: reached }) => `${format} ${reached}`)).toEqual([level])
  expect(signatures[0]?.coverage).toMatchObject({ whole: true, covered })
  expect(signatures[0]?.timeStamps.map((one) => one.indication)).toEqual(Array(stamps).fill('TOTAL-PASSED'))
})

test.each([
  ['s-time-stamp.asics', ['紹介状.txt']],
  ['e-time-stamp.asice', ['META-INF/ASiCManifest001.xml', '紹介状.txt', '画像 1.bin']],
])('a container that EU DSS only stamped is a time stamp: %s', async (name, covered) => {
  const { indication, signatures, timeStamps } = await answerTo(name)
  expect([indication, signatures]).toEqual(['TOTAL-PASSED', []])
  expect(timeStamps.map(({ coverage }) => coverage.covered)).toEqual([covered])
})
