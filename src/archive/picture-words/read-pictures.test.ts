import { expect, it } from 'vitest'
import { systemCaller } from '#access'
import { refusalOf } from '../../shared/testing.ts'
import { eachEngine } from '../../storage/testing.ts'
import { previewApart } from '../content/apart/preview-apart.ts'
import { sample } from '../content/testing.ts'
import { documentsOn } from '../document/testing.ts'

/** A page of printing as a scanner makes it. */
async function scanned(): Promise<Uint8Array> {
  const page = await previewApart(sample('sheet.pdf'), { name: 'sheet.pdf', page: 1, longestSide: 2_000 })
  if (page.kind !== 'picture') throw new TypeError('no picture')
  return page.png
}

eachEngine('words in pictures', (open) => {
  const start = async () => {
    const room = await documentsOn(await open())
    const { documents, doctor, facilityId } = room
    const enter = (title: string, bytes: Uint8Array) => {
      const request = { kind: 'consent', standing: 'original', title, writtenOn: '2026-11-20' } as const
      return documents.register(doctor, request, { name: '', bytes })
    }
    const titles = async (words: string) =>
      (await documents.search(doctor, { page: 1, words })).documents.map(({ title }) => title)
    const program = systemCaller(facilityId, ['staff'])
    return { ...room, enter, titles, program, run: (ms?: number) => documents.readPictures(program, ms) }
  }

  it('a scan is found by its words after they were read, once, and its title goes on being found', async () => {
    const { enter, titles, run, actsOf } = await start()
    await enter('読み取った紙', await scanned())
    await enter('文字のあるPDF', sample('summary.pdf'))
    await enter('文章', sample('summary.odt'))
    expect(await titles('ワルファリン')).toEqual([])
    expect(await run()).toEqual({ looked: 2, found: 1 })
    expect(await titles('ワルファリン')).toEqual(['読み取った紙'])
    expect(await titles('読み取った紙')).toEqual(['読み取った紙'])
    expect(await run()).toEqual({ looked: 0, found: 0 })
    expect(await actsOf('document.words-read')).toEqual(['document.words-read'])
  }, 120_000)

  it('a damaged content is passed over and told, and whoever looks after the machines reads none', async () => {
    const { enter, titles, run, documents, manager, directory } = await start()
    await enter('壊れた紙', sample('scan-g4.tif'))
    const { globSync, writeFileSync } = await import('node:fs')
    for (const file of globSync('*/*', { cwd: directory })) writeFileSync(`${directory}/${file}`, 'damaged')
    await enter('読み取った紙', await scanned())
    expect(await run()).toEqual({ looked: 2, found: 1 })
    expect(await titles('ワルファリン')).toEqual(['読み取った紙'])
    expect((await refusalOf(documents.readPictures(manager))).code).toBe('not-permitted')
  }, 120_000)

  it('begins with nothing once its time is over', async () => {
    const { enter, run } = await start()
    await enter('読み取った紙', await scanned())
    expect(await run(-1)).toEqual({ looked: 0, found: 0 })
  })
})
