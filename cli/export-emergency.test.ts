import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
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

it('a folder is named for the packages of every night; the timetable then has the job, and runs it', async () => {
  const { data, secret, folder } = await hospitalWithDocuments()
  const medium = join(folder, 'medium')
  const words = ['--data', data, '--days', '90', '--package-passphrase-file', secret]
  const before = await omamoriHere('timetable', 'list', '--data', data)
  expect(before.stdout).not.toContain('emergency-package')
  const away = await omamoriHere('archive', 'emergency', medium, ...words)
  expect(away).toMatchObject({ code: 2, stderr: expect.stringContaining('パッケージを置くフォルダーがありません。') })
  mkdirSync(medium)
  expect(await omamoriHere('archive', 'emergency', medium, ...words, '--keep', '0')).toMatchObject({ code: 2 })
  // Here both lie on one disk, and that is told.
  expect(await omamoriHere('archive', 'emergency', medium, ...words)).toMatchObject({
    ...{ code: 1, stdout: expect.stringContaining('データと同じディスクです。') },
  })
  const list = await omamoriHere('timetable', 'list', '--data', data)
  expect(list.stdout).toContain('emergency-package  非常時閲覧用パッケージ（毎日）')
  expect(await omamoriHere('timetable', 'run', 'emergency-package', '--data', data)).toMatchObject({ code: 0 })
  expect(readdirSync(medium)).toEqual([expect.stringMatching(/^emergency-\d{8}-\d{6}$/), 'omamori-emergency.json'])
})
