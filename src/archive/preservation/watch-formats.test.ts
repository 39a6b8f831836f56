import { expect, it } from 'vitest'
import { consoleCaller } from '#access'
import { refusalOf } from '../../shared/testing.ts'
import { eachEngine } from '../../storage/testing.ts'
import { sample } from '../content/testing.ts'
import { documentsOn } from '../document/testing.ts'
import { formatLines } from './format-lines.ts'
import { watchFormats } from './watch-formats.ts'

eachEngine('the forms in which documents are kept', (open) => {
  it('are counted with their outlook, what is at risk first; what was withdrawn is none of them', async () => {
    const { documents, doctor, storage, facilityId } = await documentsOn(await open())
    const caller = consoleCaller(facilityId)
    expect(formatLines(await watchFormats(storage, caller), 'ja')).toEqual(['保存している文書はありません。'])
    const enter = (name: string, bytes = sample(name)) =>
      documents.register(
        doctor,
        { kind: 'consent', standing: 'original', title: name, writtenOn: '2026-11-20' },
        { name, bytes },
      )
    await enter('sheet.pdf')
    await enter('summary.pdf')
    await enter('summary.docx')
    await enter('summary.doc')
    const wrong = await enter('scan-g4.tif')
    await documents.withdraw(doctor, wrong, 1, { reason: '取り違え' })
    const formats = await watchFormats(storage, caller)
    const oldestOn = '2026-11-22'
    expect(formats).toEqual([
      { type: 'old-office', outlook: 'at-risk', versions: 1, oldestOn },
      { type: 'docx', outlook: 'watch', versions: 1, oldestOn },
      { type: 'pdf', outlook: 'open', versions: 2, oldestOn },
    ])
    expect(formatLines(formats, 'ja')[0]).toContain('いまのうちにPDFなどへ変換し')
    expect(formatLines(formats, 'en')[2]).toContain('a public standard')
    expect((await refusalOf(watchFormats(storage, doctor))).code).toBe('not-permitted')
  })
})
