import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readApart } from './apart/read-apart.ts'
import { readContent } from './read-content.ts'
import { inJapaneseEncodings, sample, zipOf } from './testing.ts'
import { searchable } from './text/searchable.ts'

const patient = { id: '0000123', name: '例題 一郎 / レイダイ イチロウ', bornOn: '1950-04-01' }

describe('what a file says of itself', () => {
  it.each([
    ['letter.docx', 'docx', { title: '診療情報提供書' }],
    ['sheet.xlsx', 'xlsx', {}],
    ['sheet.pdf', 'pdf', { pages: 1, facts: { pdfA: 'PDF/A-2b' } }],
    ['referral.cda.xml', 'cda', { documentType: '診療情報提供書', patient: { ...patient, bornOn: '19500401' } }],
    ['document-bundle.json', 'fhir-json', { title: '診療情報提供書', documentType: '紹介状', patient }],
    ['document-bundle.xml', 'fhir-xml', { title: '診療情報提供書', patient: { ...patient, name: '例題 一郎' } }],
  ])('%s is %s, and its words are found in any width', async (name, type, says) => {
    const content = await readContent(sample(name), name)
    expect(content).toMatchObject({ type, misnamed: false, unread: [], ...says })
    expect(searchable(content.text)).toContain(searchable('ﾜﾙﾌｧﾘﾝ'))
  })

  it.each([
    ['chrH31.dcm', '山田 太郎 / やまだ たろう / Yamada Tarou'],
    ['chrH32.dcm', '山田 太郎 / やまだ たろう / ﾔﾏﾀﾞ ﾀﾛｳ'],
    ['chrX1.dcm', '王 小東 / Wang XiaoDong'],
  ])('the name of the patient in %s is read by the character sets of the file', async (name, patientName) => {
    const content = await readContent(sample(name), name)
    expect(content).toMatchObject({ type: 'dicom', unread: [], pages: 1, facts: { width: 32, height: 32 } })
    expect(content.patient?.name).toBe(patientName)
  })

  it('laboratory reports of a bundle that is no document are searched all the same', async () => {
    const content = await readContent(sample('argonaut-lab-data.json'), 'lab.json')
    expect(content).toMatchObject({ type: 'fhir-json', patient: null, facts: { bundle: 'transaction', resources: 26 } })
    expect(content.text).toContain('Creatinine')
  })

  it.each(Object.entries(inJapaneseEncodings))('plain text in %s is told from the others', async (encoding, bytes) => {
    const content = await readContent(bytes, '記録.txt')
    expect(content).toMatchObject({ type: 'text', unread: [], facts: { encoding } })
    expect(searchable(content.text)).toBe('見本 太郎 ワルファリン')
  })

  it('an e-prescription gives the words of the CSV inside it', async () => {
    const file = new URL('../../../packages/signature/testdata/eprescription/prescription.xml', import.meta.url)
    const content = await readContent(readFileSync(file), '処方箋.xml')
    expect(content).toMatchObject({ type: 'eprescription', misnamed: false, unread: [] })
    expect(content.text).toContain('みほん診療所')
  })

  it('slides and OpenDocument texts are told from a zip, with their words in order', async () => {
    const slide = (text: string) =>
      `<p:sld xmlns:p="urn:p" xmlns:a="urn:a"><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`
    const slides = await zipOf({
      ...{ 'ppt/presentation.xml': '<p/>', 'ppt/slides/slide10.xml': slide('十枚目') },
      ...{ 'ppt/slides/slide2.xml': slide('二枚目'), 'ppt/vbaProject.bin': 'x' },
    })
    expect(await readContent(slides, 'x.pptx')).toMatchObject({
      ...{ type: 'pptx', text: '二枚目\n十枚目', unread: [{ code: 'macro' }] },
    })
    const letter = await zipOf({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': '<o xmlns:text="urn:t"><text:h>題</text:h><text:p>本文</text:p></o>',
      'meta.xml': '<o><meta><title>紹介状</title></meta></o>',
    })
    expect(await readContent(letter, 'x.odt')).toMatchObject({
      type: 'odt',
      title: '紹介状',
      text: '題\n本文',
      unread: [],
    })
  })

  it('an SS-MIX2 folder tells its patient, its kinds of data and its last day', async () => {
    const message = Buffer.from('MSH|^~\\&|X\rPID|1||0000123^^^^PI||例題^一郎^^^^^L^I||19500401|M\rOBX|1|NM|血糖\r')
    const folder = await zipOf({
      '000/012/0000123/-/ADT-00/0000123_-_ADT-00_1_20261120_-_1': message,
      '000/012/0000123/20261120/OML-11/0000123_20261120_OML-11_2_20261120_-_1': message,
    })
    expect(await readContent(folder, 'storage.zip')).toMatchObject({
      ...{ type: 'ss-mix2', misnamed: false, documentType: 'ADT-00 OML-11', date: '20261120', unread: [] },
      patient: { id: '0000123', name: '例題 一郎', bornOn: '19500401' },
    })
  })

  it('a name that says something else is told, and never believed', async () => {
    expect(await readContent(sample('sheet.pdf'), '紹介状.docx')).toMatchObject({ type: 'pdf', misnamed: true })
    expect(await readContent(sample('chrX1.dcm'), 'IM000001')).toMatchObject({ type: 'dicom', misnamed: false })
  })
})

describe('a file in a thread apart', () => {
  it('gives the same answer', async () => {
    const bytes = sample('letter.docx')
    expect(await readApart(bytes, 'letter.docx')).toEqual(await readContent(bytes, 'letter.docx'))
  })

  it('gives each file its own answer, in a thread that reads several', async () => {
    const names = ['letter.docx', 'sheet.xlsx', 'chrH31.dcm', 'sheet.pdf', 'referral.cda.xml', 'scan-g4.tif']
    for (const round of [names, names.toReversed()]) {
      const answers = await Promise.all(round.map((name) => readApart(sample(name), name)))
      const alone = await Promise.all(round.map((name) => readContent(sample(name), name)))
      expect(answers).toEqual(alone)
    }
  })

  it('is read after one that was given up', async () => {
    await readApart(sample('letter.docx'), 'letter.docx')
    expect(await readApart(sample('sheet.xlsx'), 'sheet.xlsx', 0)).toMatchObject({ unread: [{ code: 'too-long' }] })
    expect(await readApart(sample('sheet.xlsx'), 'sheet.xlsx')).toMatchObject({ type: 'xlsx', unread: [] })
  })

  it('is given up when its time is over, and its type is told all the same', async () => {
    expect(await readApart(sample('sheet.pdf'), 'sheet.pdf', 0)).toMatchObject({
      ...{ type: 'pdf', text: '', unread: [{ code: 'too-long' }] },
    })
  })
})
