import { expect, test } from 'vitest'
import { closestName } from './closest-name.ts'
import { checkItem, emptyItem, fieldAt, itemKinds, nextId, sayField, withoutEmpty } from './contract.ts'

test('a field nobody knows has no words, and its path is shown as it is', () => {
  expect(fieldAt('system', 'passwordPolicy.nothing')).toBeUndefined()
  expect(fieldAt('castle', 'name')).toBeUndefined()
  expect(fieldAt('system', 'constructor')).toBeUndefined()
  expect(sayField('system', 'name.length', 'ja')).toBe('name.length')
})

test('a fact reference is said in words, groups first', () => {
  expect(sayField('system', 'passwordPolicy.minLength', 'ja')).toBe('パスワードの決まり › 最小の文字数')
  expect(sayField('terminal', 'malware.patternUpdatedOn', 'en')).toBe('Malware protection › Patterns dated')
  expect(sayField('person', 'confirmedOn', 'ja')).toBe('確かめた日')
})

test('an item of every kind can begin with an id and a name alone', () => {
  for (const [name, kind] of Object.entries(itemKinds)) {
    if (kind.single) continue
    expect(checkItem(name as 'person', emptyItem(name as 'person', '見本', []))).toEqual([])
  }
})

test('an id is never given twice', () => {
  expect(nextId('person', ['p-01', 'p-07', 'director'])).toBe('p-08')
  expect(nextId('system', [])).toBe('system-01')
})

test('what a form left empty is absent, and false and zero are not empty', () => {
  const item = { id: 'emr', name: 'A', note: '', log: { diary: undefined, reviewedOn: '' }, access: { x: false, y: 0 } }
  expect(withoutEmpty(item)).toEqual({ id: 'emr', name: 'A', access: { x: false, y: 0 } })
})

test('a slip of the finger is recognised, a different word is not', () => {
  expect(closestName('pasword-policy', ['passwordPolicy', 'log'])).toBe('passwordPolicy')
  expect(closestName('logs', ['passwordPolicy', 'log'])).toBe('log')
  expect(closestName('telephone', ['phone', 'name'])).toBeUndefined()
})
