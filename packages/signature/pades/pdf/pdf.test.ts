import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { Malformed } from '../../malformed.ts'
import { pdfOf, revisedWith, smallForm, stream } from '../testing-pdf.ts'
import { decodeStream } from './decode.ts'
import { catalogOf, objectOf, type View } from './objects.ts'
import { openPdfFile } from './open.ts'
import { cursor, readValue } from './read-value.ts'
import { add, replace, startUpdate, writeUpdate } from './update.ts'
import { dictionary, entryOf, isDictionary, isStream, nameOf, reference, textOf, textString } from './value.ts'
import { written } from './write.ts'

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
const read = (text: string) => readValue(cursor(latin(text), 0, { bytes: 1e6, values: 1e5 }))
const newest = (bytes: Uint8Array): View => {
  const file = openPdfFile(bytes)
  return { file, revision: file.revisions.length - 1 }
}
const reasonOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof Malformed) return error.reason
    throw error
  }
  return 'accepted'
}

describe('values', () => {
  test.each([
    ['-.5', '-0.5'],
    ['4.', '4'],
    ['+17', '17'],
    ['/A#20B#2f', '/A#20B#2f'],
    ['(a\\(b\\051\\\nc(d)\r\n)', '(a\\(b\\)c\\(d\\)\n)'],
    ['<4 1 4>', '<4140>'],
    ['[1 0 R 2 3 4 0 R]', '[1 0 R 2 3 4 0 R]'],
    ['<</A<</B[null true]>>%x\n/C false>>', '<</A <</B [null true]>> /C false>>'],
  ])('%s reads as %s', (text, again) => {
    expect(written(read(text)).toString('latin1')).toBe(again)
  })

  test.each([
    ['1e5', 'pdf-number'],
    ['--5', 'pdf-number'],
    [`0.${'0'.repeat(50)}`, 'pdf-number'],
    ['/A#zz', 'pdf-name'],
    ['<4x>', 'pdf-hex-string'],
    ['<41', 'pdf-string-not-closed'],
    ['(a(b)', 'pdf-string-not-closed'],
    ['<</A 1 /A 2>>', 'pdf-key-twice'],
    ['<</A 1', 'pdf-dictionary-not-closed'],
    ['[1 2', 'pdf-cut-short'],
    ['nulls', 'pdf-unexpected-octet'],
    ['['.repeat(100), 'pdf-too-deep'],
  ])('%s is refused', (text, reason) => {
    expect(reasonOf(() => read(text))).toBe(reason)
  })

  test('texts are written so that they read the same', () => {
    for (const text of ['Mihon', '見本 太郎', '(\\)'])
      expect(textOf(read(written(textString(text)).toString('latin1')))).toBe(text)
  })
})

describe.each(['table', 'stream'] as const)('a file with a cross-reference %s', (kind) => {
  const file = pdfOf(smallForm, { kind })

  test('gives its objects', () => {
    const view = newest(file)
    expect(nameOf(entryOf(catalogOf(view), 'Type'))).toBe('Catalog')
    const content = objectOf(view, reference(5))
    expect(isStream(content) && Buffer.from(content.data).toString()).toContain('14 days')
    expect(objectOf(view, reference(99))).toBeNull()
    expect(objectOf(view, reference(5, 1))).toBeNull()
  })

  test('grows by a revision in its own style, and the older one can still be seen', () => {
    const update = startUpdate(openPdfFile(file))
    const added = add(update, textString('見本'))
    replace(update, reference(9), dictionary({ T: textString('changed') }))
    const grown = openPdfFile(Buffer.concat([file, writeUpdate(update, Buffer.alloc(16)).added]))
    expect(grown.revisions.map(({ sections }) => sections[0]?.kind)).toEqual([kind, kind])
    expect(grown.revisions[0]?.endOfLine).toBe(file.length)
    const field = (revision: number) => {
      const found = objectOf({ file: grown, revision }, reference(9))
      return isDictionary(found) ? textOf(entryOf(found, 'T')) : null
    }
    expect([field(0), field(1)]).toEqual(['amount', 'changed'])
    expect(textOf(objectOf({ file: grown, revision: 1 }, added))).toBe('見本')
  })

  test('never crashes when it is cut short', () => {
    for (let length = 0; length < file.length - 1; length += 7)
      expect(reasonOf(() => catalogOf(newest(file.subarray(0, length))))).not.toBe('accepted')
  })
})

const table = pdfOf(smallForm).toString('latin1')
const edited = (from: string | RegExp, to: string): Buffer => {
  const text = table.replace(from, to)
  if (text === table) throw new Error(`nothing to replace: ${from}`)
  return latin(text)
}

