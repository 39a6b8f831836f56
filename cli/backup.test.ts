import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { omamoriHere } from '../test/running.ts'

const plan = (more = '') => `format: omamori-backup-plan@1
plans:
  - id: emr
    name: 電子カルテ
    schedule: { everyHours: 24 }
    places:
      - { id: nas, engine: folder, path: nights, medium: nas, reach: online${more} }
`

async function file(text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'omamori-backup-')), 'plan.yaml')
  await writeFile(path, text)
  return path
}

test('a plan with a mistyped member is refused with its line, and nothing is looked at', async () => {
  const { code, stderr } = await omamoriHere('backup', 'verify', '--plan', await file(plan(', enginee: x')))
  expect(code).toBe(2)
  expect(stderr).toContain('enginee')
  expect(stderr).toContain('7行目')
  expect(await omamoriHere('backup', 'verify', '--plan', 'no-such-plan.yaml')).toMatchObject({ code: 2 })
})

test('the example of the format is read; where nothing is mounted, everything is unknown or not met, in both languages', async () => {
  const words = ['backup', 'verify', '--plan', 'src/backup/plan/small-plan.yaml']
  const { code, stdout } = await omamoriHere(...words)
  expect(code).toBe(1)
  expect(stdout).toContain('置き場所がありません')
  expect(stdout).not.toMatch(/undefined|NaN/)
  const english = await omamoriHere(...words, '--lang', 'en')
  expect(english.stdout).toContain('There is nothing at this place')
  const json = JSON.parse((await omamoriHere(...words, '--json')).stdout)
  expect(json).toMatchObject({ format: 'omamori-backup-report@1', plans: [{ id: 'emr' }] })
  expect(json.state).not.toBe('met')
})
