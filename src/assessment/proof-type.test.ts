import { expect, test } from 'vitest'
import { proofTypeOf } from './proof-type.ts'

test.each([
  ['%PDF-1.7\n', 'application/pdf'],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['\xff\xd8\xff\xe0', 'image/jpeg'],
  ['PK\x03\x04', 'application/zip'],
])('what begins like %j is %s, whatever it is called', (text, type) => {
  expect(proofTypeOf(Buffer.from(text, 'latin1'))).toBe(type)
})

test('text is a proof in UTF-8 and in Shift_JIS, also where we stop in the middle of a letter', () => {
  expect(proofTypeOf(Buffer.from('確かめました。'))).toBe('text/plain')
  expect(proofTypeOf(Buffer.from([0x8a, 0x6d, 0x94, 0x46]))).toBe('text/plain')
  expect(proofTypeOf(Buffer.from(`a${'あ'.repeat(50_000)}`))).toBe('text/plain')
})

test('programs, pages, drawings that run and empty files are no proof', () => {
  for (const text of ['MZ\x90\x00', '\x7fELF', '<!doctype html>', ' <svg onload=x>', 'a\x00b', '']) {
    expect(proofTypeOf(Buffer.from(text, 'latin1')), JSON.stringify(text)).toBeUndefined()
  }
})
