import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeFormat } from './describe-format.ts'
import { readFacility } from './read-facility.ts'

const page = (name: string) => readFileSync(new URL(`../../docs/formats/${name}`, import.meta.url), 'utf8')

test.each([
  ['facility.md', 'ja'],
  ['facility.en.md', 'en'],
] as const)('docs/formats/%s says what the fields say (otherwise make it again as it tells)', (name, language) => {
  expect(page(name)).toBe(describeFormat(language))
})

test('the example on the page is a facility', () => {
  const example = /```yaml\n([\s\S]*?)```/.exec(page('facility.md'))?.[1] ?? ''
  expect(readFacility(example)).toMatchObject({ ok: true, facility: { profile: { name: 'みほん診療所' } } })
})

test('every row of every table has as many cells as its head, so that the page can be read', () => {
  const rows = page('facility.md')
    .split('\n')
    .filter((line) => line.startsWith('|'))
  const cells = (row: string) => row.split(' | ').length
  expect(rows.length).toBeGreaterThan(200)
  for (const row of rows.filter((line) => !line.startsWith('|---'))) expect([2, 5]).toContain(cells(row))
})
