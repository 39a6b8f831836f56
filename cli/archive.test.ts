import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { consoleCaller } from '#access'
import { openSample } from '#platform'
import { atPlatform, folderForTests } from '../test/installation.ts'
import { omamoriHere } from '../test/running.ts'

it('the kinds of documents are shown with the law, how sure we are, and who signs', async () => {
  const { code, stdout } = await omamoriHere('archive', 'kinds')
  expect(code).toBe(0)
  expect(stdout).toContain('処方箋（prescription）\n')
  expect(stdout).toContain('  署名（法令）: 医師・歯科医師\n')
  const json = await omamoriHere('archive', 'kinds', '--json')
  expect(JSON.parse(json.stdout)).toMatchObject({ version: '2026-11-22', kinds: expect.any(Array) })
})

it('a kind, a start or a type of facility that nobody knows is refused', async () => {
  const codeOf = async (...words: string[]) => (await omamoriHere('archive', 'period', ...words)).code
  expect(await codeOf('診療日記')).toBe(2)
  expect(await codeOf('診療録', '--start', 'birth=R3.3.31')).toBe(2)
  expect(await codeOf('診療録', '--start', 'completion=R3.2.30')).toBe(2)
  expect(await codeOf('診療録', '--facility-type', 'hospitl')).toBe(2)
})

it('until when a document is kept is worked out with its reason', async () => {
  const ended = await omamoriHere('archive', 'period', '診療録', '--start', 'completion=R3.3.31')
  expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('保存期間は令和8年3月31日に終わりました。') })
  const open = await omamoriHere('archive', 'period', 'medical-record', '--json')
  expect(open.code).toBe(1)
  expect(JSON.parse(open.stdout)).toMatchObject({ kind: 'medical-record', state: 'open' })
})

it('the periods as the facility keeps them are shown and printed; while a kind has no end, the command ends with 1', async () => {
  const data = join(folderForTests(), 'data')
  await atPlatform({ data }, async (platform) => void (await openSample(platform, 'hospital')))
  const pdf = join(data, '保存期間.pdf')
  const { code, stdout } = await omamoriHere('archive', 'retention', '--data', data, '--pdf', pdf)
  expect(code).toBe(1)
  expect(stdout).toContain('同意書\n  定めがない。')
  expect(stdout).toContain(
    '検査結果\n  2年（起算日の定めを確かめていない）  医療法21条・22条と施行規則（病院）［条文は未確認］\n',
  )
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
})

it('what is stored is checked, copied to the second place, and repaired from it', async () => {
  const [data, second] = [join(folderForTests(), 'data'), join(folderForTests(), 'second')]
  const file = await atPlatform({ data }, async (platform) => {
    const { facilityId } = await openSample(platform)
    const caller = consoleCaller(facilityId)
    const request = { kind: 'consent', standing: 'original', title: '同意書', writtenOn: '2026-04-01' } as const
    await platform.documents.register(caller, request, { name: 'a.txt', bytes: Buffer.from('見本の同意書') })
    const row = await platform.storage.read(caller, (db) =>
      db.selectFrom('blob').select('sha256').executeTakeFirstOrThrow(),
    )
    return join('blobs', row.sha256.slice(0, 2), row.sha256)
  })
  const archive = (...words: string[]) => omamoriHere('archive', ...words, '--data', data)
  expect(await archive('check')).toMatchObject({ code: 0, stdout: expect.stringContaining('控えの場所がありません。') })
  // Both lie on the disk of the tests, and that is said.
  expect(await archive('second-copy', second)).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('同じディスク'),
  })
  expect((await archive('second-copy', join(data, 'copies'))).code).toBe(2)
  expect(await archive('check')).toMatchObject({ code: 0, stdout: expect.stringContaining('控えの場所に写しました。') })
  const whole = readFileSync(join(data, file))
  writeFileSync(join(data, file), 'x')
  const found = await archive('check')
  expect(found).toMatchObject({ code: 1, stdout: expect.stringContaining('文書「同意書」') })
  expect(found.stdout).toContain('控えと合わせて直しました。')
  expect(readFileSync(join(data, file)).equals(whole)).toBe(true)
  expect((await archive('check', '--due', '--json')).code).toBe(0)
  writeFileSync(join(data, file), 'x')
  writeFileSync(join(second, file), 'x')
  expect(await archive('check')).toMatchObject({ code: 1, stdout: expect.stringContaining('どちらからも直せません。') })
})
