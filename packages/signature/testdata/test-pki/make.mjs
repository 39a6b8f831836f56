// Makes the keys, certificates and lists of this folder anew: `node packages/signature/testdata/test-pki/make.mjs`.
// Keys that are there are kept, so that only what changed in the table changes in the folder. Shaped like HPKI, with nobody real in it.
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import {
  authorityKeyId, basicConstraints, distributionPoint, extendedKeyUsage, extension, healthcareRoles, issueCertificate, issueList, keyUsage, name, policies,
  privateKeyOf, subjectKeyId,
} from '../../testing/issue.ts'
import { nothing } from '../../asn1/write.ts'

const here = new URL('./', import.meta.url)
const file = (path) => new URL(path, here)
for (const folder of ['keys', 'certificates', 'lists', 'pkcs12']) mkdirSync(file(`${folder}/`), { recursive: true })

const day = (text) => Date.parse(`${text}T00:00:00+09:00`)
const endOf = (text) => Date.parse(`${text}T23:59:59+09:00`)
const scheme = '1.2.392.100495.1.6.1.1'
const oids = { signing: '1.2.392.100495.1.5.1.1.0.1', signingCa: '1.2.392.100495.1.5.1.1.3.1', authentication: '1.2.392.100495.1.5.1.2.0.1', authenticationCa: '1.2.392.100495.1.5.1.2.3.1' }

function keyFor(label, kind = 'rsa2048') {
  const at = file(`keys/${label}.pem`)
  if (!existsSync(at)) {
    const options = { privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } }
    const { privateKey } = kind === 'p256' ? generateKeyPairSync('ec', { ...options, namedCurve: 'prime256v1' }) : generateKeyPairSync('rsa', { ...options, modulusLength: Number(kind.slice(3)) })
    writeFileSync(at, privateKey)
  }
  return privateKeyOf(readFileSync(at))
}

const pem = (label, octets) => `-----BEGIN ${label}-----\n${Buffer.from(octets).toString('base64').replace(/(.{64})(?=.)/g, '$1\n')}\n-----END ${label}-----\n`
const made = new Map()

function certificate(label, spec) {
  const key = keyFor(spec.keyOf ?? label, spec.kind)
  const issuer = spec.issuer === undefined ? { subject: spec.subject, key } : made.get(spec.issuer)
  const octets = issueCertificate({
    notBefore: day('2024-04-01'),
    notAfter: endOf('2029-03-31'),
    ...spec,
    issuer: issuer.subject,
    key,
    issuerKey: issuer.key,
    extensions: [subjectKeyId(key), authorityKeyId(issuer.key), ...spec.extensions],
  })
  writeFileSync(file(`certificates/${label}.pem`), pem('CERTIFICATE', octets))
  made.set(label, { ...spec, key })
}

const ministry = [['C', 'JP'], ['O', 'Mihon Ministry'], ['OU', 'Mihon Bureau']]
const caUsage = keyUsage('keyCertSign', 'cRLSign')
const sarl = name(...ministry, ['CN', 'SARL'])
const caYears = { notBefore: day('2024-01-17'), notAfter: endOf('2034-01-16') }

certificate('root', { serialNumber: 1, subject: name(...ministry, ['OU', 'MIHON HPKI Root CA']), notBefore: day('2024-01-17'), notAfter: endOf('2044-01-16'), extensions: [basicConstraints(true), caUsage] })
certificate('signing-ca', { issuer: 'root', serialNumber: 2, subject: name(['C', 'JP'], ['O', 'Mihon Medical Association'], ['CN', 'MIHON-01-forNonRepudiation']), ...caYears, extensions: [basicConstraints(true), caUsage, policies(oids.signingCa), distributionPoint(sarl, 'http://pki.example/sarl.crl')] })
certificate('authentication-ca', { issuer: 'root', serialNumber: 3, subject: name(['C', 'JP'], ['O', 'Mihon Medical Association'], ['CN', 'MIHON-01-forAuthentication']), ...caYears, extensions: [basicConstraints(true), caUsage, policies(oids.authenticationCa), distributionPoint(sarl, 'http://pki.example/sarl.crl')] })

const point = distributionPoint(null, 'http://pki.example/sign.crl')
const person = (romaji, id) => name(['C', 'JP'], ['CN', romaji], ['serialNumber', id])
const signer = (...more) => [keyUsage('nonRepudiation'), policies(oids.signing), point, ...more]
const roles = (...texts) => healthcareRoles(scheme, ...texts)
let number = 100
const card = (label, romaji, extensions, more = {}) => certificate(label, { issuer: 'signing-ca', serialNumber: ++number, subject: more.subject ?? person(romaji, `MIHON${number}`), extensions, ...more })

