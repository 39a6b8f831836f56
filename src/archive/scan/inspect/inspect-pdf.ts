import type { PDFiumDocument, PDFiumPage } from '@hyzyla/pdfium'
import { Malformed } from '@omamori/signature'
import { openPdf } from '../../content/pdf/open-pdf.ts'
import { drawOn } from '../../content/preview/draw-page.ts'
import type { Pixels } from '../../content/preview/preview.ts'
import { type ColourDepth, colourDepths } from '../scan.ts'
import { lookAt } from './look.ts'
import { type Grey, inspectedSide, mostScanned, type ScannedPage } from './page.ts'

/** Strips of one page; a page of more pieces is a drawing and no scan. */
const mostPictures = 200

/** A PDF of a scanner: each page a picture, or some that make it up. What is drawn or written besides says nothing of a resolution. */
export async function inspectPdf(file: Uint8Array): Promise<readonly ScannedPage[]> {
  const document = await openPdf(file)
  const count = document.getPageCount()
  if (count > mostScanned) throw new Malformed('pages-left-out', { count: count - mostScanned })
  const pages: ScannedPage[] = []
  for (let page = 1; page <= count; page++) pages.push(await inspectPage(document, page))
  return pages
}

async function inspectPage(document: PDFiumDocument, page: number): Promise<ScannedPage> {
  const pictures = picturesOn(document.getPage(page - 1))
  const look = lookAt(greyOf(await drawOn(document, page, inspectedSide)))
  const dpi = pictures.length === 0 ? null : Math.round(Math.min(...pictures.map((one) => one.dpi)))
  return { dpi, colour: richest(pictures), lossy: pictures.some(({ lossy }) => lossy), ...look }
}

interface Picture {
  readonly dpi: number
  readonly colour: ColourDepth
  readonly lossy: boolean
}

/** Copiers lay writing as black and white over a coloured ground: the page has the colours of all its layers, and the dots of the coarsest. */
const richest = (pictures: readonly Picture[]): ColourDepth | null =>
  colourDepths.findLast((depth) => pictures.some(({ colour }) => colour === depth)) ?? null

/** FPDF_IMAGEOBJ_METADATA (fpdf_edit.h): two counts of pixels, two resolutions, bits of a pixel, a colour space, and one thing more. */
const metadataOctets = 28
/** FPDF_COLORSPACE_DEVICEGRAY and CALGRAY; ICCBASED has as many components as its bits tell. */
const greySpaces = [1, 4]
const iccBased = 7

/** What the library keeps to itself of an object: where it lies in PDFium. */
interface Handle {
  readonly type: string
  readonly objectIdx: number
  readonly pageIdx: number
  readonly module: {
    readonly wasmExports: { malloc(octets: number): number; free(at: number): void }
    readonly HEAPU8: Uint8Array
    _FPDFImageObj_GetImageMetadata(object: number, page: number, at: number): number
    _FPDFImageObj_GetImageFilterCount(object: number): number
    _FPDFImageObj_GetImageFilter(object: number, index: number, at: number, octets: number): number
  }
}

function picturesOn(page: PDFiumPage): readonly Picture[] {
  if (page.getObjectCount() > mostPictures) return []
  const pictures = [...page.objects()].map((one) => one as unknown as Handle).filter(({ type }) => type === 'image')
  return pictures.map(pictureAt).filter((one) => one !== null)
}

function pictureAt(handle: Handle): Picture | null {
  const { module, objectIdx, pageIdx } = handle
  const at = module.wasmExports.malloc(metadataOctets)
  try {
    if (!module._FPDFImageObj_GetImageMetadata(objectIdx, pageIdx, at)) return null
    const view = new DataView(module.HEAPU8.buffer, at, metadataOctets)
    const dpi = Math.min(view.getFloat32(8, true), view.getFloat32(12, true))
    const [bits, space] = [view.getUint32(16, true), view.getInt32(20, true)]
    if (!(dpi > 0)) return null
    const isGrey = greySpaces.includes(space) || (space === iccBased && bits <= 8)
    return { dpi, colour: bits === 1 ? 'black-white' : isGrey ? 'grey' : 'colour', lossy: isLossy(handle) }
  } finally {
    module.wasmExports.free(at)
  }
}

/** DCTDecode, which is JPEG; JPEG 2000 may lose something or nothing, and its file says which only when unpacked. */
function isLossy({ module, objectIdx }: Handle): boolean {
  const octets = 32
  const at = module.wasmExports.malloc(octets)
  try {
    const count = module._FPDFImageObj_GetImageFilterCount(objectIdx)
    for (let index = 0; index < count; index++) {
      const length = module._FPDFImageObj_GetImageFilter(objectIdx, index, at, octets)
      const name = Buffer.from(module.HEAPU8.subarray(at, at + Math.min(length, octets) - 1)).toString('latin1')
      if (name === 'DCTDecode') return true
    }
    return false
  } finally {
    module.wasmExports.free(at)
  }
}

/** By the luma of ITU-R BT.601. */
function greyOf({ width, height, data }: Pixels): Grey {
  const grey = new Uint8Array(width * height)
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const [red = 255, green = 255, blue = 255] = data.subarray(pixel * 3, pixel * 3 + 3)
    grey[pixel] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue)
  }
  return { width, height, data: grey }
}
