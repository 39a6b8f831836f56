import { expect, test } from 'vitest'
import { actGroups } from '../../web/journal/act-groups.ts'
import { actNames } from './acts.ts'

test('whatever can happen can be chosen on the page of the journal', () => {
  const nouns = new Set(actNames.map((act) => act.slice(0, act.indexOf('.'))))
  expect([...nouns].sort()).toEqual([...actGroups].sort())
})
