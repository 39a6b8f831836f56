import { expect, it } from 'vitest'
import type { PackageDocument, WordsPiece } from '#archive/contract'
import { find } from './find.ts'
import { nothingAsked } from './page-state.ts'

const documentOf = (title: string, patient: string, writtenOn: string): PackageDocument => ({
  ...{ documentId: title, version: 1, kind: 'referral', standing: 'original', title, patient, writtenOn },
  ...{ newerWaits: false, type: 'text', name: '', sha256: '', file: [0, 0], shown: { as: 'pdf' } },
})

const opened = (chunks: readonly (readonly WordsPiece[])[]) => {
  const read: number[] = []
  return {
    read,
    about: {
      kinds: { referral: { ja: '紹介状', en: 'referral' } },
      chunks: { heads: 1, words: chunks.length, data: 1 },
    },
    documents: [documentOf('心電図', 'P-1', '2026-01-05'), documentOf('紹介', 'P-2', '2026-03-01')],
    words: async (number: number) => {
      read.push(number)
      return chunks[number - 1] ?? []
    },
  }
}

it('every word must stand in the document: in its title, number, kind or day, or in any piece of what it says', async () => {
  const searched = opened([
    [
      [0, 'ワルファリン 2mg'],
      [1, '既往歴'],
    ],
    [[1, 'ワルファリン 開始']],
  ])
  const ask = (words: string) => find(searched, { ...nothingAsked, words })
  expect(await ask('ﾜﾙﾌｧﾘﾝ')).toEqual([1, 0])
  expect(await ask('ワルファリン　既往歴')).toEqual([1])
  expect(await ask('ワルファリン p-1 紹介状 2026-01-05')).toEqual([0])
  expect(await ask('ワルファリン 心不全')).toEqual([])
  expect(await ask('')).toEqual([1, 0])
})

it('words of documents are opened only where something is still missing', async () => {
  const searched = opened([[[0, 'あ']], [[1, 'い']]])
  await find(searched, { ...nothingAsked, words: 'Referral' })
  expect(searched.read).toEqual([])
})

it('patient, kind and days narrow it', async () => {
  const ask = (question: object) => find(opened([]), { ...nothingAsked, ...question })
  expect(await ask({ patient: 'P-2' })).toEqual([1])
  expect(await ask({ patient: 'P' })).toEqual([])
  expect(await ask({ kind: 'image' })).toEqual([])
  expect(await ask({ from: '2026-02-01' })).toEqual([1])
  expect(await ask({ to: '2026-01-05' })).toEqual([0])
})
