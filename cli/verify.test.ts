import { hash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { signCades } from '../packages/signature/cades/sign.ts'
import { stampAuthority } from '../packages/signature/testing/stamp-authority.ts'
import { testCertificate, testKey } from '../packages/signature/testing/test-pki.ts'
import { signDetached } from '../packages/signature/xades/sign.ts'
import { omamoriHere } from '../test/running.ts'

const folder = mkdtempSync(join(tmpdir(), 'verify-'))
const file = (name: string): string => join(folder, name)
const trust = file('trust')
const at = '2026-11-20T09:00:00+09:00'

beforeAll(async () => {
  mkdirSync(trust)
  const pki = fileURLToPath(new URL('../packages/signature/testdata/test-pki', import.meta.url))
  for (const name of ['root', 'stamp-root', 'signing-ca'])
    cpSync(join(pki, 'certificates', `${name}.pem`), join(trust, `${name}.pem`))
  for (const name of ['signing', 'sarl', 'stamp'])
    cpSync(join(pki, 'lists', `${name}-2026-11-01.crl`), join(trust, `${name}.crl`))
  for (const who of ['doctor', 'nurse', 'doctor-revoked']) {
    const order = {
      key: testKey(who),
      content: Buffer.from('処方'),
      attached: true,
      signingTime: Date.parse(at),
      stamp: stampAuthority(Date.parse(at)),
    }
    writeFileSync(file(`${who}.p7m`), await signCades(order))
  }
  writeFileSync(file('plain.txt'), 'nothing is signed here')
})

const answered = async (...words: readonly string[]) => {
  const { code, stdout } = await omamoriHere('verify', ...words, '--json')
  return { code, files: JSON.parse(stdout).files }
}

it('says that a doctor signed a prescription, and ends with 0', async () => {
  const { code, files } = await answered(
    file('doctor.p7m'),
    '--trust',
    trust,
    '--document-kind',
    'prescription',
    '--at',
    '2026-11-23T00:00:00Z',
  )
  expect(code).toBe(0)
  expect(files[0]).toMatchObject({
    name: 'doctor.p7m',
    kind: 'cms',
    indication: 'TOTAL-PASSED',
    subIndication: null,
    qualification: { answer: 'confirmed', route: 'hpki' },
  })
  expect(files[0].signatures[0]).toMatchObject({
    format: 'CAdES',
    level: 'B-T',
    provenTime: '2026-11-20T00:00:00.000Z',
    signerKind: { kind: 'own-certificate' },
    roles: [{ text: 'Medical Doctor' }],
  })
})

it("a nurse's signature on a prescription holds, and is not the one that it needs", async () => {
  const { code, files } = await answered(file('nurse.p7m'), '--trust', trust, '--document-kind', 'prescription')
  expect([code, files[0].indication, files[0].qualification.answer]).toEqual([1, 'TOTAL-PASSED', 'insufficient-role'])
})

it('without trust nothing is valid, and nothing is invalid either', async () => {
  const { code, files } = await answered(file('doctor.p7m'))
  expect([code, files[0].indication, files[0].subIndication, files[0].qualification.answer]).toEqual([
    1,
    'INDETERMINATE',
    'NO_CERTIFICATE_CHAIN_FOUND',
    'unverified',
  ])
})

it('a file without a signature has no indication, and several files are answered in order', async () => {
  const { code, files } = await answered(file('plain.txt'), file('doctor-revoked.p7m'), '--trust', trust)
  expect(code).toBe(1)
  expect(
    files.map(({ indication, subIndication }: { indication: string | null; subIndication: string | null }) => [
      indication,
      subIndication,
    ]),
  ).toEqual([
    [null, null],
    ['INDETERMINATE', 'REVOKED_NO_POE'],
  ])
})

it('explains itself to people in both languages', async () => {
  const words = ['verify', file('nurse.p7m'), '--trust', trust, '--document-kind', 'prescription']
  expect((await omamoriHere(...words)).stdout).toContain('資格はありますが、この文書に必要な資格ではありません')
  const english = (await omamoriHere(...words, '--lang', 'en')).stdout
  expect(english).toContain('a licence, but not one that this document needs')
  expect(english).not.toMatch(/[ぁ-んァ-ヶ（）]/)
})

it.each(['etsi', 'jnsa'])('writes the report in the order of %s', async (order) => {
  const report = file(`${order}.pdf`)
  const words = ['verify', file('doctor.p7m'), file('plain.txt'), '--trust', trust, '--report', report]
  expect((await omamoriHere(...words, '--report-order', order)).code).toBe(1)
  expect(readFileSync(report).subarray(0, 5).toString('latin1')).toBe('%PDF-')
})

it.each([
  [['--report-order', 'alphabetical']],
  [['--document-kind', 'shopping-list']],
  [['--at', 'yesterday']],
  [['--at', '2026-11-23']],
  [['--policy', 'none']],
  [['--trust', '/nowhere']],
])('refuses %j by name', async (words) => {
  const { code, stderr } = await omamoriHere('verify', file('doctor.p7m'), ...words)
  expect(code).toBe(2)
  expect(stderr).toContain(words[1])
})

it('trust that was meant and cannot be read is refused by name, never passed over', async () => {
  const other = file('other-trust')
  mkdirSync(other)
  writeFileSync(join(other, 'broken.crt'), 'not a certificate')
  const { code, stderr } = await omamoriHere('verify', file('doctor.p7m'), '--trust', other)
  expect(code).toBe(2)
  expect(stderr).toContain('broken.crt')
})

it('takes the original of an XML signature that stands beside it', async () => {
  const bytes = Buffer.from('紹介状の見本')
  const signed = await signDetached([{ name: '紹介状.txt', mimeType: 'text/plain', bytes }], {
    key: testKey('doctor'),
    at: Date.parse(at),
  })
  writeFileSync(file('beside.xml'), signed)
  writeFileSync(file('original.txt'), bytes)
  writeFileSync(file('another.txt'), '別のもの')
  const answerFor = async (...content: readonly string[]) => {
    const { files } = await answered(file('beside.xml'), ...content, '--trust', trust, '--at', '2026-11-21T00:00:00Z')
    return files[0].subIndication ?? files[0].indication
  }
  expect(await answerFor('--content', file('original.txt'))).toBe('TOTAL-PASSED')
  expect(await answerFor('--content', file('another.txt'))).toBe('HASH_FAILURE')
  expect(await answerFor()).toBe('SIGNED_DATA_NOT_FOUND')
})

it('believes licences only under the roots in the folder hpki, where the trust has one', async () => {
  const divided = file('divided-trust')
  cpSync(trust, divided, { recursive: true })
  mkdirSync(join(divided, 'hpki'))
  const words = [
    file('doctor.p7m'),
    '--trust',
    divided,
    '--document-kind',
    'prescription',
    '--at',
    '2026-11-23T00:00:00Z',
  ]
  const apart = await answered(...words)
  expect([apart.code, apart.files[0].indication]).toEqual([1, 'TOTAL-PASSED'])
  expect(apart.files[0].qualification).toEqual({ answer: 'not-hpki', route: 'none', decidedBy: 'hpki-root' })
  cpSync(join(trust, 'root.pem'), join(divided, 'hpki/root.pem'))
  expect((await answered(...words)).files[0].qualification).toMatchObject({ answer: 'confirmed', route: 'hpki' })
})

it('confirms a licence outside HPKI by what the facility saw of it, and says so', async () => {
  const others = file('other-roots')
  cpSync(trust, others, { recursive: true })
  const pki = fileURLToPath(new URL('../packages/signature/testdata/test-pki', import.meta.url))
  cpSync(join(pki, 'certificates/provider-root.pem'), join(others, 'provider-root.pem'))
  cpSync(join(pki, 'lists/provider-2026-11-01.crl'), join(others, 'provider.crl'))
  const key = testKey('other-doctor', [])
  const order = { key, content: Buffer.from('紹介状'), attached: true, signingTime: Date.parse(at) }
  writeFileSync(file('other.p7m'), await signCades({ ...order, stamp: stampAuthority(Date.parse(at)) }))
  const seen = {
    certificate: testCertificate('other-doctor').fingerprint.toUpperCase(),
    ...{ licence: 'Medical Doctor', route: 'otherCertPlusEvidence', how: 'licence-document' },
    ...{ licensedSince: '2010-05-01', seenOn: '2026-11-20', seenBy: '見本 太郎' },
  }
  const answerBy = async (documentKind: string, ...signers: readonly object[]) => {
    writeFileSync(file('licences.json'), JSON.stringify({ format: 'licence-evidence@1', signers }))
    const words = ['--trust', others, '--document-kind', documentKind, '--at', '2026-11-23T00:00:00Z']
    const { code, files } = await answered(file('other.p7m'), ...words, '--licences', file('licences.json'))
    return [code, files[0].qualification]
  }
  const outside = { answer: 'not-hpki', route: 'none', decidedBy: 'hpki-policy' }
  expect(await answerBy('prescription')).toEqual([1, outside])
  const route = 'otherCertPlusEvidence'
  const confirmed = { answer: 'confirmed', route, decidedBy: 'role-sufficient' }
  expect(await answerBy('prescription', seen)).toEqual([0, confirmed])
  const lacking = { answer: 'insufficient-role', route }
  expect(await answerBy('dispensing-record', seen)).toEqual([1, { ...lacking, decidedBy: 'role-sufficient' }])
  const ended = { ...seen, until: '2026-11-20' }
  expect(await answerBy('prescription', ended)).toEqual([1, { ...lacking, decidedBy: 'licence-evidence' }])
  await answerBy('prescription', seen)
  const moment = ['--trust', others, '--document-kind', 'prescription', '--at', '2026-11-23T00:00:00Z']
  const told = await omamoriHere('verify', file('other.p7m'), ...moment, '--licences', file('licences.json'))
  expect(told.stdout).toContain('証明書ではなく、施設が持つ証拠によります')
  const wrongWay = { ...seen, route: 'jpkiPlusEvidence' }
  writeFileSync(file('licences.json'), JSON.stringify({ format: 'licence-evidence@1', signers: [wrongWay] }))
  const refused = await omamoriHere('verify', file('other.p7m'), '--licences', file('licences.json'))
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('資格の証拠')])
})

