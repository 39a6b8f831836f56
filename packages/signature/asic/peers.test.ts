import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { asicE, asicS, entry, manifestOver } from '../testing/container.ts'
import { testCertificate } from '../testing/test-pki.ts'
import { digest } from '../x509/signature-value.ts'
import { pemOf, testWithXmlsec, xmlsec } from '../xades/xmlsec.ts'
import type { ContainerEntry } from './entry.ts'
import { openContainer } from './verify.ts'

const referral = entry('紹介状.txt', '紹介状の見本')
const pki = (path: string): string => fileURLToPath(new URL(`../testdata/test-pki/${path}`, import.meta.url))

const opened = (entries: readonly ContainerEntry[]) =>
  openContainer(entries)?.signatures.map(({ format, conclusion, coverage }) => [format, conclusion, coverage.whole])

function opensslOver(content: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'asic-'))
  writeFileSync(join(folder, 'content'), content)
  const who = ['-signer', pki('certificates/doctor.pem'), '-inkey', pki('keys/doctor.pem')]
  const how = ['-cades', '-md', 'sha256', '-outform', 'DER', '-in', join(folder, 'content')]
  return execFileSync('openssl', ['cms', '-sign', '-binary', ...who, ...how], { stdio: ['ignore', 'pipe', 'pipe'] })
}

test('what OpenSSL signs holds in both kinds of container', () => {
  const simple = [entry('mimetype', asicS), referral, entry('META-INF/signature.p7s', opensslOver(referral.bytes))]
  expect(opened(simple)).toEqual([['CAdES', null, true]])
  const manifest = manifestOver('META-INF/signature.p7s', [referral])
  const extended = [
    entry('mimetype', asicE),
    referral,
    entry('META-INF/ASiCManifest.xml', manifest),
    entry('META-INF/signature.p7s', opensslOver(manifest)),
  ]
  expect(opened(extended)).toEqual([['CAdES', null, true]])
})

const dsig = 'http://www.w3.org/2000/09/xmldsig#'
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'

testWithXmlsec('what xmlsec1 signs holds inside a container', async () => {
  const value = Buffer.from(digest('SHA-256', referral.bytes)).toString('base64')
  const template =
    `<asic:XAdESSignatures xmlns:asic="http://uri.etsi.org/02918/v1.2.1#"><Signature xmlns="${dsig}"><SignedInfo>` +
    `<CanonicalizationMethod Algorithm="${exclusive}"/>` +
    '<SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>' +
    `<Reference URI="${encodeURI(referral.name)}"><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>` +
    `<DigestValue>${value}</DigestValue></Reference></SignedInfo><SignatureValue/>` +
    '<KeyInfo><X509Data><X509Certificate/></X509Data></KeyInfo></Signature></asic:XAdESSignatures>'
  const own = pemOf(testCertificate('doctor').raw)
  const files = {
    'template.xml': template,
    'own.pem': own,
    [encodeURI(referral.name)]: referral.bytes,
    [referral.name]: referral.bytes,
  }
  const { out, error } = xmlsec(files, ['--sign', '--privkey-pem', `${pki('keys/doctor.pem')},own.pem`, 'template.xml'])
  expect(error).toBe('')
  const container = [entry('mimetype', asicE), referral, entry('META-INF/signatures.xml', out)]
  expect(opened(container)).toEqual([['XMLDSig', null, true]])
})
