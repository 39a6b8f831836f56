import { expect, test } from 'vitest'
import { completeCades } from '../cades/extend.ts'
import { signCades } from '../cades/sign.ts'
import { verifyFile } from '../report/verify-file.ts'
import { asicE, asicS, entry, manifestOver } from '../testing/container.ts'
import { contextAt } from '../testing/context.ts'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { testKey, testList } from '../testing/test-pki.ts'
import { digest } from '../x509/signature-value.ts'
import { addValidationMaterial } from '../xades/extend.ts'
import { signDetached } from '../xades/sign.ts'
import type { ContainerEntry } from './entry.ts'

const at = (text: string): number => Date.parse(text)
const june = ['signing-2026-06-01', 'sarl-2026-06-01', 'stamp-2026-06-01'].map(testList)
const autumn = { crls: [testList('stamp-2026-11-01')] }

const referral = entry('紹介状.txt', '紹介状の見本')
const picture = entry('画像/胸部 1.bin', Uint8Array.of(1, 2, 3))
const files = [referral, picture]

const cades = (content: Uint8Array, stampedAt: string | null = null) =>
  signCades({
    key: testKey('doctor'),
    content,
    attached: false,
    signingTime: at('2026-06-01T09:00:00Z'),
    stamp: stampedAt === null ? null : stampAuthority(at(stampedAt)),
  })

const xades = (signed: readonly ContainerEntry[], by = 'doctor') =>
  signDetached(
    signed.map(({ name, bytes }) => ({ name, bytes, mimeType: 'application/octet-stream' })),
    { key: testKey(by), at: at('2026-06-01T09:00:00Z') },
  )

const stampOver = (octets: Uint8Array, moment = '2026-06-01T12:00:00Z') =>
  stampAuthority(at(moment))({ digest: 'SHA-256', value: digest('SHA-256', octets) })

const ask = (entries: readonly ContainerEntry[], moment = '2026-06-02T00:00:00Z', crls = june) =>
  verifyFile(
    { name: 'x.asice', bytes: Buffer.from('PK'), documentKind: null, content: null, entries },
    contextAt(moment, { crls }),
    { policies: [], sealPolicies: [] },
  )

const told = (answer: ReturnType<typeof ask>) =>
  answer.signatures.map(({ format, level, indication, subIndication, decidedBy }) =>
    [format, level, indication, subIndication, decidedBy].filter((one) => one !== null).join(' '),
  )

const simple = async (): Promise<readonly ContainerEntry[]> => [
  entry('mimetype', asicS),
  referral,
  entry('META-INF/signature.p7s', await cades(referral.bytes)),
]

async function extended(signed = files): Promise<readonly ContainerEntry[]> {
  const manifest = manifestOver('META-INF/signature001.p7s', signed)
  return [
    entry('mimetype', asicE),
    ...files,
    entry('META-INF/ASiCManifest001.xml', manifest),
    entry('META-INF/signature001.p7s', await cades(manifest)),
  ]
}

const withXml = async (signed: readonly ContainerEntry[] = files): Promise<readonly ContainerEntry[]> => [
  entry('mimetype', asicE),
  ...files,
  entry('META-INF/signatures.xml', await xades(signed)),
]

test.each([
  ['ASiC-S with CAdES', simple, 'CAdES', ['紹介状.txt']],
  ['ASiC-E with CAdES', extended, 'CAdES', ['META-INF/ASiCManifest001.xml', '紹介状.txt', '画像/胸部 1.bin']],
  ['ASiC-E with XAdES', withXml, 'XAdES', ['紹介状.txt', '画像/胸部 1.bin', '#Signature-SignedProperties']],
] as const)('%s holds, and names the files under it', async (_, make, format, covered) => {
  const answer = ask(await make())
  expect(answer.kind).toBe('asic')
  expect(told(answer)).toEqual([`${format} B-B TOTAL-PASSED`])
  expect(answer.signatures[0]?.coverage).toEqual({ whole: true, covered, remarks: [] })
})