it('tells of a container which files are signed, and of a time stamp over which file it stands', async () => {
  const referral = Buffer.from('紹介状の見本')
  const key = testKey('doctor')
  const signature = await signCades({
    key,
    content: referral,
    attached: false,
    signingTime: Date.parse(at),
    stamp: null,
  })
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from('application/vnd.etsi.asic-s+zip'), 'mimetype', { compress: false })
  zip.addBuffer(referral, '紹介状.txt')
  zip.addBuffer(Buffer.from(signature), 'META-INF/signature.p7s')
  zip.end()
  writeFileSync(file('紹介状.asics'), await buffer(zip.outputStream))
  writeFileSync(file('紹介状.txt'), referral)
  const digest = { digest: 'SHA-256', value: hash('sha256', referral, 'buffer') } as const
  writeFileSync(file('紹介状.tst'), await stampAuthority(Date.parse(at))(digest))
  const moment = ['--trust', trust, '--at', '2026-11-03T00:00:00Z']
  const { code, files } = await answered(file('紹介状.asics'), ...moment)
  expect([code, files[0].kind, files[0].indication]).toEqual([0, 'asic', 'TOTAL-PASSED'])
  expect(files[0].signatures[0].coverage).toEqual({ whole: true, covered: ['紹介状.txt'], remarks: [] })
  const stamped = await omamoriHere('verify', file('紹介状.tst'), '--content', file('紹介状.txt'), ...moment)
  expect([stamped.code, stamped.stdout]).toEqual([0, expect.stringContaining('だれが作ったかは示さない')])
  const alone = await answered(file('紹介状.tst'), ...moment)
  expect(alone.files[0]).toMatchObject({
    kind: 'time-stamp',
    indication: 'INDETERMINATE',
    subIndication: 'SIGNED_DATA_NOT_FOUND',
    signatures: [],
  })
})

