import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const rooms = fileURLToPath(new URL('..', import.meta.url))
const templates = globSync('**/*.typ', { cwd: rooms })
const textOf = (template: string) => readFileSync(join(rooms, template), 'utf8')

test('a template takes from its own folder and from the frame that all papers share, and nothing else', () => {
  const taken = templates.flatMap((template) =>
    [...textOf(template).matchAll(/#(?:import|include)\s+"([^"]*)"/g)].map(([, path = '']) =>
      path.startsWith('/') ? path.slice(1) : join(dirname(template), path),
    ),
  )
  expect(taken.length).toBeGreaterThan(5)
  expect(taken.filter((path) => !templates.includes(path))).toEqual([])
})

test('no template reads a file or runs what it was given', () => {
  const reading = /\b(read|plugin|eval|csv|image|yaml|toml|xml|cbor)\(/
  expect(templates.filter((template) => reading.test(textOf(template)))).toEqual([])
})
