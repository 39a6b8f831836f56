import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { consoleCaller } from '#access'
import { sampleFacility, writeFacilityJson, writeFacilityYaml } from '#registry'
import { atPlatform, firstRun, folderForTests, password } from '../test/installation.ts'
import { omamoriHere } from '../test/running.ts'

const base = folderForTests()
const data = join(base, 'data')
let facilityId = ''
beforeAll(async () => {
  const { administrator } = await atPlatform({ data }, firstRun)
  facilityId = administrator.facilityId
})

/** The command on this installation. */
const run = (...words: readonly string[]) => omamoriHere(...words, '--data', data)

describe('import and export', () => {
  const { sample: _, ...clinic } = sampleFacility('2026-11-22')
  const file = join(base, 'clinic.yaml')
  beforeAll(() => writeFileSync(file, writeFacilityYaml(clinic)))

  it('an import without --apply tells what would change and changes nothing', async () => {
    const { code, stdout } = await run('import', '--facility', file)
    expect(stdout).toMatch(/^新しい \d+件、変わる 0件、ファイルにない 0件。\n.*--apply/)
    expect(code).toBe(0)
    expect(JSON.parse((await run('export', '--format', 'json')).stdout).systems).toBeUndefined()
  })

  it('with --apply, what is exported afterwards is what was imported', async () => {
    const { code, stdout } = await run('import', '--facility', file, '--apply', '--json')
    const counts = JSON.parse(stdout)
    expect(counts).toMatchObject({ basis: expect.any(String), sample: false, missing: [], unchanged: 0 })
    expect(counts.added.length).toBeGreaterThan(30)
    expect(code).toBe(0)
    const exported = JSON.parse((await run('export', '--format', 'json')).stdout)
    expect({ ...exported, asOf: clinic.asOf }).toEqual(JSON.parse(writeFacilityJson(clinic)))
  })

  it('a workbook goes out, comes back without a change; text under its name does not', async () => {
    const workbook = join(base, 'clinic.xlsx')
    expect(await run('export', '--format', 'xlsx', '--output', workbook)).toMatchObject({ code: 0, stdout: '' })
    const back = await run('import', '--facility', workbook, '--json')
    expect(JSON.parse(back.stdout)).toMatchObject({ added: [], changed: [], missing: [] })
    writeFileSync(workbook, '番号,名前')
    const refused = await run('import', '--facility', workbook, '--apply')
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).toContain('Excelの書類（.xlsx）ではありません。')
  })

  it('a CSV of one kind adds and changes and takes nothing away; what is wrong in it is named by row', async () => {
    const csv = join(base, '業者.csv')
    // 「名前,窓口」「㈱見本,受付」 in the letters of Windows.
    writeFileSync(csv, Buffer.from('96bc914f2c918b8cfb0d0a878a8ca9967b2c8ef39574', 'hex'))
    const looked = await run('import', '--csv', csv, '--kind', 'supplier')
    expect(looked).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^新しい 1件、変わる 0件、ファイルにない 0件。/),
    })
    expect(await run('import', '--csv', csv, '--kind', 'supplier', '--apply')).toMatchObject({ code: 0 })
    const { suppliers } = JSON.parse((await run('export', '--format', 'json')).stdout)
    expect(suppliers.at(-1)).toMatchObject({ name: '㈱見本', contact: '受付' })
    expect(suppliers.length).toBe((clinic.suppliers?.length ?? 0) + 1)
    writeFileSync(csv, '名前,契約の終わり\n見本,いつか\n')
    const refused = await run('import', '--csv', csv, '--kind', 'supplier', '--apply')
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).toContain('2行目「見本」（契約の終わり）: ')
    expect(await run('import', '--csv', csv)).toMatchObject({ code: 2 })
    expect(await run('import', '--csv', csv, '--facility', file, '--kind', 'supplier')).toMatchObject({ code: 2 })
  })

  it('the registry of a past day is exported as it stood when that day ended', async () => {
    const past = await run('export', '--format', 'json', '--as-of', 'R8.1.1')
    expect(past.code).toBe(0)
    expect(JSON.parse(past.stdout).suppliers).toBeUndefined()
    expect(await run('export', '--as-of', '今朝')).toMatchObject({ code: 2, stdout: '' })
  })

  it('a template needs no installation, and a workbook is never poured on the screen', async () => {
    const template = join(base, 'template.xlsx')
    expect(await omamoriHere('export', '--template', '--output', template)).toMatchObject({ code: 0 })
    expect(await run('export', '--format', 'xlsx')).toMatchObject({ code: 2, stdout: '' })
    expect(await omamoriHere('export', '--format', 'yaml')).toMatchObject({ code: 2, stdout: '' })
  })

  it('an export goes into a file as well, and can be imported once more without a change', async () => {
    const copy = join(base, 'copy.yaml')
    expect(await run('export', '--output', copy)).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringContaining(copy),
    })
    const { stdout } = await run('import', '--facility', copy, '--json')
    expect(JSON.parse(stdout)).toMatchObject({ added: [], changed: [], missing: [] })
    expect(readFileSync(copy, 'utf8')).toMatch(/^format: omamori-facility@1$/m)
  })

  it('a form that we do not write is refused, and no file appears', async () => {
    const { code, stdout } = await run('export', '--format', 'docx')
    expect([code, stdout]).toEqual([2, ''])
  })
})

