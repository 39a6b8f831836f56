import { expect, test } from 'vitest'
import { Refusal } from '#shared'
import { sayIssue } from './contract.ts'
import { MAX_BYTES, MAX_ISSUES, parseFacility, readFacility } from './read-facility.ts'

const start = 'format: omamori-facility@1\nasOf: 2026-11-22\nprofile:\n  name: みほん診療所\n'

function issuesOf(text: string | Uint8Array, facts?: readonly string[]) {
  const read = readFacility(text, facts)
  if (read.ok) throw new Error('it was read')
  return read.issues
}

function said(text: string | Uint8Array, facts?: readonly string[]): readonly string[] {
  return issuesOf(text, facts).map((issue) => sayIssue(issue, 'ja'))
}

test('a word where a number belongs is refused with its line and what stands there', () => {
  const text = `${start}systems:\n  - id: emr\n    name: 電子カルテ\n    passwordPolicy:\n      minLength: 十三\n`
  expect(issuesOf(text)).toEqual([
    {
      path: 'systems[0].passwordPolicy.minLength',
      line: 9,
      column: 18,
      code: 'wrong-type',
      expected: { type: 'count', unit: 'characters', max: 256 },
      actual: '"十三"',
    },
  ])
  expect(said(text)).toEqual([
    'systems[0].passwordPolicy.minLength（9行目）: 0から256までの整数（文字）で書いてください。"十三" とあります。',
  ])
})

test('everything wrong is said at once, in both languages', () => {
  const text = `${start}  beds: -1
  kind: hotel
persons:
  - id: P 01
    name: ""
    leftOn: 2026-02-30
    phone: 0980000001
    tel: x
systems:
  - name: 電子カルテ
    authentication:
      factors: knowledge
      identifiesUsers: はい
`
  const issues = issuesOf(text)
  expect(issues.map(({ path, line, code }) => `${line} ${path} ${code}`)).toEqual([
    '5 profile.beds out-of-range',
    '6 profile.kind not-a-choice',
    '8 persons[0].id bad-id',
    '9 persons[0].name blank',
    '10 persons[0].leftOn not-a-day',
    '11 persons[0].phone wrong-type',
    '12 persons[0].tel unknown-field',
    '14 systems[0].id missing',
    '16 systems[0].authentication.factors wrong-type',
    '17 systems[0].authentication.identifiesUsers wrong-type',
  ])
  expect(sayIssue(issues[5] ?? fail(), 'ja')).toBe(
    'persons[0].phone（11行目）: 120文字までの文字で書いてください。"980000001" のように引用符で囲んでください。980000001 とあります。',
  )
  for (const issue of issues) {
    expect(sayIssue(issue, 'ja')).toMatch(/[ぁ-ん]。/)
    expect(sayIssue(issue, 'en')).toMatch(/[A-Z].*\./)
  }
})

function fail(): never {
  throw new Error('missing')
}

test('a name of ten thousand characters is refused with the limit, not repeated', () => {
  const [message] = said(start.replace('みほん診療所', 'あ'.repeat(10_000)))
  expect(message).toBe('profile.name（4行目）: 長すぎます。120文字までの文字で書いてください。10000文字あります。')
})

test.each([
  ['', 'ファイルに何も書かれていません。'],
  ['# only a remark', 'ファイルに何も書かれていません。'],
  [`${start}systems:\n\t- id: emr\n`, '6行目: 字下げにタブがあります。半角の空白に直してください。'],
  [`${start}limits: {`, '5行目: 引用符や括弧が閉じていません。'],
  [`asOf： 2026-11-22\nformat: x\n`, '1行目: 全角の「：」があります。半角の「:」と空白に直してください。'],
  [`${start}---\nformat: x\n`, '5行目: 「---」で区切られた複数の文書があります。1つにしてください。'],
  ['[]', 'YAML'],
])('a file that is no facility is refused in words: %j', (text, message) => {
  expect(said(text)[0]).toContain(message === 'YAML' ? '項目（format, asOf' : message)
})

test('text in Shift_JIS or UTF-16 is recognised and refused by name', () => {
  const shiftJis = Uint8Array.of(0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0x82, 0xdd, 0x82, 0xd9, 0x82, 0xf1)
  expect(said(shiftJis)).toEqual(['文字コードがShift_JISです。UTF-8で保存し直してください。'])
  expect(issuesOf(Uint8Array.of(0xff, 0xfe, 0x61, 0))).toEqual([{ path: '', code: 'utf-16' }])
  expect(issuesOf(Uint8Array.of(0xff, 0x00, 0xff))).toEqual([{ path: '', code: 'not-utf-8' }])
})

test('a byte-order mark and the line ends of Windows are read over', () => {
  const read = readFacility(Buffer.from(`\ufeff${start.replaceAll('\n', '\r\n')}`))
  expect(read).toEqual({
    ok: true,
    facility: { format: 'omamori-facility@1', asOf: '2026-11-22', profile: { name: 'みほん診療所' } },
  })
})

test('a value left blank is absent, so that a form can be filled in by hand', () => {
  const read = readFacility(`${start}  beds:\nlimits:\n  accountReviewDays: ~\n`)
  expect(read).toMatchObject({ ok: true, facility: { profile: { name: 'みほん診療所' }, limits: {} } })
})

