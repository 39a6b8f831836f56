import { describe, expect, test } from 'vitest'
import type { FileAnswer } from '../report/answer.ts'
import { cases } from './cases.ts'
import { answerTo } from './negative-case.ts'

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

test('there are as many cases as the table promises, each told once', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60)
  expect(new Set(cases.map(({ format, done }) => `${format} ${done}`)).size).toBe(cases.length)
})