describe('guideline', () => {
  it('finds words in either language, one requirement, and a section', async () => {
    const found = JSON.parse((await omamoriHere('guideline', 'パスワード', '--json')).stdout)
    expect(found).toMatchObject({ edition: 'mhlw-5.2' })
    expect(found.requirements.map(({ id }: { id: string }) => id)).toContain('6.5.C-14-4')
    const english = await omamoriHere('guideline', 'password', '--lang', 'en')
    expect(english.stdout).toMatch(/^6\.5\.C-14-4 /m)
    const one = JSON.parse((await omamoriHere('guideline', '--id', '6.5.C-14-4', '--json')).stdout)
    expect(one.requirements).toMatchObject([{ id: '6.5.C-14-4', kind: 'C', section: '6.5' }])
    const section = JSON.parse((await omamoriHere('guideline', '--section', '6.2', '--json')).stdout)
    expect(new Set(section.requirements.map((each: { section: string }) => each.section))).toEqual(new Set(['6.2']))
  })

  it('says that nothing was found, and ends with 1', async () => {
    expect(await omamoriHere('guideline', 'ぬるぽ')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: '見つかりませんでした。\n',
    })
  })
})

describe('user', () => {
  const codeIn = (text: string) => /: ([0-9A-Z-]+)[（ ]/.exec(text)?.[1] ?? ''

  it('an invitation printed here lets the person choose a password, once', async () => {
    const { code, stdout } = await run(
      'user',
      'invite',
      '--login',
      'hanako',
      '--name',
      '例題 花子',
      '--role',
      'operator',
      'auditor',
    )
    expect(stdout).toMatch(/^一度だけの番号: [0-9A-Z-]+（/)
    expect(code).toBe(0)
    await atPlatform({ data }, async ({ access }) => {
      const redeemed = await access.redeemCode({ code: codeIn(stdout), password })
      expect(redeemed.loginName).toBe('hanako')
      await expect(access.redeemCode({ code: codeIn(stdout), password })).rejects.toMatchObject({
        code: 'sign-in-failed',
      })
    })
  })

  it('the list has everybody with their roles, for people and for programs', async () => {
    const { stdout } = await run('user', 'list')
    expect(stdout).toContain('taro\t見本 太郎\tactive\t施設長・利用者管理\n')
    expect(stdout).toContain('hanako\t例題 花子\tactive\t運用担当者・監査責任者\n')
    const accounts = JSON.parse((await run('user', 'list', '--json')).stdout)
    expect(accounts).toMatchObject([{ loginName: 'hanako', roles: ['operator', 'auditor'] }, { loginName: 'taro' }])
    expect(JSON.stringify(accounts)).not.toMatch(/argon2|hash/i)
  })

  it('a name that is taken is refused', async () => {
    const words = ['user', 'invite', '--login', 'hanako', '--name', '例題 二郎', '--role', 'staff']
    expect(await run(...words)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('同じものがすでにあります'),
    })
  })

  it('a reset gives a code, and the journal keeps how it was made sure who it is', async () => {
    const { code, stdout } = await run('user', 'reset', '--login', 'hanako', '--checked', '職員証を見た')
    expect([code, codeIn(stdout)]).toEqual([0, expect.stringMatching(/^[0-9A-Z-]{9,}$/)])
    await atPlatform({ data }, async ({ access, journal }) => {
      const { entries } = await journal.read(consoleCaller(facilityId), { act: 'account.' }, {})
      expect(JSON.stringify(entries.map(({ detail }) => detail))).toContain('職員証を見た')
      expect((await access.redeemCode({ code: codeIn(stdout), password: 'Wn4&hd8?bLs6y' })).loginName).toBe('hanako')
    })
  })
})

describe('keys', () => {
  const sheetIn = (text: string) => /[0-9A-Z]{5}(-[0-9A-Z]{5}){3,}/.exec(text)?.[0] ?? ''

  it('rotated, everything opens as before, and the new sheet brings a lost key file back', async () => {
    const rotated = await run('keys', 'rotate')
    expect([rotated.code, sheetIn(rotated.stdout)]).toEqual([0, expect.stringMatching(/^[0-9A-Z-]{20,}$/)])
    expect(await run('ledger', 'verify')).toMatchObject({ code: 0 })
    renameSync(join(data, 'keys', 'unlock.key'), join(base, 'lost.key'))
    const locked = await run('user', 'list')
    expect(locked).toMatchObject({ code: 3, stdout: '', stderr: expect.stringMatching(/^いまは開けません。/) })
    expect(await run('keys', 'recover', '--code', sheetIn(rotated.stdout))).toMatchObject({ code: 0 })
    expect(await run('user', 'list')).toMatchObject({ code: 0 })
    expect(await run('ledger', 'verify')).toMatchObject({ code: 0 })
  })

  it('a mistyped sheet and one of before are refused, and leave the keys as they were', async () => {
    const old = sheetIn((await run('keys', 'rotate')).stdout)
    await run('keys', 'rotate')
    const root = readFileSync(join(data, 'keys', 'root.json'), 'utf8')
    const mistyped = `${old.slice(0, -1)}${old.endsWith('A') ? 'B' : 'A'}`
    expect(await run('keys', 'recover', '--code', mistyped)).toMatchObject({ code: 2 })
    expect(await run('keys', 'recover', '--code', old)).toMatchObject({ code: 3 })
    expect(readFileSync(join(data, 'keys', 'root.json'), 'utf8')).toBe(root)
    expect(await run('user', 'list')).toMatchObject({ code: 0 })
  })
})