test('an id used twice and a reference to nobody are found, and so is a reference to the wrong kind', () => {
  const text = `${start}persons:
  - {id: p-01, name: 見本 太郎}
  - {id: p-01, name: 例題 一郎}
systems:
  - {id: emr, name: 電子カルテ, ownerId: p-02, supplierId: p-01}
documents:
  - {id: map, name: 構成図, covers: [emr, nothing]}
`
  expect(issuesOf(text).map(({ path, line, code, actual }) => `${line} ${path} ${code} ${actual}`)).toEqual([
    '7 persons[1].id duplicate-id "p-01"',
    '9 systems[0].ownerId no-such-item "p-02"',
    '9 systems[0].supplierId no-such-item "p-01"',
    '11 documents[0].covers[1] no-such-item "nothing"',
  ])
})

test('"none" says that nobody is responsible, and no item may be called so', () => {
  const nobody = `${start}systems:\n  - {id: emr, name: 電子カルテ, ownerId: none}\n`
  expect(readFacility(nobody).ok).toBe(true)
  const codes = issuesOf(`${nobody}  - {id: none, name: 画像, supplierId: none}\n`).map(({ code }) => code)
  expect(codes).toEqual(['bad-id'])
  expect(issuesOf(nobody.replace('ownerId', 'supplierId'))[0]?.code).toBe('no-such-item')
})

test('an answer to a question nobody asks is refused, with the one that was probably meant', () => {
  const text = `${start}practices:\n  usesWirelesLan: true\n`
  expect(said(text, ['usesWirelessLan', 'usesIotDevices'])).toEqual([
    'practices.usesWirelesLan（6行目）: この質問はありません。「usesWirelessLan」ではありませんか。',
  ])
  expect(readFacility(text).ok).toBe(true)
})

test('the same member twice and a tag of its own are mistakes, and do not hide the others', () => {
  const codes = issuesOf(`${start}  name: 例題診療所\n  beds: !many 3\n  staff: -1\n`).map(
    ({ code, line }) => `${line} ${code}`,
  )
  expect(codes).toEqual(['5 duplicate-key', '6 custom-tag', '6 wrong-type', '7 out-of-range'])
})

test('anchors spare repetition, but a circle, a bomb and a tower are refused', () => {
  const policy = 'passwordPolicy: &policy {minLength: 13}'
  const two = `${start}systems:\n  - {id: a, name: A, ${policy}}\n  - {id: b, name: B, passwordPolicy: *policy}\n`
  expect(readFacility(two)).toMatchObject({
    ok: true,
    facility: { systems: [{}, { passwordPolicy: { minLength: 13 } }] },
  })
  expect(issuesOf(`${start}limits: &x {y: *x}`)[0]?.code).toBe('too-deep')
  const bomb = ['a: &a [1,1,1,1,1]', ...'bcdef'].map((line, index) =>
    index === 0 ? line : `${line}: &${line} [${`*${'abcde'[index - 1]},`.repeat(9)}]`,
  )
  expect(issuesOf(start + bomb.join('\n'))[0]?.code).toBe('bad-alias')
  expect(issuesOf(`${start}limits: ${'['.repeat(9)}${']'.repeat(9)}`)[0]?.code).toBe('too-deep')
  for (const brick of ['[', '{a: ', '- ', '? ', '&a ']) {
    expect(issuesOf(`${start}limits:\n  ${brick.repeat(200_000)}`)[0]?.code).toBe('too-deep')
  }
})

test('a file above the limit is not even parsed', () => {
  expect(issuesOf(`${start}#${' '.repeat(MAX_BYTES)}`)[0]?.code).toBe('too-large')
})

test('a thousand mistakes are counted, not listed', () => {
  const systems = Array.from({ length: 1000 }, (_, index) => `  - {id: s-${index}, name: S, beds: 1}`).join('\n')
  const issues = issuesOf(`${start}systems:\n${systems}\n`)
  expect(issues).toHaveLength(MAX_ISSUES + 1)
  expect(sayIssue(issues.at(-1) ?? fail(), 'ja')).toBe('ほかにもあります。あと800件')
})

test('a file of a newer format and a file of something else are told apart', () => {
  expect(issuesOf(start.replace('@1', '@2'))[0]?.code).toBe('newer-format')
  expect(issuesOf(start.replace('omamori-facility@1', 'other'))[0]?.code).toBe('wrong-format')
})

test('JSON with tabs is read like YAML, with lines for its mistakes', () => {
  const facility = { format: 'omamori-facility@1', asOf: '2026-11-22', profile: { name: 'みほん診療所', beds: 19 } }
  expect(readFacility(JSON.stringify(facility, null, '\t'))).toEqual({ ok: true, facility })
  const [issue] = issuesOf(JSON.stringify({ ...facility, profile: { name: 1 } }, null, '\t'))
  expect(issue).toMatchObject({ path: 'profile.name', line: 5, code: 'wrong-type' })
})

test('names that mean something to JavaScript are only unknown members', () => {
  const codes = issuesOf(`${start}__proto__: {a: 1}\nconstructor: 1\n`).map(({ path, code }) => `${path} ${code}`)
  expect(codes.sort()).toEqual(['__proto__ unknown-field', 'constructor unknown-field'])
})

test('a use case is refused with the issues', () => {
  expect(() => parseFacility('format: x')).toThrow(Refusal)
  expect(() => parseFacility('x'.repeat(MAX_BYTES + 1))).toThrow(/^too-large/)
})
