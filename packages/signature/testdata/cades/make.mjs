// Writes the files beside it anew: what is fuzzed of CMS and time stamps, by the test PKI.
//   node packages/signature/testdata/cades/make.mjs
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { archiveCades, completeCades } from '../../cades/extend.ts'
import { signCades } from '../../cades/sign.ts'
import { stampAuthority } from '../../testing/stamp-authority.ts'
import { testKey, testList } from '../../testing/test-pki.ts'
import { digest } from '../../x509/signature-value.ts'

const at = (text) => Date.parse(`2026-06-01T${text}Z`)
const content = Buffer.from('処方箋の見本\n')
const write = (name, bytes) => writeFileSync(new URL(name, import.meta.url), bytes)
const pki = (name) => fileURLToPath(new URL(`../test-pki/${name}.pem`, import.meta.url))

const stamped = await signCades({
  key: testKey('doctor'),
  content,
  attached: true,
  signingTime: at('01:00:00'),
  stamp: stampAuthority(at('02:00:00')),
})
const complete = completeCades(stamped, {
  certificates: [],
  crls: ['signing-2026-06-01', 'stamp-2026-06-01'].map(testList),
  ocsps: [],
})
write('b-lta.p7', await archiveCades(complete, null, stampAuthority(at('03:00:00'))))
const value = digest('SHA-256', content)
write('token.tst', await stampAuthority(at('04:00:00'), 'stamp-authority', [], 42n)({ digest: 'SHA-256', value }))

const options = ['-sign', '-cades', '-binary', '-nodetach', '-md', 'sha256', '-outform', 'DER']
for (const [name, label, more] of [
  ['pss.p7', 'doctor', ['-keyopt', 'rsa_padding_mode:pss']],
  ['streamed.p7', 'doctor-p256', ['-stream', '-keyid']],
]) {
  const key = ['-signer', pki(`certificates/${label}`), '-inkey', pki(`keys/${label}`)]
  write(name, execFileSync('openssl', ['cms', ...options, ...key, ...more], { input: content }))
}