const replaced = (entries: readonly ContainerEntry[], name: string, bytes: string): readonly ContainerEntry[] =>
  entries.map((one) => (one.name === name ? entry(name, bytes) : one))
const without = (entries: readonly ContainerEntry[], name: string): readonly ContainerEntry[] =>
  entries.filter((one) => one.name !== name)
const added = (entries: readonly ContainerEntry[], ...more: readonly ContainerEntry[]): readonly ContainerEntry[] => [
  ...entries,
  ...more,
]

const hashed = (by: string) => `TOTAL-FAILED HASH_FAILURE ${by}`
const formed = (by: string) => `TOTAL-FAILED FORMAT_FAILURE ${by}`

type Entries = readonly ContainerEntry[]

const tampered: readonly (readonly [string, () => Promise<Entries>, (entries: Entries) => Entries, string])[] = [
  ['a changed file', simple, (e) => replaced(e, '紹介状.txt', '別の文'), hashed('message-digest')],
  ['a changed file', extended, (e) => replaced(e, '紹介状.txt', '別の文'), hashed('manifest-reference-digest')],
  ['a changed file', withXml, (e) => replaced(e, '紹介状.txt', '別の文'), hashed('reference-digest')],
  [
    'a missing file',
    extended,
    (e) => without(e, '紹介状.txt'),
    'INDETERMINATE SIGNED_DATA_NOT_FOUND manifest-reference-found',
  ],
  ['a missing file', withXml, (e) => without(e, '紹介状.txt'), 'INDETERMINATE SIGNED_DATA_NOT_FOUND reference-found'],
  ['a missing manifest', extended, (e) => without(e, 'META-INF/ASiCManifest001.xml'), formed('manifest-found')],
  [
    'two manifests for one signature',
    extended,
    (e) => added(e, entry('META-INF/ASiCManifest2.xml', manifestOver('META-INF/signature001.p7s', [referral]))),
    formed('one-manifest'),
  ],
  ['a second file in ASiC-S', simple, (e) => added(e, picture), formed('one-content')],
  ['one name twice', extended, (e) => added(e, entry('紹介状.txt', '別の文')), formed('entry-names-distinct')],
  ['one name twice', withXml, (e) => added(e, entry('紹介状.txt', '別の文')), formed('entry-names-distinct')],
  [
    'names that differ in case',
    extended,
    (e) => added(e, entry('紹介状.TXT', '別の文')),
    formed('entry-names-distinct'),
  ],
  [
    'names that differ in normalisation',
    extended,
    (e) => added(e, entry('か\u3099.txt', ''), entry('が.txt', '')),
    formed('entry-names-distinct'),
  ],
  [
    'names that differ in escapes',
    withXml,
    (e) => added(e, entry(encodeURI('紹介状.txt'), '別の文')),
    formed('entry-names-distinct'),
  ],
  [
    'a name that leaves the container',
    extended,
    (e) => added(e, entry('../紹介状.txt', '')),
    formed('entry-names-plain'),
  ],
  ['a name from the root', withXml, (e) => added(e, entry('/etc/passwd', '')), formed('entry-names-plain')],
  ['a name with a drive', simple, (e) => added(e, entry('C:x', '')), formed('entry-names-plain')],
  ['a name with a backslash', withXml, (e) => added(e, entry('a\\b', '')), formed('entry-names-plain')],
  ['a name that is read backwards', withXml, (e) => added(e, entry('x\u202Etxt.exe', '')), formed('entry-names-plain')],
]

test.each(tampered.map((row) => [row[0], row[1].name, ...row] as const))('%s (%s) does not hold', async (...row) => {
  const [, , , make, tamper, expected] = row
  expect(told(ask(tamper(await make())))).toEqual([expect.stringContaining(expected)])
})

test('a file that nobody signed is named, and the signature still holds', async () => {
  const loose = entry('後から.txt', 'あとから入れた')
  for (const make of [extended, withXml]) {
    const answer = ask(added(await make(), loose))
    expect(told(answer)).toEqual([expect.stringContaining('TOTAL-PASSED')])
    expect(answer.signatures[0]?.coverage).toMatchObject({
      whole: false,
      remarks: [
        { code: 'not-covered', facts: { count: 1, names: '後から.txt' } },
        { code: 'signed-by-nobody', facts: { count: 1, names: '後から.txt' } },
      ],
    })
  }
})

