import { expect, it } from 'vitest'
import { statusOf } from '../server/problem.ts'
import { exitOf } from './exit.ts'

it('every reason to decline has an exit code: 2 when the person can put it right in the words, 3 when not', () => {
  expect(Object.keys(exitOf).toSorted()).toEqual(Object.keys(statusOf).toSorted())
  expect(new Set(Object.values(exitOf))).toEqual(new Set([2, 3]))
})

it('what the HTTP door calls the server’s trouble is a fault here too', () => {
  for (const [code, exit] of Object.entries(exitOf)) {
    const status = statusOf[code as keyof typeof statusOf]
    expect(exit, code).toBe(status >= 500 ? 3 : 2)
  }
})
