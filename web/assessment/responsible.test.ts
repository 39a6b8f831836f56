import { expect, test } from 'vitest'
import { responsibleFor } from './responsible.ts'

const items = [
  { kind: 'person', id: 'p-1', item: { name: '例題 一郎' } },
  { kind: 'system', id: 'emr', item: { ownerId: 'p-1' } },
  { kind: 'system', id: 'pacs', item: { ownerId: 'none' } },
  { kind: 'system', id: 'receipt', item: {} },
] as const

const emr = { kind: 'system', id: 'emr', name: '電子カルテ' }

test('the person in charge of a thing is named; nobody in charge is said; not known is not nobody', () => {
  expect(responsibleFor(items, emr)).toEqual({ name: '例題 一郎' })
  expect(responsibleFor(items, { ...emr, id: 'pacs' })).toBe('nobody')
  expect(responsibleFor(items, { ...emr, id: 'receipt' })).toBeUndefined()
  expect(responsibleFor(items, undefined)).toBeUndefined()
})
