import { expect, it } from 'vitest'
import { eachEngine } from '../../storage/testing.ts'
import type { ContentType } from '../content/content.ts'
import { sample } from '../content/testing.ts'
import { documentsOn } from './testing.ts'

/** The file, what it is, words that it says, and how it is shown: a picture of so many pages, sections, words, or why not. */
type Real = readonly [name: string, type: ContentType, words: string, shown: object]

const picture = (pages = 1) => ({ kind: 'picture', pages })

// Each was made by a program that people use, or published by somebody else: testdata/SOURCES.md.
const files: readonly Real[] = [
  ['chrH31.dcm', 'dicom', '山田 やまだ', picture()],
  ['chrH32.dcm', 'dicom', 'ヤマダ ﾀﾛｳ', picture()],
  ['chrX1.dcm', 'dicom', '王 小東', picture()],
  ['693_J2KR.dcm', 'dicom', '', picture()],
  ['JPEG-LL.dcm', 'dicom', '', picture()],
  ['argonaut-lab-data.json', 'fhir-json', 'creatinine', { kind: 'text' }],
  ['hspc-bilirubin-chart.json', 'fhir-json', 'bilirubin', { kind: 'text' }],
  ['nest_patient_data.json', 'fhir-json', '', { kind: 'text' }],
  ['summary.pdf', 'pdf', '肺炎 アジスロマイシン', picture()],
  ['sheet.pdf', 'pdf', 'ﾜﾙﾌｧﾘﾝ', picture()],
  ['scan.pdf', 'pdf', '', picture(2)],
  ['scan-g4.tif', 'tiff', '', picture(2)],
  ['summary.cda.xml', 'cda', '急性肺炎 アジスロマイシン', { kind: 'sections' }],
  ['summary.docx', 'docx', '退院時サマリー 例題', { kind: 'text' }],
  ['letter.docx', 'docx', 'ワルファリン', { kind: 'text' }],
  ['summary.odt', 'odt', '浸潤影 用量', { kind: 'text' }],
  ['sheet.xlsx', 'xlsx', 'ワルファリン', { kind: 'text' }],
  ['sheet.ods', 'ods', 'ワルファリン', { kind: 'text' }],
  ['slides.pptx', 'pptx', '手指衛生 消毒', { kind: 'text' }],
  ['slides.odp', 'odp', '手指衛生 消毒', { kind: 'text' }],
  ['summary.doc', 'old-office', '', { kind: 'none', why: { code: 'old-office' } }],
]

eachEngine('files of real programs', (open) => {
  it('are stored, shown, and found by the Japanese words in them and before them', async () => {
    const { documents, doctor } = await documentsOn(await open())
    const about = { kind: 'medical-record', standing: 'copy', writtenOn: '2026-11-20' } as const
    for (const [number, [name, type, words, shown]] of files.entries()) {
      const title = `取り込み第${number + 1}号の控え`
      const id = await documents.register(doctor, { ...about, title }, { name, bytes: sample(name) })
      const [version] = (await documents.read(doctor, id)).versions
      const preview = await documents.preview(doctor, id, 1, 1)
      const { documents: found } = await documents.search(doctor, { words: `${words} ${title}`.trim(), page: 1 })
      const { content } = await documents.openVersion(doctor, id, 1)
      const pieces: Buffer[] = []
      for await (const piece of content) pieces.push(piece)
      expect({
        name,
        type: version?.contentType,
        preview,
        found: found.map(({ documentId }) => documentId),
      }).toMatchObject({ name, type, preview: shown, found: [id] })
      expect(Buffer.concat(pieces).equals(sample(name)), name).toBe(true)
    }
  }, 300_000)
})
