import { expect, test } from 'vitest'
import { fieldAt } from '../field-at.ts'
import { askedOfSuppliers, suppliersKnow } from './asked-of-suppliers.ts'

const all = Object.entries(askedOfSuppliers).flatMap(([kind, fields]) =>
  Object.entries(fields).map(([field, reach]) => ({ kind, field, reach })),
)

test('every field that suppliers are asked is a field of the registry and no reference to something of the facility', () => {
  const types = all.map(({ kind, field }) => fieldAt(kind, field)?.shape.type)
  expect(types.filter((type) => type === undefined || /reference|group/.test(type))).toEqual([])
})

test('what is the same for every customer is never free text, which could speak of a facility', () => {
  const product = all.filter(({ reach }) => reach === 'product')
  expect(product.filter(({ kind, field }) => fieldAt(kind, field)?.shape.type === 'text')).toEqual([])
})

test('what a facility does itself is not asked of a supplier', () => {
  expect(suppliersKnow('system', 'access.reviewedOn')).toBeUndefined()
  expect(suppliersKnow('supplier', 'maintenance.attended')).toBeUndefined()
  expect(suppliersKnow('profile', '__proto__')).toBeUndefined()
  expect(suppliersKnow('system', 'passwordPolicy.storage')).toBe('product')
})