test('what is in META-INF and is no part of the signing is contents like any other', async () => {
  const answer = ask(added(await extended(), entry('META-INF/処方.txt', '')))
  expect(answer.signatures[0]?.coverage.remarks[0]?.facts).toEqual({ count: 1, names: 'META-INF/処方.txt' })
})

test('two people sign different files: each is told what lies outside, and nobody is left out', async () => {
  const entries = [
    entry('mimetype', asicE),
    ...files,
    entry('META-INF/signatures1.xml', await xades([referral])),
    entry('META-INF/signatures2.xml', await xades([picture], 'radiological-technologist')),
  ]
  expect(ask(entries).signatures.map(({ id, indication, coverage }) => [id, indication, coverage.remarks])).toEqual([
    ['META-INF/signatures1.xml', 'TOTAL-PASSED', [{ code: 'not-covered', facts: { count: 1, names: picture.name } }]],
    ['META-INF/signatures2.xml', 'TOTAL-PASSED', [{ code: 'not-covered', facts: { count: 1, names: referral.name } }]],
  ])
})

test.each(['../秘密.txt', 'file:///etc/passwd', 'http://example.jp/x', '/etc/passwd'])(
  'a reference to %s reaches nothing',
  async (uri) => {
    const outside = { ...referral, name: uri }
    const answer = ask([entry('mimetype', asicE), ...files, entry('META-INF/signatures.xml', await xades([outside]))])
    expect(told(answer)).toEqual(['XAdES B-B INDETERMINATE SIGNED_DATA_NOT_FOUND reference-found'])
  },
)

test.each([
  ['missing', (e: readonly ContainerEntry[]) => e.slice(1)],
  ['not-first', (e: readonly ContainerEntry[]) => [...e.slice(1), ...e.slice(0, 1)]],
  ['compressed', (e: readonly ContainerEntry[]) => [entry('mimetype', asicE, false), ...e.slice(1)]],
  ['unknown', (e: readonly ContainerEntry[]) => [entry('mimetype', 'application/zip'), ...e.slice(1)]],
] as const)('a mimetype that is %s is told, and takes nothing away', async (trouble, change) => {
  const answer = ask(change(await withXml()))
  expect(told(answer)).toEqual(['XAdES B-B TOTAL-PASSED'])
  expect(answer.signatures[0]?.checks[0]).toEqual({ code: 'container-mimetype', outcome: 'failed', facts: { trouble } })
})

test('an extension of a manifest that must be understood is not passed over', async () => {
  const critical = '<asic:ASiCManifestExtensions><asic:Extension Critical="true"/></asic:ASiCManifestExtensions>'
  const manifest = manifestOver('META-INF/signature001.p7s', files, critical)
  const entries = [
    entry('META-INF/ASiCManifest001.xml', manifest),
    entry('META-INF/signature001.p7s', await cades(manifest)),
  ]
  const answer = ask([entry('mimetype', asicE), ...files, ...entries])
  expect(told(answer)).toEqual(['CAdES B-B TOTAL-FAILED FORMAT_FAILURE manifest-found'])
  expect(answer.signatures[0]?.checks.find(({ code }) => code === 'manifest-found')?.facts).toEqual({
    unreadable: 'META-INF/ASiCManifest001.xml: manifest-critical-extension',
  })
})

test('a container with a time stamp alone says since when, and names nobody', async () => {
  const entries = [entry('mimetype', asicS), referral, entry('META-INF/timestamp.tst', await stampOver(referral.bytes))]
  const answer = ask(entries)
  expect([answer.indication, answer.signatures, answer.qualification]).toEqual(['TOTAL-PASSED', [], null])
  expect(answer.timeStamps).toMatchObject([
    {
      id: 'META-INF/timestamp.tst',
      at: '2026-06-01T12:00:00.000Z',
      coverage: { whole: true, covered: ['紹介状.txt'] },
    },
  ])
  expect(ask(replaced(entries, '紹介状.txt', '別の文'))).toMatchObject({
    indication: 'TOTAL-FAILED',
    subIndication: 'HASH_FAILURE',
  })
})

