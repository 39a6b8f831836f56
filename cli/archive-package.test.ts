import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hospitalWithDocuments } from '../test/emergency-sample.ts'
import { omamoriHere } from '../test/running.ts'

it('documents are written into a package that is verified without the data; every wrong order is told before anything is written', async () => {
  const { data, folder } = await hospitalWithDocuments()
  const place = join(folder, 'hozon')
  const pack = (...words: readonly string[]) => omamoriHere('archive', 'export', place, '--data', data, ...words)
  expect(await pack()).toMatchObject({ code: 2, stderr: expect.stringContaining('--all | --patient | --document') })
  expect(await pack('--all', '--patient', 'P-0017')).toMatchObject({ code: 2 })
  expect(await pack('--patient', 'P-9999')).toMatchObject({
    ...{ code: 2, stderr: expect.stringContaining('書き出す文書がありません。') },
  })
  const made = await pack('--patient', 'P-0017')
  expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining('（4 件）') })
  expect(made.stdout).toContain('暗号化していません。')
  const key = made.stdout.trim().split('\n').at(-1)?.trim() ?? ''
  expect(readFileSync(join(place, 'README.txt'), 'utf8')).toContain(key)

  const verify = (...words: readonly string[]) => omamoriHere('archive', 'verify', place, ...words)
  const whole = await verify('--key', key)
  expect(whole).toMatchObject({ code: 0, stdout: expect.stringContaining('異常はありません。') })
  expect(whole.stdout).toContain('文書 4 件、版 4、受領証 4、電子署名 0 を調べました。')
  expect((await verify('--lang', 'en')).stdout).toContain('The keys are those within the package.')
  expect(JSON.parse((await verify('--json')).stdout)).toMatchObject({ findings: [], documents: 4, trusted: false })
  appendFileSync(join(place, 'data', 'package.json'), ' ')
  const changed = await verify('--key', key)
  expect(changed).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('ファイルが変わっています: data/package.json'),
  })
})
