import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hospitalWithDocuments } from '../test/emergency-sample.ts'
import { omamoriHere } from '../test/running.ts'

it('the command says what it made, how many, and what to keep apart; every wrong order is told before anything is written', async () => {
  const { data, secret, folder } = await hospitalWithDocuments()
  const output = join(folder, 'package')
  const run = (...words: readonly string[]) => omamoriHere('export', '--emergency', '--data', data, ...words)
  const whole = ['--output', output, '--package-passphrase-file', secret]
  expect(await run('--all')).toMatchObject({ code: 2, stderr: expect.stringContaining('--output') })
  expect(await run(...whole)).toMatchObject({ code: 2, stderr: expect.stringContaining('--all | --days | --patient') })
  expect(await run(...whole, '--all', '--days', '3')).toMatchObject({ code: 2 })
  expect(await run(...whole, '--days', '0')).toMatchObject({ code: 2, stderr: expect.stringContaining('--days 0') })
  expect(await run('--all', '--output', output)).toMatchObject({
    ...{ code: 2, stderr: expect.stringContaining('--package-passphrase-file / OMAMORI_EMERGENCY_PASSPHRASE') },
  })
  expect(await run(...whole, '--patient', 'P-9999')).toMatchObject({
    ...{ code: 2, stderr: expect.stringContaining('書き出す文書がありません。') },
  })
  const weak = join(folder, 'weak.txt')
  writeFileSync(weak, 'himitsu')
  expect(await run('--all', '-o', output, '--package-passphrase-file', weak)).toMatchObject({ code: 2 })
  expect(readdirSync(folder).toSorted()).toEqual(['data', 'passphrase.txt', 'weak.txt'])

  const made = await run(...whole, '--patient', 'P-0017', 'P-9999')
  expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining('（4 件）') })
  expect(made.stdout).toContain('合言葉は、パッケージとは別に保管してください。')
  expect(readFileSync(join(output, 'README.txt'), 'utf8')).toContain('医療法人見本会 そらまめ病院')
  expect(await run(...whole, '--all', '--lang', 'en')).toMatchObject({
    ...{ code: 2, stderr: expect.stringContaining('The folder is there already.') },
  })
})
