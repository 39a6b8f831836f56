import { expect, test } from 'vitest'
import { groupQuestions } from './practice-groups.ts'

const question = (key: string) => ({ key, question: { ja: key, en: key } })

test('questions stay in the order of the edition, a group begins with its first question', () => {
  const keys = ['usesPasswords', 'hasServerRoom', 'usesWirelessLan', 'usesIotDevices', 'scansPaper']
  const groups = groupQuestions(keys.map(question))
  expect(groups.map(({ group, questions }) => [group, ...questions.map(({ key }) => key)])).toEqual([
    ['users', 'usesPasswords', 'hasServerRoom'],
    ['wireless', 'usesWirelessLan', 'usesIotDevices'],
    ['scan', 'scansPaper'],
  ])
})

test('a question of a later edition is not lost', () => {
  expect(groupQuestions([question('usesQuantumLinks')])).toEqual([
    { group: 'rest', questions: [question('usesQuantumLinks')] },
  ])
})
