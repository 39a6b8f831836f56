import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { omamoriHere, temporaryFolder } from '../test/running.ts'

const folder = 'src/archive/content/testdata'

it('archive inspect says what a file is, whose it is, and whether words are found in it', async () => {
  const { code, stdout } = await omamoriHere('archive', 'inspect', `${folder}/referral.cda.xml`, '--find', 'ﾜﾙﾌｧﾘﾝ')
  expect(code).toBe(0)
  for (const line of ['HL7 CDA', '患者: 0000123  例題 一郎', 'その言葉は見つかります']) expect(stdout).toContain(line)
})

it('archive inspect ends with 1 where words are not found, and answers in JSON', async () => {
  const words = ['archive', 'inspect', `${folder}/chrX1.dcm`, '--find', '存在しない', '--json'] as const
  const { code, stdout } = await omamoriHere(...words)
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ files: [{ type: 'dicom', found: false, patient: { id: 'X1EXAMPLE' } }] })
})

it('archive inspect tells in English that a name does not fit what is in the file', async () => {
  const { path, remove } = temporaryFolder()
  await copyFile(`${folder}/sheet.pdf`, join(path, 'sheet.docx'))
  const { code, stdout } = await omamoriHere('archive', 'inspect', join(path, 'sheet.docx'), '--lang', 'en')
  remove()
  expect(code).toBe(1)
  for (const line of ['PDF', 'The ending of the name belongs to another type', 'pages: 1'])
    expect(stdout).toContain(line)
})

it('archive inspect names a file that is not there', async () => {
  const { code, stderr } = await omamoriHere('archive', 'inspect', 'nowhere.pdf')
  expect([code, stderr.includes('nowhere.pdf')]).toEqual([2, true])
})

it('archive preview writes a page as a picture, and never over a file that is there', async () => {
  const { path, remove } = temporaryFolder()
  const words = ['archive', 'preview', `${folder}/sheet.pdf`, '--output', join(path, '1.png')] as const
  const first = await omamoriHere(...words)
  const head = (await readFile(join(path, '1.png'))).subarray(1, 4).toString()
  const second = await omamoriHere(...words)
  remove()
  expect([first.code, head, second.code]).toEqual([0, 'PNG', 2])
})

it('archive preview says the sections of a document', async () => {
  const { code, stdout } = await omamoriHere('archive', 'preview', `${folder}/referral.cda.xml`)
  expect([code, stdout.includes('■ 現在の処方\nワルファリン錠 1mg\n')]).toEqual([0, true])
})

it('archive preview says why something cannot be shown', async () => {
  const { code, stdout } = await omamoriHere('archive', 'preview', `${folder}/sheet.pdf`, '--page', '2')
  expect(code).toBe(1)
  expect(stdout).toContain('表示できません: そのページはありません')
})
