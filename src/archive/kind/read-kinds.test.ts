import { documentKinds } from '@omamori/signature'
import { expect, it } from 'vitest'
import { lawLines } from './kind-words.ts'
import { archiveKind, kindTable, readKinds } from './read-kinds.ts'
import { signerLine } from './signer-words.ts'

const law = {
  law: 'midwives',
  ja: '保助看法42条',
  en: 'art. 42',
  years: 5,
  startsWith: null,
  startConf: null,
  where: null,
  conf: 'recall',
  source: '記憶',
  checkedOn: '2026-11-22',
}
const kind = {
  kind: 'midwifery-record',
  ja: '助産録',
  en: 'Midwifery record',
  laws: ['midwives'],
  signature: 'optional',
  confirmerRoles: ['Midwife'],
  electronic: 'allowed',
  outside: 'allowed',
  conf: 'recall',
}
const read = (change: object = {}, lawChange: object = {}, more: readonly object[] = []) =>
  readKinds(
    JSON.stringify({ version: '2026-11-22', laws: [{ ...law, ...lawChange }] }),
    JSON.stringify({ version: '2026-11-22', kinds: [{ ...kind, ...change }, ...more] }),
  )

it.each([
  ['a law that is not there', { laws: ['fishermen'] }, /no such law: fishermen/],
  ['a role that no certificate carries', { confirmerRoles: ['midwife'] }, /no such role: midwife/],
  ['another identifier for a term of the matrix', { kind: 'birth-record' }, /birth-record is midwifery-record there/],
  ['another term for an identifier of the matrix', { ja: '出産録' }, /midwifery-record is midwifery-record there/],
  ['a signature that the matrix knows and the kind denies', { signature: 'none' }, /one table only/],
  ['a signature that the matrix does not know', { kind: 'form', ja: '帳票' }, /one table only/],
  ['a field nobody knows', { colour: 'red' }, /colour/],
])('%s is refused', (_, change, reason) => {
  expect(() => read(change)).toThrow(reason)
})

it('a period of no years, or a day that is none, is refused', () => {
  expect(() => read({}, { years: 0 })).toThrow(/years/)
  expect(() => read({}, { checkedOn: '2026-02-30' })).toThrow(/checkedOn/)
})

it('one kind stands in the table once', () => {
  expect(() => read({}, {}, [kind])).toThrow(/twice: midwifery-record/)
})

it('a kind has its laws and, from the matrix, who signs it', () => {
  expect(archiveKind('prescription')).toMatchObject({
    ja: '処方箋',
    signature: 'required',
    signers: [{ oneOf: ['Medical Doctor', 'Dentist'] }],
    confirmerRoles: ['Medical Doctor', 'Dentist'],
  })
  expect(archiveKind('medical-record')?.laws).toMatchObject([{ years: 5, startsWith: 'completion', conf: 'seen' }])
})

it('every document that the law lets only licensed persons sign can be kept as what it is', () => {
  const joint = 'electronic-prescription-with-dispensing'
  const missing = documentKinds.filter(({ kind }) => kind !== joint && archiveKind(kind) === undefined)
  expect(missing).toEqual([])
})

it('no line of the table is shown without its mark', () => {
  for (const one of kindTable.kinds.filter(({ laws }) => laws.length > 0))
    for (const language of ['ja', 'en'] as const)
      for (const line of lawLines(one, language)) expect(line).toMatch(/条文は未確認|not compared with the law/)
})

it('who signs is said in both languages, and not where no licence is asked', () => {
  const prescription = archiveKind('prescription')
  const consent = archiveKind('consent')
  if (prescription === undefined || consent === undefined) throw new Error('kinds are missing')
  expect(signerLine(prescription, 'ja')).toBe('署名（法令）: 医師・歯科医師')
  expect(signerLine(prescription, 'en')).toBe('signed (law): Medical Doctor or Dentist')
  expect(signerLine(consent, 'ja')).toBeUndefined()
})

it('what is not known of a period is said', () => {
  const lines = (name: string) => kindTable.kinds.filter(({ ja }) => ja === name).flatMap((one) => lawLines(one, 'ja'))
  expect(lines('助産録')).toEqual([
    '5年（起算日の定めを確かめていない）  保健師助産師看護師法42条［記憶による・条文は未確認］',
  ])
  expect(lines('同意書')).toEqual(['保存期間を定めた法令を知らない。施設の規程で決めるまで廃棄できない'])
  expect(lines('診療録')).toEqual(['診療が完結した日から5年  医師法24条・歯科医師法23条［条文は未確認］'])
})
