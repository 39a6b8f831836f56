import sharp from 'sharp'
import { expect, it } from 'vitest'
import { previewApart } from '../apart/preview-apart.ts'
import { readApart } from '../apart/read-apart.ts'
import { withWords } from '../apart/words-apart.ts'
import { sample } from '../testing.ts'
import { searchable } from '../text/searchable.ts'

/** A scan: the page of a PDF as a picture. */
async function scan(): Promise<Uint8Array> {
  const page = await previewApart(sample('sheet.pdf'), { name: 'sheet.pdf', page: 1, longestSide: 2_000 })
  if (page.kind !== 'picture') throw new TypeError('no picture')
  return sharp(page.png).tiff().toBuffer()
}

it('Japanese words in a scan are found, without a network', async () => {
  const bytes = await scan()
  const read = await readApart(bytes, 'scan.tif')
  expect(read).toMatchObject({ type: 'tiff', text: '', unread: [{ code: 'no-text' }] })
  const content = await withWords(read, bytes, 'scan.tif')
  expect(content).toMatchObject({ facts: { pagesByOcr: 1 }, unread: [] })
  for (const word of ['ヘモグロビン', 'ワルファリン']) expect(searchable(content.text)).toContain(word)
}, 120_000)

it('a page of which no word is sure gives none, and is told', async () => {
  const bytes = sample('scan.pdf')
  const content = await withWords(await readApart(bytes, 'scan.pdf'), bytes, 'scan.pdf')
  expect(content).toMatchObject({
    text: '',
    unread: [{ code: 'no-text' }, { code: 'words-unsure', facts: { count: 2 } }],
  })
}, 120_000)

it('what takes too long keeps what was read before, and says so', async () => {
  const bytes = await scan()
  const content = await withWords(await readApart(bytes, 'scan.tif'), bytes, 'scan.tif', 1)
  expect(content.unread.map(({ code }) => code)).toEqual(['no-text', 'too-long'])
}, 120_000)

it('a file that has words of its own is left as it is', async () => {
  const read = await readApart(sample('sheet.pdf'), 'sheet.pdf')
  expect(await withWords(read, sample('sheet.pdf'), 'sheet.pdf')).toBe(read)
})
