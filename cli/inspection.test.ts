import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { consoleCaller } from '#access'
import { atPlatform, firstRun, folderForTests } from '../test/installation.ts'
import { omamoriHere } from '../test/running.ts'

const data = join(folderForTests(), 'data')
beforeAll(async () => {
  await atPlatform({ data }, firstRun)
})

const run = (...words: readonly string[]) => omamoriHere('inspection', ...words, '--data', data)
const invite = (...more: readonly string[]) =>
  run('invite', '--name', '例題 三郎', '--organisation', '見本保健所', ...more)

it('without a folder to write to nothing is made, and it is said what is needed', async () => {
  const refused = await omamoriHere('inspection', '--data', data)
  expect([refused.code, refused.stderr.includes('--output')]).toEqual([2, true])
})

it('into a folder that is not there nothing is made or kept, and the folder is named', async () => {
  const nowhere = join(data, 'nowhere')
  const refused = await run('make', '--output', nowhere)
  expect([refused.code, refused.stderr.includes(nowhere)]).toEqual([2, true])
  const kept = await atPlatform({ data }, async (platform) => {
    const [facility] = await platform.facilities()
    return platform.inspections.readInspections(consoleCaller(facility?.facilityId ?? ''))
  })
  expect(kept).toMatchObject({ files: [] })
})

it('days that are none or too many are refused, and nobody is let in', async () => {
  for (const days of ['0', '32', 'x']) {
    const refused = await invite('--days', days)
    expect([refused.code, refused.stderr.includes('days')]).toEqual([2, true])
  }
  expect((await run('inspectors')).stdout).toContain('見つかりませんでした')
})

it('an inspector is let in, stands in the list without the token, and is let out by the beginning of the number', async () => {
  const issued = JSON.parse((await invite('--days', '3', '--json')).stdout)
  expect(issued.path).toBe(`/inspector#${issued.token}`)
  await atPlatform({ data }, ({ inspections }) => inspections.openInspectorLink(issued.token))
  const listed = await run('inspectors')
  expect(listed.stdout).toContain('見本保健所 例題 三郎')
  expect(listed.stdout).not.toContain(issued.token)
  const named = issued.linkId.slice(0, 8)
  expect((await run('withdraw', '--link', named)).code).toBe(0)
  const again = await run('withdraw', '--link', named)
  expect([again.code, again.stderr.includes(named)]).toEqual([2, true])
  const opened = atPlatform({ data }, ({ inspections }) => inspections.openInspectorLink(issued.token))
  await expect(opened).rejects.toMatchObject({ facts: { reason: 'inspector-link-withdrawn' } })
})

it('says how the address is put together, and until when', async () => {
  const { stdout } = await invite('--days', '1')
  expect(stdout).toMatch(/\n\/inspector#[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{43}\n$/)
  expect(stdout).toMatch(/\d{4}-\d\d-\d\d の終わりまで/)
})
