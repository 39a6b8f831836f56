import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Caller } from '#access'
import { openSample, type Platform } from '#platform'
import { dicomOf } from '../src/archive/content/testing.ts'
import { atPlatform, folderForTests } from './installation.ts'

export const passphrase = 'Naruto-uzu*4417-kaze'

const testdata = (name: string) => readFileSync(new URL(`../src/archive/content/testdata/${name}`, import.meta.url))

/** A picture of 40 by 30 points in one colour. */
const png = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#1d4e89' } })
    .png()
    .toBuffer()

/** A frame of eight by eight points, from dark to bright. */
const frame = () =>
  dicomOf('1.2.840.10008.1.2.1', [
    ...([['00280002', 'US', 1] as const, ['00280004', 'CS', 'MONOCHROME2'] as const] as const),
    ...([['00280010', 'US', 8] as const, ['00280011', 'US', 8] as const] as const),
    ...([['00280100', 'US', 8] as const, ['00280103', 'US', 0] as const] as const),
    ['7fe00010', 'OW', Uint8Array.from({ length: 64 }, (_, index) => index * 4)] as const,
  ])

/** Documents of every form that is shown in a way of its own. */
const papers = async (): Promise<
  readonly (readonly [kind: string, title: string, patient: string, name: string, Uint8Array])[]
> => [
  ['test-result', '血液検査の結果', 'P-0017', 'sheet.pdf', testdata('sheet.pdf')],
  ['image', '創部の写真', 'P-0017', '創部.png', await png()],
  ['image', '胸部単純撮影', 'P-0017', 'chest.dcm', frame()],
  ['medical-record', '退院時の記録', 'P-0017', 'document-bundle.json', testdata('document-bundle.json')],
  ['referral', '診療情報提供書', 'P-0042', 'referral.cda.xml', testdata('referral.cda.xml')],
  ['medical-record', '申し送り', 'P-0042', '申し送り.txt', Buffer.from('ﾍﾟﾆｼﾘﾝにアレルギーあり。救急時は例題医師へ。')],
  ['medical-record', '予定表', 'P-0042', 'sheet.xlsx', testdata('sheet.xlsx')],
  ['image', '形式の分からない波形', 'P-0042', 'wave.bin', Buffer.from([0, 1, 2, 3])],
]

/** The sample hospital with documents in it; where its data lies, and a file with the passphrase. */
export async function hospitalWithDocuments(
  also: (platform: Platform, caller: Caller, documentIds: readonly string[]) => Promise<void> = async () => {},
): Promise<{ readonly data: string; readonly secret: string; readonly folder: string }> {
  const folder = folderForTests()
  const [data, secret] = [join(folder, 'data'), join(folder, 'passphrase.txt')]
  writeFileSync(secret, `${passphrase}\n`)
  await atPlatform({ data }, async (platform) => {
    const { facilityId, accountId } = await openSample(platform, 'hospital')
    const caller: Caller = { facilityId, actor: { kind: 'account', id: accountId }, roles: ['director'] }
    const ids: string[] = []
    for (const [kind, title, patient, name, bytes] of await papers())
      ids.push(
        await platform.documents.register(
          caller,
          { kind, standing: 'original', title, patient, writtenOn: '2026-11-20' },
          { name, bytes },
        ),
      )
    await also(platform, caller, ids)
  })
  return { data, secret, folder }
}
