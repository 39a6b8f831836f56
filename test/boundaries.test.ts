import { expect, test } from 'vitest'
import { arrows, forbiddenImports, roomOf, sources } from './boundaries.ts'

test('a work module that looks into a door is refused', () => {
  const file = { file: 'src/assessment/judge.ts', text: "import { x } from '../../server/main.ts'" }
  expect(forbiddenImports([file])).toEqual([
    'src/assessment/judge.ts: ../../server/main.ts enters server by the window, not by its face',
  ])
})

test('an arrow that points up is refused', () => {
  const file = { file: 'src/storage/blobs.ts', text: "import type { Registry } from '#registry'" }
  expect(forbiddenImports([file])).toEqual(['src/storage/blobs.ts: no arrow from src/storage to #registry'])
})

test('the web sees contracts only', () => {
  const files = [
    { file: 'web/registry/page.tsx', text: "import { itemKinds } from '#registry/contract'" },
    { file: 'web/registry/list.tsx', text: "const store = await import('#registry')" },
  ]
  expect(forbiddenImports(files)).toEqual(['web/registry/list.tsx: the web may not see #registry'])
})

test('a neighbour is entered by its face, not by one of its files', () => {
  const file = { file: 'src/registry/store.ts', text: "import { open } from '../storage/open-sqlite.ts'" }
  expect(forbiddenImports([file])).toHaveLength(1)
})

test('a room that is not on the map is refused', () => {
  expect(forbiddenImports([{ file: 'src/helpers/text.ts', text: "import 'node:fs'" }])).toHaveLength(1)
})

test('code that the web bundles does not touch the machine', () => {
  const file = { file: 'src/shared/time.ts', text: "import { readFileSync } from 'node:fs'" }
  expect(forbiddenImports([file])).toEqual(['src/shared/time.ts: node:fs in code that the web bundles'])
})

test('the house as it stands follows its map', () => {
  expect(forbiddenImports(sources())).toEqual([])
})

test('every room of the house is on the map, and the map names no empty room', () => {
  const rooms = new Set(sources().map(({ file }) => roomOf(file)))
  expect([...rooms].filter((room) => !(room in arrows))).toEqual([])
  expect(Object.keys(arrows).filter((room) => room !== 'test' && !rooms.has(room))).toEqual([])
})

test('no room is called after what it does instead of what it is about', () => {
  const vague = sources().filter(({ file }) => /(^|\/|-)(utils?|helpers?|manager|service)(\.tsx?|\/|$)/.test(file))
  expect(vague.map(({ file }) => file)).toEqual([])
})
