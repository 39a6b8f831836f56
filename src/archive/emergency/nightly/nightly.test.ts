import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { consoleCaller, systemCaller } from '#access'
import { eachEngine } from '../../../storage/testing.ts'
import { emergencyOn, passphrase, takenOut } from '../testing.ts'

const base = mkdtempSync(join(tmpdir(), 'omamori-nightly-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

eachEngine('emergency packages of every night', (open) => {
  const start = async () => {
    const room = await emergencyOn(await open())
    const folder = mkdtempSync(join(base, 'medium-'))
    const { emergency, enter, facilityId } = room
    await enter('申し送り', '17', '2026-11-20', Buffer.from('アレルギーあり'))
    const order = { folder, choice: { kind: 'all' }, passphrase, keep: 2 } as const
    const name = () => emergency.nameNightly(consoleCaller(facilityId), order)
    const night = () => emergency.makeNightly(systemCaller(facilityId, ['director']))
    const packages = () => readdirSync(folder).filter((one) => one !== 'omamori-emergency.json')
    return { ...room, folder, order, name, night, packages }
  }

  it('nothing is made where nobody named a folder, and whoever may not names none', async () => {
    const { emergency, night, order, clerk, manager, data, facilityId } = await start()
    expect([emergency.isNightlyNamed(), await night()]).toEqual([false, undefined])
    for (const caller of [clerk, manager])
      await expect(emergency.nameNightly(caller, order)).rejects.toMatchObject({ code: 'not-permitted' })
    const nowhere = { ...order, folder: join(data, 'not-there') }
    await expect(emergency.nameNightly(consoleCaller(facilityId), nowhere)).rejects.toMatchObject({ code: 'not-found' })
    expect(emergency.isNightlyNamed()).toBe(false)
  })

  it('each night makes a whole package; the oldest go, and what a killed night left; nothing else is touched', async () => {
    const { name, night, packages, folder, clock, emergency, actsOf } = await start()
    await name()
    expect(emergency.isNightlyNamed()).toBe(true)
    mkdirSync(join(folder, 'emergency-20260101-045000.new'))
    writeFileSync(join(folder, 'emergency-20260101-045000.new', 'package.js'), 'omamori("package",{})')
    mkdirSync(join(folder, 'emergency-20250101-000000'))
    writeFileSync(join(folder, 'emergency-20250101-000000', 'holiday.jpg'), 'x')
    for (let count = 0; count < 3; count += 1) {
      await night()
      clock.pass(24 * 60 * 60)
    }
    // 10:02 of 22 November in Tokyo was the first, and is gone.
    expect(packages()).toEqual(['emergency-20250101-000000', 'emergency-20261123-100203', 'emergency-20261124-100203'])
    const read = takenOut(mkdtempSync(join(base, 'out-')), join(folder, 'emergency-20261124-100203'), passphrase)
    expect(read).toMatchObject({ about: { madeBy: { kind: 'system' }, documents: 1 } })
    expect(await actsOf('archive.')).toEqual(['archive.nightly-named', ...Array(3).fill('archive.exported')])
  })

  it('a medium that is away is told, and nothing is written into its empty place', async () => {
    const { name, night, packages, folder } = await start()
    await name()
    rmSync(join(folder, 'omamori-emergency.json'))
    await expect(night()).rejects.toMatchObject({ code: 'not-found', facts: { reason: 'emergency-medium-away' } })
    expect(packages()).toEqual([])
  })

  it('the passphrase lies sealed, for this folder alone and for this user alone', async () => {
    const { name, night, data, order, folder } = await start()
    expect(await name()).toMatchObject({ folder, keep: 2 })
    const file = join(data, 'emergency-package.json')
    const text = readFileSync(file, 'utf8')
    expect([text.includes(passphrase), statSync(file).mode & 0o777]).toEqual([false, 0o600])
    const other = mkdtempSync(join(base, 'other-'))
    writeFileSync(join(other, 'omamori-emergency.json'), readFileSync(join(folder, 'omamori-emergency.json')))
    writeFileSync(file, text.replace(order.folder, other))
    await expect(night()).rejects.toMatchObject({ code: 'corrupt' })
    writeFileSync(file, '{')
    await expect(night()).rejects.toMatchObject({ code: 'corrupt', facts: { what: 'nightly-package' } })
    expect(readdirSync(other)).toEqual(['omamori-emergency.json'])
  })
})
