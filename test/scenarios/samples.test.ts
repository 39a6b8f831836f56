import { expect, it } from 'vitest'
import { openSample } from '#platform'
import { eachEngine } from '../../src/storage/testing.ts'
import { atPlatform, emptyPlace, firstRun, folderForTests } from '../installation.ts'
import { omamori, omamoriHere } from '../running.ts'

eachEngine('samples', (open) => {
  it('the sample hospital is made once and opened again, also after it was given another name', async () => {
    const place = await emptyPlace(open)
    const made = await atPlatform(place, async (platform) => {
      const sample = await openSample(platform, 'hospital')
      const caller = { facilityId: sample.facilityId, actor: { kind: 'console' }, roles: ['safety-manager'] } as const
      const { item, version } = await platform.registry.readItem(caller, 'profile', 'profile')
      const renamed = { ...item, name: 'みほん第二病院' }
      await platform.registry.changeItem(caller, { kind: 'profile', id: 'profile', version, item: renamed })
      return sample
    })
    const again = await atPlatform(place, (platform) => openSample(platform, 'hospital'))
    expect(again).toEqual({ ...made, name: 'みほん第二病院' })
  })

  it('is opened again as its director, whoever came by a link meanwhile', async () => {
    const place = await emptyPlace(open)
    const made = await atPlatform(place, async (platform) => {
      const sample = await openSample(platform)
      const caller = { facilityId: sample.facilityId, actor: { kind: 'console' }, roles: ['director'] } as const
      const invited = { name: '例題 三郎', organisation: '見本保健所', days: 1 }
      await platform.inspections.inviteInspector(caller, invited)
      return sample
    })
    expect(await atPlatform(place, (platform) => openSample(platform))).toEqual(made)
  })

  it('a sample is not opened where another sample or a real facility is', async () => {
    const clinic = await emptyPlace(open)
    await atPlatform(clinic, (platform) => openSample(platform))
    await expect(atPlatform(clinic, (platform) => openSample(platform, 'hospital'))).rejects.toMatchObject({
      code: 'already-exists',
      facts: { reason: 'another-facility', holds: 'みほん浜診療所' },
    })
    const real = await emptyPlace(open)
    await atPlatform(real, firstRun)
    await expect(atPlatform(real, (platform) => openSample(platform))).rejects.toMatchObject({
      code: 'already-exists',
      facts: { reason: 'another-facility', holds: 'みほん診療所' },
    })
  })
})

it('the command line says which facility is in the way, and that it was not touched', async () => {
  const data = folderForTests()
  await atPlatform({ data }, (platform) => openSample(platform))
  const { code, stderr } = await omamori('serve', '--sample', 'hospital', '--data', data, '--port', '0')
  expect(stderr).toContain('「みほん浜診療所」のデータがある')
  expect(stderr).toContain('データには触れていません')
  expect(code).toBe(2)
})

it('a sample is assessed without any file, and no third sample is guessed', async () => {
  const hospital = await omamoriHere('assess', '--sample', 'hospital', '--on', '2026-11-22')
  expect(hospital.stdout).toMatch(/^[^\n]*病院［見本］ {2}2026-11-22\n/)
  for (const words of [['--sample', 'pharmacy'], [], ['--sample', '--facility', 'x.yaml']]) {
    expect(await omamoriHere('assess', ...words)).toMatchObject({ code: 2, stdout: '' })
  }
})
