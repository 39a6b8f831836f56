import { expect, test } from 'vitest'
import { textOf } from './read-text-file.ts'

test('a file is read as UTF-8, with or without a byte order mark', () => {
  expect(textOf(new TextEncoder().encode('name: みほん'))).toEqual({ text: 'name: みほん' })
  expect(textOf(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toEqual({ text: 'a' })
})

test('a file in another encoding is named, not guessed at', () => {
  expect(textOf(new Uint8Array([0x82, 0xdd, 0x82, 0xd9, 0x82, 0xf1]))).toEqual({ issue: 'shift-jis' })
  expect(textOf(new Uint8Array([0xff, 0xfe, 0x61, 0x00]))).toEqual({ issue: 'utf-16' })
  expect(textOf(new Uint8Array([0x80, 0xfd, 0xff]))).toEqual({ issue: 'not-utf-8' })
})
