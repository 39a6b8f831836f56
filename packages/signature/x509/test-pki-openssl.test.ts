import { readdirSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { consultLists } from '../revocation/consult-lists.ts'
import { readRevocationList } from '../revocation/revocation-list.ts'
import { testCertificate, testList } from '../testing/test-pki.ts'
import { buildPath } from './path.ts'
import { opensslFolder } from './testing-openssl.ts'
import { plainInputs } from './validate-path.ts'

const { keep, accepted, close } = opensslFolder()
afterAll(close)

const at = Date.UTC(2026, 10, 23)
const labels = readdirSync(new URL('../testdata/test-pki/certificates/', import.meta.url)).map((file) =>
  file.replace('.pem', ''),
)
const roots = ['root', 'provider-root', 'stamp-root']
const lists = ['signing', 'authentication', 'sarl', 'provider', 'stamp'].map((one) => testList(`${one}-2026-11-01`))

for (const label of labels) keep(`${label}.pem`, 'CERTIFICATE', testCertificate(label).raw)
keep('roots.pem', 'CERTIFICATE', ...roots.map((one) => testCertificate(one).raw))
keep(
  'others.pem',
  'CERTIFICATE',
  ...['signing-ca', 'authentication-ca', 'ca-without-ca'].map((one) => testCertificate(one).raw),
)
keep('lists.pem', 'X509 CRL', ...lists)

const others = labels.map(testCertificate)
const anchors = roots.map(testCertificate)
const read = lists.map(readRevocationList)

/** `valid`, or what is wrong with the path or with the certificate's own revocation. */
function answerAbout(label: string): string {
  const { path, trouble } = buildPath(testCertificate(label), anchors, others, { ...plainInputs, at })
  if (path === null) return trouble?.code ?? 'no-chain'
  const [leaf, issuer, anchor = issuer] = [path[0], path[1], path.at(-1)]
  if (leaf === undefined || issuer === undefined || anchor === undefined) return 'valid'
  const { state } = consultLists(leaf, issuer, anchor, read, others)
  return state === 'good' ? 'valid' : state
}

/** Every certificate of the test PKI that is not simply valid. */
const refused: Readonly<Record<string, string>> = {
  // No CA: a list about CAs only does not speak of it.
  'ca-without-ca': 'unknown',
  'doctor-expired': 'certificate-validity',
  'doctor-key-compromised': 'revoked',
  'doctor-revoked': 'revoked',
  'doctor-strange-extension': 'unknown-critical-extension',
  'doctor-under-no-ca': 'ca-basic-constraints',
  'stamp-authority-expired': 'certificate-validity',
}

test('openssl verify refuses those certificates of the test PKI that we refuse, and no other', () => {
  const ours = labels.map((label) => [label, answerAbout(label)] as const).filter(([, answer]) => answer !== 'valid')
  expect(Object.fromEntries(ours)).toEqual(refused)
  const material = ['-CAfile', 'roots.pem', '-untrusted', 'others.pem', '-CRLfile', 'lists.pem']
  const asked = labels.filter((label) => !roots.includes(label))
  const theirs = accepted(
    // What SHA-1 and short keys are worth is the policy's business, on both sides.
    [...material, '-attime', String(at / 1000), '-auth_level', '0', '-crl_check', '-extended_crl'],
    asked.map((label) => `${label}.pem`),
  )
  expect(asked.filter((label) => !theirs.has(`${label}.pem`))).toEqual(Object.keys(refused))
})
