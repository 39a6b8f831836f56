import { expect, test } from 'vitest'
import { signCades } from '../cades/sign.ts'
import { verifyFile } from '../report/verify-file.ts'
import { contextAt } from '../testing/context.ts'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { testCertificate, testKey, testList } from '../testing/test-pki.ts'
import { type AccreditedAuthority, type AccreditedList, accreditedList } from './accredited.ts'

const at = '2026-11-20T00:00:00Z'
const crls = ['signing', 'sarl', 'stamp'].map((label) => testList(`${label}-2026-11-01`))
const bytes = await signCades({
  key: testKey('doctor'),
  content: Buffer.from('見本'),
  attached: true,
  signingTime: Date.parse(at),
  stamp: stampAuthority(Date.parse(at)),
})

const authority = (more: Partial<AccreditedAuthority> = {}): AccreditedAuthority => ({
  name: '例題タイム株式会社',
  certificates: [testCertificate('stamp-authority').fingerprint],
  from: '2026-04-01',
  until: '2028-04-01',
  mark: 'read',
  ...more,
})
const listOf = (...authorities: readonly AccreditedAuthority[]): AccreditedList => ({
  name: 'mihon',
  date: '2026-11-01',
  source: 'a test',
  authorities,
})

function told(accredited?: AccreditedList, context = contextAt(at, { crls })) {
  const known = { policies: [], sealPolicies: [], ...(accredited === undefined ? {} : { accredited }) }
  const answer = verifyFile({ name: 'x', bytes, documentKind: null, content: null }, context, known)
  return { accredited: answer.signatures[0]?.timeStamps[0]?.accredited, list: answer.accreditedList }
}

test('a list that names nobody says nothing of anybody', () => {
  expect(accreditedList.authorities).toEqual([])
  expect(told()).toEqual({ accredited: null, list: { name: accreditedList.name, date: accreditedList.date } })
})

test.each([
  ['the authority itself', [authority()], true],
  ['whoever issued to it alone', [authority({ certificates: [testCertificate('stamp-root').fingerprint] })], true],
  ['an accreditation without an end', [authority({ until: null })], true],
  ['somebody else', [authority({ certificates: [testCertificate('root').fingerprint] })], false],
  ['one that began the day after', [authority({ from: '2026-11-21' })], false],
  ['one that began that day in Japan', [authority({ from: '2026-11-20' })], true],
  ['one that ended that day in Japan', [authority({ until: '2026-11-20' })], false],
  ['one that ended, and was renewed', [authority({ until: '2026-06-01' }), authority({ from: '2026-06-01' })], true],
])('with %s in the list', (_name, authorities, expected) => {
  expect(told(listOf(...authorities))).toEqual({ accredited: expected, list: { name: 'mihon', date: '2026-11-01' } })
})

test('of a stamp that does not hold nothing is said', () => {
  expect(told(listOf(authority()), contextAt(at, { crls, stampAnchors: [] })).accredited).toBeNull()
})
