import { expect, test } from 'vitest'
import { signCades } from '../cades/sign.ts'
import { openCades } from '../cades/verify.ts'
import { algorithmPolicy } from '../policy/read-policy.ts'
import { contextAt } from '../testing/context.ts'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { testCertificate, testKey, testList } from '../testing/test-pki.ts'
import { type ValidatedSignature, validateSignature } from '../validation/validate.ts'
import { documentQualification } from './document-qualification.ts'
import { type DocumentKind, documentKinds, hpkiProfile } from './profile.ts'
import { qualificationOf } from './qualification.ts'
import { healthcareActorsOf } from './role.ts'
import { signerKindOf } from './signer-kind.ts'

const lists = ['signing', 'sarl', 'authentication', 'provider'].map((name) => testList(`${name}-2026-11-01`))

async function signedBy(
  label: string,
  chain: readonly string[] = ['signing-ca'],
  anchors = ['root', 'provider-root'],
): Promise<ValidatedSignature> {
  const at = Date.parse('2026-11-23T00:00:00Z')
  const bytes = await signCades({
    key: testKey(label, chain),
    content: Buffer.from('見本'),
    attached: true,
    signingTime: at,
    stamp: null,
  })
  const [opened] = openCades({ bytes, content: null })
  if (opened === undefined) throw new Error('nothing opened')
  return validateSignature(opened, {
    at,
    anchors: anchors.map(testCertificate),
    hpkiAnchors: [testCertificate('root')],
    stampAnchors: [],
    certificates: [],
    crls: lists,
    ocsps: [],
    algorithms: algorithmPolicy(),
  })
}

const kindOf = (name: string) => {
  const kind = documentKinds.find((one) => one.kind === name)
  if (kind === undefined) throw new Error(name)
  return kind
}

const judged = (signatures: readonly ValidatedSignature[], kind: DocumentKind) =>
  documentQualification(
    signatures.map((signature) => ({ signature, oneOf: null })),
    kind,
  )

test.each([
  ['doctor', 'prescription', 'confirmed', 'role-sufficient'],
  ['dentist', 'prescription', 'confirmed', 'role-sufficient'],
  ['nurse', 'prescription', 'insufficient-role', 'role-sufficient'],
  ['pharmacist', 'prescription', 'insufficient-role', 'role-sufficient'],
  ['pharmacist', 'dispensed-prescription', 'confirmed', 'role-sufficient'],
  ['doctor', 'dispensed-prescription', 'insufficient-role', 'role-sufficient'],
  ['doctor-and-pharmacist', 'dispensed-prescription', 'confirmed', 'role-sufficient'],
  ['doctor-and-pharmacist', 'prescription', 'confirmed', 'role-sufficient'],
  ['radiological-technologist', 'radiation-record', 'insufficient-role', 'role-sufficient'],
  ['doctor', 'radiation-record', 'confirmed', 'role-sufficient'],
  ['midwife', 'birth-certificate', 'confirmed', 'role-sufficient'],
  ['director-only', 'prescription', 'insufficient-role', 'role-licence'],
  ['doctor-and-director', 'prescription', 'confirmed', 'role-sufficient'],
  ['no-role', 'prescription', 'no-role', 'role-present'],
  ['role-in-wrong-case', 'prescription', 'insufficient-role', 'role-known'],
  ['role-unknown', 'prescription', 'insufficient-role', 'role-known'],
  ['role-of-other-scheme', 'prescription', 'no-role', 'role-scheme'],
  ['doctor-other-policy', 'prescription', 'not-hpki', 'hpki-policy'],
  ['doctor-mixed-usage', 'prescription', 'not-hpki', 'hpki-signing-key'],
  ['doctor-revoked', 'prescription', 'unverified', 'signature-holds'],
  ['doctor-expired', 'prescription', 'unverified', 'signature-holds'],
] as const)('%s under a %s: %s, decided by %s', async (label, kind, answer, decidedBy) => {
  const found = judged([await signedBy(label)], kindOf(kind))
  expect([found?.answer, found?.decidedBy]).toEqual([answer, decidedBy])
})

