import { expect, test } from 'vitest'
import { cases } from '../negative/cases.ts'
import { answerTo } from '../negative/negative-case.ts'
import { contextAt } from '../testing/context.ts'
import { remembering } from './context.ts'

test('what earlier files showed changes no answer: every file of the table of negative cases, forged and honest', async () => {
  const { known } = remembering(contextAt('2026-06-02T00:00:00Z'))
  for (const asked of cases.flatMap(({ forged, honest }) => [forged, honest])) {
    const bytes = await asked.file()
    const cold = await answerTo({ ...asked, file: () => bytes })
    const remembered = { ...asked, file: () => bytes, context: { ...asked.context, known } }
    expect(await answerTo(remembered)).toEqual(cold)
    expect(await answerTo(remembered)).toEqual(cold)
  }
  expect(new Set(known?.values())).toEqual(new Set([true, false]))
})
