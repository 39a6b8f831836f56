import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hospitalWithDocuments } from '../test/emergency-sample.ts'
import { omamoriHere } from '../test/running.ts'

it('a file is put in, found by its words, taken out again, and corrected with a reason', async () => {
  const { data, folder } = await hospitalWithDocuments()
  const archive = (...words: readonly string[]) => omamoriHere('archive', ...words, '--data', data)
  const [first, second] = [join(folder, '申し送り.txt'), join(folder, '訂正.txt')]
  writeFileSync(first, 'コルヒチンを開始した。')
  writeFileSync(second, 'コルヒチンを中止した。')

  expect(await archive('put', first)).toMatchObject({ code: 2, stderr: expect.stringContaining('--kind | --document') })
  expect(await archive('put', first, '--kind', '落書き')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('落書き'),
  })
  expect(await archive('put', first, '--kind', '診療録', '--written-on', '2099-01-01')).toMatchObject({ code: 2 })
  const put = await archive('put', first, '--kind', '診療録', '--patient', 'P-0099', '--json')
  expect(put.code).toBe(0)
  const { documentId, version } = JSON.parse(put.stdout)
  expect(version).toBe(1)

  const found = await archive('search', 'ｺﾙﾋﾁﾝ', '--patient', 'P-0099')
  expect(found).toMatchObject({ code: 0, stdout: expect.stringContaining(`${documentId}\t`) })
  expect(found.stdout.trim().split('\t').slice(2)).toEqual(['診療録', 'P-0099', '未確定', '申し送り.txt'])
  expect(await archive('search', 'アザチオプリン')).toMatchObject({ code: 1, stdout: '' })
  expect(await archive('search', '--page', '0')).toMatchObject({ code: 2, stderr: expect.stringContaining('--page 0') })

  const out = join(folder, 'out.txt')
  const got = await archive('get', documentId, '-o', out)
  expect(got).toMatchObject({ code: 0, stderr: expect.stringContaining('第1版（未確定）') })
  expect(readFileSync(out)).toEqual(readFileSync(first))
  expect(await archive('get', documentId, '-o', out)).toMatchObject({ code: 2, stderr: expect.stringContaining(out) })
  expect(readFileSync(out)).toEqual(readFileSync(first))

  // One draft waits at a time: a correction comes after it was confirmed, or withdrawn on the page.
  const early = await archive('put', second, '--document', documentId, '--reason', '中止')
  expect(early.code).toBe(2)
  expect(await archive('put', second, '--document', documentId)).toMatchObject({
    ...{ code: 2, stderr: expect.stringContaining('--document --reason') },
  })
  expect((await archive('get', documentId, '--document-version', '2', '-o', join(folder, 'no.txt'))).code).toBe(2)
  const journal = await omamoriHere('archive', 'search', '--data', data, '--patient', 'P-0099', '--json')
  expect(JSON.parse(journal.stdout).documents).toMatchObject([{ documentId, patient: 'P-0099', waiting: true }])
})
