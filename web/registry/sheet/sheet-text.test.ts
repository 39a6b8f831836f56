import { expect, test } from 'vitest'
import { columnsOf, itemKinds, rowsInText } from '#registry/contract'
import { cellText, namesOfEntries, quoted } from './sheet-text.ts'

const entries = [
  { kind: 'person', id: 'p-01', version: 1, item: { id: 'p-01', name: '見本 太郎' } },
  { kind: 'system', id: 'emr', version: 1, item: { id: 'emr', name: '電子カルテ', ownerId: 'p-01', hosting: 'cloud' } },
] as const
const column = (path: string) => {
  const found = columnsOf(itemKinds.system as never).find((each) => each.path === path)
  if (!found) throw new Error(path)
  return found
}

test('a cell says names and words, and nothing where nothing is known', () => {
  const names = namesOfEntries(entries)
  expect(['ownerId', 'hosting', 'introducedOn'].map((path) => cellText(column(path), entries[1], names))).toEqual([
    'p-01 見本 太郎',
    'クラウド',
    '',
  ])
  expect(cellText(column('name'), undefined, names)).toBe('')
})

test('whatever is written in a cell is one cell on the way', () => {
  for (const text of ['', '=cmd()', 'a\tb\nc', '5" の媒体', '"'])
    expect(rowsInText(quoted(text), '\t')).toEqual([[text]])
})