it('says until when a signature holds as it is kept, and whether its time stamp is accredited', async () => {
  const list = {
    ...{ name: 'みほん診療所の一覧', date: '2026-11-01', source: '見本' },
    authorities: [
      { name: '例題タイム', certificates: [testCertificate('stamp-authority').fingerprint], from: '2026-04-01' },
    ],
  }
  writeFileSync(file('list.json'), JSON.stringify(list))
  const words = [file('doctor.p7m'), '--trust', trust, '--accredited', file('list.json')]
  const { files } = await answered(...words)
  const [signature] = files[0].signatures
  expect(files[0].accreditedList).toEqual({ name: 'みほん診療所の一覧', date: '2026-11-01' })
  expect([signature.timeStamps[0].accredited, signature.holdsUntil]).toEqual([
    true,
    { until: '2029-03-31T14:59:59.000Z', because: expect.objectContaining({ ends: 'certificate' }) },
  ])
  const { stdout } = await omamoriHere('verify', ...words)
  expect(stdout).toContain('認定タイムスタンプ事業者の一覧（みほん診療所の一覧、2026-11-01）にある')
  expect(stdout).toContain('確かめられるのは 令和11年3月31日（土）23:59:59 まで')
  const without = await omamoriHere('verify', file('doctor.p7m'), '--trust', trust, '--lang', 'en')
  expect(without.stdout).toContain('whether it is accredited is not known')
  expect(without.stdout).toContain('As it is kept it can be verified until 31 March 2029')
})

it.each([
  ['nothing', 'JSON'],
  ['{"name":"x","date":"2026-02-30","source":"y","authorities":[]}', 'date'],
  [
    '{"name":"x","date":"2026-11-01","source":"y","authorities":[{"name":"z","certificates":["ab"],"from":"2026-01-01"}]}',
    'authorities.0.certificates.0',
  ],
])('a list of accredited authorities that cannot be read is refused: %s', async (text, place) => {
  writeFileSync(file('wrong.json'), text)
  const { code, stderr } = await omamoriHere('verify', file('doctor.p7m'), '--accredited', file('wrong.json'))
  expect([code, stderr]).toEqual([2, expect.stringContaining(place)])
  expect(stderr).toContain('認定タイムスタンプ事業者の一覧を読み取れません')
})