card('doctor', 'Mihon Taro', signer(roles('Medical Doctor')))
card('dentist', 'Mihon Hanako', signer(roles('Dentist')))
card('pharmacist', 'Reidai Ichiro', signer(roles('Pharmacist')))
card('nurse', 'Reidai Hanako', signer(roles('General Nurse')))
card('radiological-technologist', 'Reidai Jiro', signer(roles('Radiological Technologist')))
card('midwife', 'Reidai Saburo', signer(roles('Midwife')))
card('doctor-and-pharmacist', 'Mihon Jiro', signer(roles('Medical Doctor', 'Pharmacist')))
const directorOf = name(['C', 'JP'], ['O', 'Mihon Hospital'], ['OU', 'Director'], ['CN', 'Mihon Saburo'], ['serialNumber', 'MIHON900'])
card('director-only', '', signer(roles('Director of Hospital')), { subject: directorOf })
card('doctor-and-director', '', signer(roles('Medical Doctor', 'Director of Hospital')), { subject: directorOf })
card('no-role', 'Mihon Shiro', signer())
card('role-in-wrong-case', 'Mihon Goro', signer(roles('medical doctor')))
card('role-unknown', 'Mihon Rokuro', signer(roles('Wizard')))
card('role-of-other-scheme', 'Mihon Shichiro', signer(healthcareRoles('1.2.392.100495.1.6.2.1', 'Medical Doctor')))
card('doctor-revoked', 'Mihon Hachiro', signer(roles('Medical Doctor')))
card('doctor-key-compromised', 'Mihon Kuro', signer(roles('Medical Doctor')))
card('doctor-expired', 'Mihon Juro', signer(roles('Medical Doctor')), { notAfter: endOf('2025-03-31') })
card('doctor-rsa-1024', 'Mihon Saki', signer(roles('Medical Doctor')), { kind: 'rsa1024' })
card('doctor-sha1', 'Mihon Yuki', signer(roles('Medical Doctor')), { digest: 'sha1' })
card('doctor-p256', 'Mihon Nao', signer(roles('Medical Doctor')), { kind: 'p256' })
card('doctor-strange-extension', 'Mihon Rei', signer(roles('Medical Doctor'), extension('1.2.392.999999.1', true, nothing())))
card('doctor-other-policy', 'Mihon Sora', [keyUsage('nonRepudiation'), policies('1.2.392.999999.2'), point, roles('Medical Doctor')])
card('doctor-mixed-usage', 'Mihon Umi', [keyUsage('digitalSignature', 'nonRepudiation'), policies(oids.signing), point, roles('Medical Doctor')])
certificate('doctor-authentication', { issuer: 'authentication-ca', serialNumber: 201, subject: person('Mihon Taro', 'MIHON101'), extensions: [keyUsage('digitalSignature'), policies(oids.authentication), distributionPoint(null, 'http://pki.example/auth.crl'), roles('Medical Doctor')] })
certificate('ca-without-ca', { issuer: 'root', serialNumber: 4, subject: name(['C', 'JP'], ['O', 'Mihon Not A CA']), extensions: [basicConstraints(false), caUsage, policies(oids.signingCa), distributionPoint(sarl, null)] })
certificate('doctor-under-no-ca', { issuer: 'ca-without-ca', serialNumber: 301, subject: person('Mihon Kaede', 'MIHON301'), extensions: signer(roles('Medical Doctor')) })

certificate('provider-root', { serialNumber: 1, subject: name(['C', 'JP'], ['O', 'Reidai Provider'], ['CN', 'Reidai Provider Root']), notBefore: day('2024-01-01'), notAfter: endOf('2043-12-31'), extensions: [basicConstraints(true), caUsage] })
const providerPoint = distributionPoint(null, 'http://provider.example/crl')
certificate('other-doctor', { issuer: 'provider-root', serialNumber: 11, subject: name(['C', 'JP'], ['CN', 'Mihon Taro']), extensions: [keyUsage('digitalSignature', 'nonRepudiation'), policies('1.2.392.999999.3'), providerPoint] })
certificate('provider-on-behalf', { issuer: 'provider-root', serialNumber: 12, subject: name(['C', 'JP'], ['O', 'Reidai Sign Kabushiki Kaisha'], ['CN', 'Reidai Sign Service']), extensions: [keyUsage('digitalSignature', 'nonRepudiation'), policies('1.2.392.999999.4'), extendedKeyUsage(false, '1.3.6.1.5.5.7.3.36', '1.2.840.113583.1.1.5'), providerPoint] })
certificate('organisation-seal', { issuer: 'provider-root', serialNumber: 13, subject: name(['C', 'JP'], ['O', 'Mihon Hospital'], ['CN', 'Mihon Hospital Seal']), extensions: [keyUsage('digitalSignature', 'nonRepudiation'), policies('1.2.392.999999.5'), providerPoint] })