test("the card's authentication certificate does not sign, whatever role stands in it", async () => {
  const found = judged([await signedBy('doctor-authentication', ['authentication-ca'])], kindOf('prescription'))
  expect([found?.answer, found?.decidedBy, found?.route]).toEqual([
    'not-hpki',
    'hpki-authentication-certificate',
    'none',
  ])
})

test('a certificate of another provider shows no licence by itself', async () => {
  const found = judged([await signedBy('other-doctor', [])], kindOf('prescription'))
  expect([found?.answer, found?.decidedBy, found?.route]).toEqual(['not-hpki', 'hpki-policy', 'none'])
})

test("an electronic prescription with its dispensing needs the prescriber's and the pharmacist's signature", async () => {
  const kind = kindOf('electronic-prescription-with-dispensing')
  const [doctor, pharmacist, nurse] = await Promise.all([signedBy('doctor'), signedBy('pharmacist'), signedBy('nurse')])
  expect(judged([doctor, pharmacist], kind)?.answer).toBe('confirmed')
  expect(judged([doctor], kind)?.answer).toBe('insufficient-role')
  expect(judged([doctor, nurse], kind)?.answer).toBe('insufficient-role')
  expect(judged([], kind)).toBeNull()
})

test('somebody with both licences signs twice; one signature does not stand for prescribing and dispensing', async () => {
  const kind = kindOf('electronic-prescription-with-dispensing')
  const [both, doctor, pharmacist] = await Promise.all([
    signedBy('doctor-and-pharmacist'),
    signedBy('doctor'),
    signedBy('pharmacist'),
  ])
  const alone = judged([both], kind)
  expect([alone?.answer, alone?.decidedBy]).toEqual(['insufficient-role', 'signature-of-its-own'])
  expect(judged([both, both], kind)?.answer).toBe('confirmed')
  expect(judged([both, doctor], kind)?.answer).toBe('confirmed')
  expect(judged([both, pharmacist], kind)?.answer).toBe('confirmed')
})

test('a signature that cannot be verified leaves open whether the licence it claims was there', async () => {
  const kind = kindOf('electronic-prescription-with-dispensing')
  const [doctor, pharmacist] = await Promise.all([signedBy('doctor'), signedBy('pharmacist')])
  const [revokedDoctor, strangeNurse] = await Promise.all([signedBy('doctor-revoked'), signedBy('nurse', [], [])])
  const broken = { ...pharmacist, conclusion: { ...revokedDoctor.conclusion } }
  expect(judged([doctor, broken], kind)?.answer).toBe('unverified')
  expect(judged([doctor, strangeNurse], kind)?.answer).toBe('insufficient-role')
})

test('what stands in the place of another signature does not count there', async () => {
  const kind = kindOf('electronic-prescription-with-dispensing')
  const [doctor, pharmacist] = await Promise.all([signedBy('doctor'), signedBy('pharmacist')])
  const [prescribing, dispensing] = kind.signatures.map(({ oneOf }) => oneOf)
  const answer = (first: ValidatedSignature, second: ValidatedSignature) =>
    documentQualification(
      [
        { signature: first, oneOf: prescribing ?? null },
        { signature: second, oneOf: dispensing ?? null },
      ],
      kind,
    )
  expect(answer(doctor, pharmacist)?.answer).toBe('confirmed')
  expect(answer(pharmacist, doctor)?.answer).toBe('insufficient-role')
  const alone = documentQualification([{ signature: pharmacist, oneOf: dispensing ?? null }], kind)
  expect([alone?.answer, alone?.decidedBy]).toEqual(['insufficient-role', 'signature-there'])
})

