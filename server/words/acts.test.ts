import { expect, test } from 'vitest'
import { lookQuestions } from '#log-review'
import { actGroups } from '../../web/journal/act-groups.ts'
import { actNames, actNouns } from './acts.ts'

test('what a review of the log asks for are acts that there are', () => {
  const asked = Object.values(lookQuestions).flatMap(({ acts }): readonly string[] => acts)
  expect(asked.filter((act) => !actNames.includes(act))).toEqual([])
})

test('whatever can happen can be chosen on the page of the journal', () => {
  const nouns = new Set(actNames.map((act) => act.slice(0, act.indexOf('.'))))
  expect([...nouns].sort()).toEqual([...actGroups].sort())
  expect([...nouns].sort()).toEqual(Object.keys(actNouns).sort())
})
