import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checklists, editions, loadChecklist, loadEdition } from './index.ts'

/**
 * The ids that were released, with what they were called: people's answers stand under them. A line is never deleted
 * and never changed; a new item brings its line, a new title goes into the item's `formerTitles` or `formerAsks`.
 */
const released = (id: string): readonly (readonly [string, string])[] =>
  readFileSync(new URL(`./testdata/released/${id}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name = '', title = ''] = line.split('\t')
      return [name, title]
    })

interface Named {
  readonly id: string
  readonly titles: readonly string[]
}

const data: readonly (readonly [string, readonly Named[]])[] = [
  ...editions().map((id) => [id, namesOfEdition(id)] as const),
  ...checklists().map((id) => [id, namesOfChecklist(id)] as const),
]

test.each(data)('%s: every id that was ever released is still there, and means what it meant', (id, present) => {
  const now = new Map(present.map((one) => [one.id, one.titles]))
  const lost = released(id).filter(([name, title]) => !now.get(name)?.includes(title))
  expect(lost).toEqual([])
})

test.each(data)('%s: what is released now is on the list, so that nobody takes it away later', (id, present) => {
  const listed = new Set(released(id).map(([name]) => name))
  expect(present.filter((one) => !listed.has(one.id)).map((one) => [one.id, one.titles[0]].join('\t'))).toEqual([])
})

function namesOfEdition(id: string): readonly Named[] {
  const { requirements, facts } = loadEdition(id)
  return [
    ...requirements.map((one) => ({
      id: one.id,
      titles: [one.title, ...(one.formerTitles ?? [])].map(({ ja }) => ja),
    })),
    // A question may be put in better words; its key says what it is about.
    ...facts.map(({ key }) => ({ id: key, titles: ['question'] })),
  ]
}

function namesOfChecklist(id: string): readonly Named[] {
  return loadChecklist(id).items.map((one) => ({
    id: one.id,
    titles: [one.ask, ...(one.formerAsks ?? [])].map(({ ja }) => ja),
  }))
}