test('roles that cannot be read leave the kind of signer unknown and the licence unverified', async () => {
  const signature = await signedBy('doctor')
  const certificate = testCertificate('doctor')
  const broken = { oid: '2.5.29.9', critical: false, value: Buffer.from('3003020101', 'hex') }
  const signer = { ...certificate, extensions: new Map([...certificate.extensions, ['2.5.29.9', broken] as const]) }
  const hostile = {
    ...signature,
    path: [signer, ...signature.path.slice(1)],
    opened: { ...signature.opened, signingCertificate: signer },
  }
  expect(signerKindOf(hostile, { policies: [], sealPolicies: [] })).toEqual({ kind: 'unknown', evidence: [] })
  expect(qualificationOf(hostile, null)).toMatchObject({ answer: 'unverified', decidedBy: 'hpki-readable' })
})

test('each role that a kind of document asks for stands in the table and is a licence', () => {
  for (const { signatures } of documentKinds)
    for (const { oneOf } of signatures)
      for (const text of oneOf) expect(hpkiProfile.roles.find((row) => row.text === text)?.licence).toBe(true)
})

test.each([
  [
    'Medical Doctor',
    '3034303206062881854200013128312630 24A0223120A00C060A2A830886910F01060101A2100C0E4D65646963616C20446F63746F72',
  ],
  [
    'Pharmacist',
    '3030302E06062881854200013124312230 20A01E311CA00C060A2A830886910F01060101A20C0C0A506861726D6163697374',
  ],
])('the octets of issued certificates are read as %s', (text, octets) => {
  const value = Buffer.from(octets.replaceAll(' ', ''), 'hex')
  const certificate = testCertificate('doctor')
  const read = healthcareActorsOf({
    ...certificate,
    extensions: new Map([['2.5.29.9', { oid: '2.5.29.9', critical: false, value }]]),
  })
  expect(read).toEqual([{ scheme: '1.2.392.100495.1.6.1.1', text }])
})

test.each([
  ['doctor', 'own-certificate', ['healthcare-role'], {}, ['signing-ca']],
  ['provider-on-behalf', 'unknown', ['document-signing-of-a-company'], {}, []],
  [
    'provider-on-behalf',
    'provider-on-behalf',
    ['document-signing-of-a-company', 'other-name-claimed'],
    { Name: '見本 太郎' },
    [],
  ],
  ['other-doctor', 'unknown', ['other-name-claimed'], { Name: '見本 太郎' }, []],
  ['organisation-seal', 'organisation-seal', ['seal-policy'], {}, []],
] as const)('%s is %s by %j', async (label, kind, evidence, claims, chain) => {
  const signature = await signedBy(label, chain)
  const known = { policies: [], sealPolicies: ['1.2.392.999999.5'] }
  expect(signerKindOf({ ...signature, opened: { ...signature.opened, claims } }, known)).toEqual({ kind, evidence })
})

test.each([
  ['doctor', null, 'unknown', undefined],
  ['doctor', '2026-11-20T00:00:00Z', 'passed', undefined],
  ['doctor-revoked', '2026-02-15T00:00:00Z', 'passed', undefined],
  ['doctor-revoked', '2026-03-15T00:00:00Z', 'failed', 'revoked'],
  ['doctor', '2024-02-01T00:00:00Z', 'failed', 'outside-its-life'],
] as const)(
  '%s with a stamp of %s: whether the certificate stood at that moment',
  async (label, moment, outcome, trouble) => {
    const bytes = await signCades({
      key: testKey(label),
      content: Buffer.from('見本'),
      attached: true,
      signingTime: Date.parse('2026-02-01T00:00:00Z'),
      stamp: moment === null ? null : stampAuthority(Date.parse(moment)),
    })
    const [opened] = openCades({ bytes, content: null })
    if (opened === undefined) throw new Error('nothing opened')
    const crls = ['signing', 'sarl', 'stamp'].map((name) => testList(`${name}-2026-11-01`))
    const signature = validateSignature(opened, contextAt('2026-11-23T00:00:00Z', { crls }))
    const check = qualificationOf(signature, null).checks.find(({ code }) => code === 'valid-at-the-stamp')
    expect([check?.outcome, check?.facts.trouble]).toEqual([outcome, trouble])
  },
)