certificate('stamp-root', { serialNumber: 1, subject: name(['C', 'JP'], ['O', 'Reidai Time'], ['CN', 'Reidai Time Root']), notBefore: day('2024-01-01'), notAfter: endOf('2043-12-31'), extensions: [basicConstraints(true), caUsage] })
const stampPoint = distributionPoint(null, 'http://time.example/crl')
const stamping = [keyUsage('digitalSignature'), extendedKeyUsage(true, '1.3.6.1.5.5.7.3.8'), stampPoint]
certificate('stamp-authority', { issuer: 'stamp-root', serialNumber: 21, subject: name(['C', 'JP'], ['O', 'Reidai Time'], ['CN', 'Reidai TSA 1']), notAfter: endOf('2034-03-31'), extensions: stamping })
certificate('stamp-authority-expired', { issuer: 'stamp-root', serialNumber: 22, subject: name(['C', 'JP'], ['O', 'Reidai Time'], ['CN', 'Reidai TSA 0']), notAfter: endOf('2026-04-30'), extensions: stamping })
certificate('stamp-authority-not-critical', { issuer: 'stamp-root', serialNumber: 23, subject: name(['C', 'JP'], ['O', 'Reidai Time'], ['CN', 'Reidai TSA X']), extensions: [keyUsage('digitalSignature'), extendedKeyUsage(false, '1.3.6.1.5.5.7.3.8'), stampPoint] })
certificate('ocsp-responder', { issuer: 'signing-ca', serialNumber: 31, subject: name(['C', 'JP'], ['O', 'Mihon Medical Association'], ['CN', 'Mihon OCSP']), extensions: [keyUsage('digitalSignature'), extendedKeyUsage(false, '1.3.6.1.5.5.7.3.9'), extension('1.3.6.1.5.5.7.48.1.5', false, nothing())] })

const serialOf = (label) => made.get(label).serialNumber
const revoked = [
  { serialNumber: serialOf('doctor-revoked'), at: day('2026-03-01'), reason: 5 },
  { serialNumber: serialOf('doctor-key-compromised'), at: day('2026-03-01'), reason: 1, invalidityDate: day('2026-02-01') },
]
const moments = { '2026-01-10': 4, '2026-06-01': 4, '2026-11-01': 5_000 }
let listNumber = 0
for (const [date, days] of Object.entries(moments)) {
  const thisUpdate = day(date)
  const nextUpdate = thisUpdate + days * 86_400_000
  const known = revoked.filter(({ at }) => at <= thisUpdate)
  const write = (label, issuer, more) =>
    writeFileSync(file(`lists/${label}-${date}.crl`), issueList({ issuer: made.get(issuer).subject, issuerKey: made.get(issuer).key, number: ++listNumber, thisUpdate, nextUpdate, revoked: [], ...more }))
  write('signing', 'signing-ca', { revoked: known })
  write('authentication', 'authentication-ca', {})
  write('sarl', 'root', { scope: { directory: sarl, onlyCas: true } })
  write('provider', 'provider-root', {})
  write('stamp', 'stamp-root', {})
  if (days > 4) write('rarl', 'root', { scope: { directory: name(...ministry, ['CN', 'RARL']), onlyCas: true } })
  if (days > 4) write('signing-wrong-scope', 'signing-ca', { scope: { directory: null, onlyCas: true } })
}

const openssl = (...args) => execFileSync('openssl', args, { cwd: here, stdio: 'pipe' })
const bundle = ['-export', '-inkey', 'keys/doctor.pem', '-in', 'certificates/doctor.pem', '-certfile', 'certificates/signing-ca.pem', '-passout', 'pass:mihon']
openssl('pkcs12', ...bundle, '-keypbe', 'AES-256-CBC', '-certpbe', 'AES-256-CBC', '-macalg', 'sha256', '-out', 'pkcs12/doctor.p12')
openssl('pkcs12', ...bundle, '-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1', '-out', 'pkcs12/doctor-legacy.p12')
openssl('pkcs12', ...bundle, '-keypbe', 'AES-256-CBC', '-certpbe', 'AES-256-CBC', '-macalg', 'sha256', '-iter', '1', '-out', 'pkcs12/doctor-quick.p12')
