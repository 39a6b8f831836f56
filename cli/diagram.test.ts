import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { omamoriHere } from '../test/running.ts'

test('a diagram is written as SVG, and drawn over itself it stays the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'omamori-diagram-'))
  const [first, second] = [join(folder, 'first.svg'), join(folder, 'second.svg')]
  const options = ['diagram', '--sample', 'hospital', '--on', '2026-11-22']
  expect(await omamoriHere(...options, '-o', first)).toMatchObject({ code: 0 })
  expect(await omamoriHere(...options, '--keep', first, '-o', second)).toMatchObject({ code: 0 })
  expect(await readFile(second, 'utf8')).toBe(await readFile(first, 'utf8'))
  expect(await readFile(first, 'utf8')).toContain('そらまめ病院')
})

test('a form that is not written yet, and an earlier diagram that is none, are refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'omamori-diagram-'))
  const out = join(folder, 'out.svg')
  expect(await omamoriHere('diagram', '--sample', '-o', join(folder, 'out.pdf'))).toMatchObject({ code: 2 })
  expect(await omamoriHere('diagram', '--sample', '--keep', 'package.json', '-o', out)).toMatchObject({ code: 2 })
})
