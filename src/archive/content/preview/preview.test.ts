import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { previewApart } from '../apart/preview-apart.ts'
import { readDataSet } from '../dicom/read-data-set.ts'
import { dicomOf, encapsulated, sample, zipOf } from '../testing.ts'
import { firstFrame } from './dicom-frame.ts'
import { makePreview } from './make-preview.ts'
import type { Preview } from './preview.ts'

const order = (name: string, page = 1) => ({ name, page, longestSide: 400 })
const explicit = '1.2.840.10008.1.2.1'

const grey = [
  ['00280002', 'US', 1],
  ['00280004', 'CS', 'MONOCHROME2'],
  ['00280010', 'US', 1],
  ['00280011', 'US', 4],
  ['00280100', 'US', 16],
  ['00280103', 'US', 1],
] as const
/** -100, 0, 100, 200. */
const stored = Buffer.from('9cff00006400c800', 'hex')
const pixelsIn = async (file: Uint8Array) => {
  const frame = await firstFrame(readDataSet(file))
  return 'data' in frame ? [...frame.data] : frame.jpeg
}

describe('the first frame of a DICOM', () => {
  it('is shown by the window that the file names, after slope and intercept', async () => {
    const scaled = [
      ['00281050', 'DS', '0\\40'],
      ['00281051', 'DS', '400'],
      ['00281052', 'DS', '-100'],
      ['00281053', 'DS', '2'],
    ] as const
    // -300, -100, 100, 300 in a window from -200 to 200.
    expect(await pixelsIn(dicomOf(explicit, [...grey, ...scaled, ['7fe00010', 'OW', stored]]))).toEqual([
      0, 64, 191, 255,
    ])
  })

  it('is shown from its darkest to its brightest value where no window is named', async () => {
    expect(await pixelsIn(dicomOf(explicit, [...grey, ['7fe00010', 'OW', stored]]))).toEqual([0, 85, 170, 255])
  })

  it('is turned where white is low', async () => {
    const turned = grey.map(([tag, vr, value]) => [tag, vr, tag === '00280004' ? 'MONOCHROME1' : value] as const)
    expect(await pixelsIn(dicomOf(explicit, [...turned, ['7fe00010', 'OW', stored]]))).toEqual([255, 170, 85, 0])
  })

  it('is unpacked from run lengths: the high octets first, then the low ones', async () => {
    const header = Buffer.alloc(64)
    header.writeUInt32LE(2, 0)
    header.writeUInt32LE(64, 4)
    header.writeUInt32LE(69, 8)
    const packed = Buffer.concat([header, Buffer.from('00ff' + 'fe00' + '80', 'hex'), Buffer.from('039c0064c8', 'hex')])
    const head = dicomOf('1.2.840.10008.1.2.5', grey)
    expect(await pixelsIn(Buffer.concat([head, encapsulated(packed)]))).toEqual([0, 85, 170, 255])
  })

  it('is taken from its JPEG', async () => {
    const jpeg = await sharp({ create: { width: 8, height: 4, channels: 3, background: '#336699' } })
      .jpeg()
      .toBuffer()
    const head = dicomOf('1.2.840.10008.1.2.4.50', [
      ['00280010', 'US', 4],
      ['00280011', 'US', 8],
    ])
    const preview = await makePreview(Buffer.concat([head, encapsulated(jpeg)]), order('x.dcm'))
    expect(await sizeOf(preview)).toEqual([8, 4])
  })

  it('packed in a way that we do not know is not shown, and the way is named', async () => {
    const head = dicomOf('1.2.840.10008.1.2.4.80', grey)
    const preview = await makePreview(Buffer.concat([head, encapsulated(Buffer.alloc(4))]), order('x.dcm'))
    expect(preview).toMatchObject({
      ...{ kind: 'none', why: { code: 'picture-encoding', facts: { transferSyntax: '1.2.840.10008.1.2.4.80' } } },
    })
  })

  it('of four billion pixels is not even begun', async () => {
    const huge = grey.map(([tag, vr, value]) => [tag, vr, /0028001[01]/.test(tag) ? 65535 : value] as const)
    const preview = await makePreview(dicomOf(explicit, [...huge, ['7fe00010', 'OW', stored]]), order('x.dcm'))
    expect(preview).toMatchObject({ kind: 'none', why: { code: 'picture-too-large' } })
  })
})

async function sizeOf(preview: Preview): Promise<readonly number[]> {
  if (preview.kind !== 'picture') throw new TypeError(JSON.stringify(preview))
  const { width, height, format } = await sharp(preview.png).metadata()
  expect(format).toBe('png')
  return [width, height]
}

describe('what is shown of other files', () => {
  it.each(['png', 'jpeg', 'tiff'] as const)('a %s is made smaller', async (format) => {
    const picture = sharp({ create: { width: 800, height: 200, channels: 3, background: '#eee' } })
    expect(await sizeOf(await makePreview(await picture.toFormat(format).toBuffer(), order('x')))).toEqual([400, 100])
  })

  it('a page of a PDF is drawn in a process of its own, and a page that is not there is told', async () => {
    expect(await sizeOf(await previewApart(sample('sheet.pdf'), order('sheet.pdf')))).toEqual([282, 399])
    const none = await previewApart(sample('sheet.pdf'), order('sheet.pdf', 2))
    expect(none).toMatchObject({ kind: 'none', why: { code: 'page-not-there', facts: { page: 2, pages: 1 } } })
  })

  it('a process that takes too long is ended', async () => {
    const none = await previewApart(sample('sheet.pdf'), order('sheet.pdf'), 1)
    expect(none).toEqual({ kind: 'none', why: { code: 'too-long', facts: {} } })
  })

  it.each(['referral.cda.xml', 'document-bundle.json', 'document-bundle.xml'])(
    '%s is shown by its sections, without any of its markup',
    async (name) => {
      const preview = await makePreview(sample(name), order(name))
      expect(preview).toMatchObject({ kind: 'sections' })
      expect(preview.kind === 'sections' && preview.sections[0]).toEqual({
        title: '現在の処方',
        lines: [['ワルファリン錠 1mg'], ['メトホルミン錠 250mg']],
      })
      expect(JSON.stringify(preview)).not.toMatch(/[<>]/)
    },
  )

  it('of an Office file the words are shown, and a picture that is damaged is told', async () => {
    expect(await makePreview(sample('letter.docx'), order('letter.docx'))).toMatchObject({ kind: 'text' })
    const damaged = Buffer.from('ffd8ffe000104a46494600010100', 'hex')
    expect(await makePreview(damaged, order('x.jpg'))).toMatchObject({ kind: 'none', why: { code: 'picture-damaged' } })
    expect(await makePreview(await zipOf({}), order('x'))).toMatchObject({ kind: 'none' })
  })
})
