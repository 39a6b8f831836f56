import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawPage } from '../../content/preview/draw-page.ts'
import { sample } from '../../content/testing.ts'
import { inspectApart } from './inspect-apart.ts'
import { inspectScan } from './inspect-scan.ts'

const pagesOf = async (bytes: Uint8Array, name: string) => {
  const found = await inspectScan(bytes, name)
  if ('unread' in found) throw new Error(found.unread.code)
  return found.pages
}

/** A page of Japanese writing, as a scanner with that many dots would hand it over. */
async function sheet(dots = 200) {
  const { width, height, data } = await drawPage(sample('summary.pdf'), 1, Math.round(11.7 * dots))
  return sharp(data, { raw: { width, height, channels: 3 } }).withMetadata({ density: dots })
}

describe('what a scan is found to be', () => {
  it('the pictures of real tools: every page with its dots to the inch, its colours and its packing', async () => {
    const fax = { dpi: 72, colour: 'black-white', lossy: false, skew: 0 }
    expect(await pagesOf(sample('scan-g4.tif'), 'scan.tif')).toMatchObject([fax, fax])
    expect(await pagesOf(sample('scan.pdf'), 'scan.pdf')).toMatchObject([fax, fax])
    const page = await sheet()
    const jpeg = await page.clone().jpeg().toBuffer()
    expect(await pagesOf(jpeg, 'a.jpg')).toMatchObject([{ dpi: 200, colour: 'colour', lossy: true, skew: 0 }])
    const dots = { xres: 200 / 25.4, yres: 200 / 25.4, resolutionUnit: 'inch' } as const
    const tiff = sharp(jpeg)
      .toColourspace('b-w')
      .tiff({ compression: 'jpeg', ...dots })
    const grey = await tiff.toBuffer()
    expect(await pagesOf(grey, 'a.tif')).toMatchObject([{ dpi: 200, colour: 'grey', lossy: true, skew: 0 }])
    const png = await page.clone().png().toBuffer()
    expect(await pagesOf(png, 'a.png')).toMatchObject([{ dpi: 200, colour: 'colour', lossy: false }])
  })

  it('a page that nobody scanned tells no resolution', async () => {
    expect(await pagesOf(sample('summary.pdf'), 'summary.pdf')).toMatchObject([{ dpi: null, colour: null }])
  })

  it.each([-7, -2.4, -0.6, 0.4, 1.5, 3, 8.2])(
    'writing turned by %s degrees is told within a quarter of one',
    async (degrees) => {
      const turned = (await sheet()).rotate(degrees, { background: '#ffffff' })
      const [page] = await pagesOf(await turned.png().toBuffer(), 'a.png')
      expect(Math.abs((page?.skew ?? 90) - degrees)).toBeLessThanOrEqual(0.25)
    },
  )

  it.each([
    ['white', '#ffffff'],
    ['recycled', '#d8d2c0'],
  ])('a blank sheet of %s paper has no ink and no slope; two characters on it are ink', async (_, background) => {
    const blank = sharp({ create: { width: 1654, height: 2339, channels: 3, background } })
    const noise = await blank.clone().png().toBuffer()
    expect(await pagesOf(noise, 'a.png')).toMatchObject([{ ink: 0, skew: null }])
    const letter = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#202020' } })
      .png()
      .toBuffer()
    const written = await sharp(noise)
      .composite([{ input: letter, left: 800, top: 1100 }])
      .png()
      .toBuffer()
    const [page] = await pagesOf(written, 'a.png')
    expect(page?.ink).toBeGreaterThan(0.0005)
  })

  it('what is cut off or no picture is told, and never a page', async () => {
    const jpeg = await (await sheet()).jpeg().toBuffer()
    expect(await inspectScan(jpeg.subarray(0, jpeg.length / 2), 'a.jpg')).toMatchObject({
      unread: { code: 'picture-damaged' },
    })
    expect(await inspectScan(Buffer.from('%PDF-1.7 '), 'a.pdf')).toMatchObject({ unread: { code: 'pdf-damaged' } })
    expect(await inspectScan(Buffer.from('紹介状'), 'a.txt')).toEqual({ pages: [] })
  })

  it('runs in a process of its own, which has its time', async () => {
    expect(await inspectApart(sample('scan-g4.tif'), 'a.tif')).toMatchObject({ pages: [{ dpi: 72 }, { dpi: 72 }] })
    expect(await inspectApart(sample('scan-g4.tif'), 'a.tif', 1)).toEqual({ unread: { code: 'too-long', facts: {} } })
  })
})
