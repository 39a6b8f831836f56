import { copyFile } from 'node:fs/promises'
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
