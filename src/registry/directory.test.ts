import { expect, test } from 'vitest'
import { personsFor } from './directory.ts'

const persons = [
  { id: 'p-01', name: '見本 太郎', posts: ['director'] },
  { id: 'p-02', name: '例題 花子', posts: ['safety-manager', 'staff'] },
  { id: 'p-03', name: '例題 一郎', posts: ['safety-manager'], state: 'left' },
  { id: 'p-04', name: '見本 次郎', posts: ['staff'] },
] as const

test('somebody who is linked to a person acts for that person', () => {
  expect(personsFor({ persons }, { personId: 'p-04', roles: ['staff'] })).toEqual(['p-04'])
})

test('without a link one acts for those who hold the post, and not for one who left', () => {
  expect(personsFor({ persons }, { personId: undefined, roles: ['safety-manager'] })).toEqual(['p-02'])
  expect(personsFor({ persons }, { personId: 'p-03', roles: ['safety-manager'] })).toEqual(['p-02'])
})

test('to be staff like everybody makes nobody act for a colleague', () => {
  expect(personsFor({ persons }, { personId: undefined, roles: ['staff', 'administrator'] })).toEqual([])
})