test('time stamps over manifests keep a signature, and renew one another', async () => {
  const signed = await extended()
  const [p7s] = signed.filter(({ name }) => name.endsWith('.p7s'))
  if (p7s === undefined) throw new Error('not signed')
  const material = { certificates: [], crls: june, ocsps: [] }
  const complete = [...without(signed, p7s.name), entry(p7s.name, completeCades(p7s.bytes, material))]
  const archived = async (over: readonly ContainerEntry[], number: string, moment: string) => {
    const manifest = manifestOver(`META-INF/timestamp${number}.tst`, over)
    return [
      ...over,
      entry(`META-INF/ASiCArchiveManifest${number}.xml`, manifest),
      entry(`META-INF/timestamp${number}.tst`, await stampOver(manifest, moment)),
    ]
  }
  const once = await archived(complete, '1', '2026-06-02T00:00:00Z')
  expect(told(ask(once, '2032-01-01T00:00:00Z', autumn.crls))).toEqual(['CAdES B-LTA TOTAL-PASSED'])
  expect(ask(once).timeStamps).toEqual([])
  expect(told(ask(complete, '2032-01-01T00:00:00Z', autumn.crls))).toEqual([expect.stringContaining('INDETERMINATE')])
  const twice = await archived(once, '2', '2033-01-01T00:00:00Z')
  expect(ask(twice, '2033-06-01T00:00:00Z', autumn.crls).signatures[0]).toMatchObject({
    indication: 'TOTAL-PASSED',
    provenTime: '2026-06-02T00:00:00.000Z',
  })
  const changed = replaced(once, '画像/胸部 1.bin', '別の画像')
  expect(told(ask(changed, '2032-01-01T00:00:00Z', autumn.crls))).toEqual([
    'CAdES B-B TOTAL-FAILED HASH_FAILURE manifest-reference-digest',
  ])
})

test('a token or a signature that cannot be read fails by its format, and the others are still told', async () => {
  const broken = added(await withXml(), entry('META-INF/signature2.p7s', 'x'), entry('META-INF/timestamp.tst', 'x'))
  const answer = ask(broken)
  expect(told(answer)).toEqual([expect.stringContaining('TOTAL-FAILED FORMAT_FAILURE'), 'XAdES B-B TOTAL-PASSED'])
  expect(answer.signatures[1]?.checks.at(-1)).toMatchObject({ code: 'role-sufficient' })
  expect(answer.signatures[1]?.checks.some(({ code }) => code === 'time-stamp-readable')).toBe(true)
})

test('a zip that nobody signed is no container, and many files of signatures are too many', async () => {
  expect(ask(files)).toMatchObject({ kind: null, indication: null, trouble: { reason: 'unknown-kind-of-file' } })
  const many = Array.from({ length: 33 }, (_, i) => entry(`META-INF/signature${i}.p7s`, ''))
  expect(ask([...files, ...many]).trouble?.reason).toBe('container-too-many-signatures')
})

test('an XML signature in a container is extended with what it names beside it', async () => {
  const detached = new Map(files.map(({ name, bytes }) => [name, bytes]))
  const complete = addValidationMaterial(
    { bytes: await xades(files), detached },
    { certificates: [], crls: june, ocsps: [] },
  )
  expect(told(ask([entry('mimetype', asicE), ...files, entry('META-INF/signatures.xml', complete)]))).toEqual([
    'XAdES B-B TOTAL-PASSED',
  ])
})

test('big contents beside an XML signature are no more work than they must be', async () => {
  const big = entry('big.bin', new Uint8Array(8 * 1024 * 1024))
  const answer = ask([entry('mimetype', asicE), big, entry('META-INF/signatures.xml', await xades([big]))])
  expect(told(answer)).toEqual(['XAdES B-B TOTAL-PASSED'])
})
