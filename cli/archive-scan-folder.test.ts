import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hospitalWithDocuments } from '../test/emergency-sample.ts'
import { omamoriHere } from '../test/running.ts'

it('a folder is named for what a copier writes; one that is not there is refused', async () => {
  const { data, folder } = await hospitalWithDocuments()
  const named = (place: string) => omamoriHere('archive', 'scan-folder', place, '--data', data)
  expect(await named(join(folder, 'nowhere'))).toMatchObject({
    ...{ code: 2, stderr: expect.stringContaining('スキャナのフォルダーがありません。') },
  })
  expect(existsSync(join(data, 'scan-folder.json'))).toBe(false)
  mkdirSync(join(folder, 'scan'))
  expect(await named(join(folder, 'scan'))).toMatchObject({ code: 0, stdout: expect.stringContaining('紙の読取り') })
  expect(existsSync(join(data, 'scan-folder.json'))).toBe(true)
})