describe('a file is refused, never repaired,', () => {
  test.each([
    ['when something stands before its header', latin(`x${table}`), 'pdf-header'],
    ['when something stands behind its end', latin(`${table}9 0 obj (x) endobj`), 'pdf-bytes-after-the-end'],
    ['when it has no end', latin(table.replace('%%EOF\n', '')), 'pdf-bytes-after-the-end'],
    ['when its last pointer leads elsewhere', edited(/startxref\n\d+/, 'startxref\n20'), 'pdf-not-a-count'],
    ['when its last pointer leads out of it', edited(/startxref\n\d+/, 'startxref\n9999999999'), 'pdf-not-a-count'],
    ['when a row is a letter short', edited(' 00000 n \n', ' 00000 n\n'), 'pdf-not-a-count'],
    ['when a row holds letters', edited(/\d{10} 00000 n/, '00000000ab 00000 n'), 'pdf-cross-reference-row'],
    ['when an object stands elsewhere', edited('\n1 0 obj', '\n%%%% 1 0 obj'), 'pdf-not-a-count'],
    ['when another object stands there', edited('\n1 0 obj', '\n7 0 obj'), 'pdf-object-elsewhere'],
    ['when a key stands twice', edited('/Lang(ja)', '/AA 1/AA 2'), 'pdf-key-twice'],
    ['when it is encrypted', pdfOf(smallForm, { kind: 'table', trailer: '/Encrypt 7 0 R' }), 'pdf-encrypted'],
  ])('%s', (_, bytes, reason) => {
    expect(reasonOf(() => catalogOf(newest(bytes)))).toBe(reason)
  })

  test('when an object is listed twice in one revision', () => {
    const twice = table.replace(/trailer/, '5 1\n0000000015 00000 n \ntrailer')
    expect(reasonOf(() => newest(latin(twice)))).toBe('pdf-object-listed-twice')
  })

  test('when its revisions go round in a loop', () => {
    const section = Number(/startxref\n(\d+)/.exec(table)?.[1])
    expect(reasonOf(() => newest(edited('/Root 1 0 R', `/Root 1 0 R /Prev ${section}`)))).toBe(
      'pdf-revisions-out-of-order',
    )
    const two = revisedWith(latin(table), { 5: '(x)' }).toString('latin1')
    const last = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(two)?.[1])
    const loop = two.replace('/Root 1 0 R', `/Root 1 0 R/Prev ${last}`)
    expect(reasonOf(() => newest(latin(loop)))).not.toBe('accepted')
  })

  test('when a stream is longer or shorter than it says', () => {
    for (const length of ['/Length 51', '/Length 54', '/Length 999999', '/Length -1', '/Length 5 0 R'])
      expect(reasonOf(() => objectOf(newest(edited('/Length 52', length)), reference(5)))).not.toBe('accepted')
  })

  test('when a revision points behind its own end', () => {
    const later = revisedWith(latin(table), { 5: '(later)' })
    const offset = String(table.length).padStart(10, '0')
    const first = String(table.indexOf('5 0 obj')).padStart(10, '0')
    const text = later.toString('latin1').replace(first, offset)
    const file = openPdfFile(latin(text))
    expect(reasonOf(() => objectOf({ file, revision: 0 }, reference(5)))).not.toBe('accepted')
  })
})

describe('a hybrid file', () => {
  /** Lists one object more in a stream that the trailer of the table names. */
  function hybrid(number: number): Buffer {
    const object = `${number} 0 obj\n(hidden)\nendobj\n`
    const at = table.indexOf('xref\n')
    const row = String.fromCharCode(1, at >> 8, at & 255, 0)
    const section = stream(`/Type/XRef /W[1 2 1] /Index[${number} 1] /Size 50 `, row)
    const inserted = `${object}49 0 obj\n${section}\nendobj\n`
    const text = `${table.slice(0, at)}${inserted}${table.slice(at)}`
    const named = text.replace('/Root 1 0 R', `/Root 1 0 R /XRefStm ${at + object.length}`)
    return latin(named.replace(/startxref\n\d+/, `startxref\n${at + inserted.length}`))
  }

  test('gives the objects of its stream too', () => {
    expect(textOf(objectOf(newest(hybrid(30)), reference(30)))).toBe('hidden')
  })

  test('is refused where table and stream disagree about an object', () => {
    expect(reasonOf(() => objectOf(newest(hybrid(5)), reference(5)))).toBe('pdf-object-listed-twice')
  })
})

test('a stream that unpacks without end is refused before it does', () => {
  const bomb = objectOf(
    newest(pdfOf([...smallForm, stream('/Filter/FlateDecode ', packed(60_000_000))])),
    reference(14),
  )
  expect(isStream(bomb) && reasonOf(() => decodeStream(bomb, { left: 1_000_000 }))).toBe('pdf-too-much-decoded')
})

const packed = (size: number): string => deflateSync(Buffer.alloc(size)).toString('latin1')
