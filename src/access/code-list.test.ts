import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { decodeCodeList, drawCodeList, encodeCodeList, withoutCode } from './code-list.ts'

test('each of ten codes is good once', () => {
  const { codes, list } = drawCodeList(randomBytes)
  expect(codes).toHaveLength(10)
  let left = list
  for (const code of codes) {
    const rest = withoutCode(left, code.toLowerCase())
    expect(rest?.hashes).toHaveLength(left.hashes.length - 1)
    left = rest ?? left
    expect(withoutCode(left, code)).toBeUndefined()
  }
  expect(left.hashes).toEqual([])
})

test('a code of another list is no code', () => {
  const { list } = drawCodeList(randomBytes)
  const [foreign = ''] = drawCodeList(randomBytes).codes
  expect(withoutCode(list, foreign)).toBeUndefined()
  expect(withoutCode(list, '')).toBeUndefined()
})

test('what is kept holds none of the codes and reads back', () => {
  const { codes, list } = drawCodeList(randomBytes)
  const kept = encodeCodeList(list)
  const text = new TextDecoder().decode(kept).toUpperCase()
  for (const code of codes) expect(text).not.toContain(code.replaceAll('-', ''))
  expect(decodeCodeList(kept)).toEqual(list)
})
