import { describe, expect, test } from 'vitest'
import type { FileAnswer } from '../report/answer.ts'
import { issueList } from '../testing/issue.ts'
import { testCertificate, testPrivateKey } from '../testing/test-pki.ts'
import { cases } from './cases.ts'
import { answerTo, rootsList, signingList } from './negative-case.ts'
import { negativeCasesPage } from './table.ts'

/** Which signature of the file decided; the worst, as the file's own answer is. */
const told = ({ indication, subIndication, signatures }: FileAnswer) => {
  const decisive = signatures.find((one) => one.indication === indication && one.subIndication === subIndication)
  return { indication, ...(subIndication === null ? {} : { subIndication, decidedBy: decisive?.decidedBy }) }
}

describe.each(cases)('$format: $done', ({ forged, honest, expected, qualification, remark, stamp }) => {
  test('is answered as the table says, and never as right', async () => {
    const answer = await answerTo(forged)
    expect(told(answer)).toEqual(expected)
    if (qualification !== undefined) expect(answer.qualification?.answer).toBe(qualification)
    const remarks = answer.signatures.flatMap(({ coverage }) => coverage.remarks.map(({ code }) => code))
    if (remark !== undefined) expect(remarks).toContain(remark)
    const stamps = answer.signatures.flatMap(({ timeStamps }) => timeStamps.map((one) => one.subIndication))
    if (stamp !== undefined) expect(stamps).toContain(stamp)
    const whole = answer.signatures.every(({ coverage }) => coverage.whole)
    const silent = answer.indication === 'TOTAL-PASSED' && whole && remarks.length === 0
    expect(silent && answer.qualification?.answer === 'confirmed').toBe(false)
  })

  test('holds where that was not done', async () => {
    const answer = await answerTo(honest)
    expect(told(answer)).toEqual({ indication: 'TOTAL-PASSED' })
    expect(answer.qualification?.answer).toBe('confirmed')
  })
})

test('each case is told once', () => {
  expect(new Set(cases.map(({ format, done }) => `${format} ${done}`)).size).toBe(cases.length)
})

test('the page about them says what they are', async () => {
  await expect(negativeCasesPage()).toMatchFileSnapshot('../../../docs/negative-cases.md')
})

test('the root is believed as it stands: its own list is not asked for, and not heard', async () => {
  const [honest] = cases.map((one) => one.honest)
  if (honest === undefined) throw new RangeError('no case')
  const root = testCertificate('root')
  const about = (serialNumber: bigint) =>
    issueList({
      issuer: root.subject.raw,
      issuerKey: testPrivateKey('root'),
      number: 92,
      thisUpdate: Date.parse('2026-06-01T00:00:00Z'),
      nextUpdate: Date.parse('2026-06-05T00:00:00Z'),
      revoked: [{ serialNumber: Number(serialNumber), at: Date.parse('2026-05-01T00:00:00Z') }],
    })
  const answers = [[], [about(root.serialNumber)], [about(testCertificate('signing-ca').serialNumber)]].map(
    async (more) =>
      told(await answerTo({ ...honest, context: { crls: [signingList, rootsList, ...more] } })).indication,
  )
  expect(await Promise.all(answers)).toEqual(['TOTAL-PASSED', 'TOTAL-PASSED', 'INDETERMINATE'])
})
