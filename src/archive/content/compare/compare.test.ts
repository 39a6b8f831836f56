import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { compareContentsApart, comparePagesApart } from '../apart/compare-apart.ts'
import { sample } from '../testing.ts'
import { comparePageDigests } from './compare-pages.ts'
import { compareTexts } from './compare-texts.ts'
import type { TextComparison, TextPart } from './comparison.ts'
import type { DigestedPages } from './digest-pages.ts'

const marked = (parts: readonly TextPart[]) => parts.map(({ text, changed }) => (changed ? `<${text}>` : text)).join('')
const rowsOf = (compared: TextComparison) => {
  if (compared.kind === 'none') throw new Error(compared.why.code)
  return compared.rows.map((row) => {
    if (row.mark === 'skipped') return `… ${row.count}`
    const sides = [...('before' in row ? [marked(row.before)] : []), ...('after' in row ? [marked(row.after)] : [])]
    return [row.mark, ...sides].join('|')
  })
}
const numbered = (count: number, from = 1) => Array.from({ length: count }, (_, n) => `行 ${from + n}`)

describe('two texts', () => {
  it('stand side by side, with the words that differ marked in both', () => {
    const compared = compareTexts(
      '主訴：発熱\n体温は37度です。\n処方なし',
      '主訴：発熱\n体温は38度です。\n処方なし\n再診',
    )
    expect(rowsOf(compared)).toEqual([
      'same|主訴：発熱|主訴：発熱',
      'changed|体温は<37>度です。|体温は<38>度です。',
      'same|処方なし|処方なし',
      'added|再診',
    ])
    expect(compared).toMatchObject({ differing: 2, leftOut: 0, cut: false })
  })

  it('show three lines on either side of a difference, and how many of the others are the same', () => {
    const lines = numbered(20)
    const rows = rowsOf(compareTexts(lines.join('\n'), lines.with(9, '別の行').join('\n')))
    expect(rows.map((row) => row.split('|')[0])).toEqual([
      '… 6',
      ...'same same same changed same same same'.split(' '),
      '… 7',
    ])
  })

  it('are not told to differ by the ends of their lines, but are by a sign that nobody sees', () => {
    expect(compareTexts('甲\r\n乙 \r\n', '甲\n\n乙')).toMatchObject({ differing: 0 })
    expect(rowsOf(compareTexts('5 mg', '5\u202e mg'))).toEqual(['changed|<5> mg|<5[U+202E]> mg'])
  })

  it('without a word are not told to be equal', () => {
    expect(compareTexts(' ', '')).toEqual({ kind: 'none', why: { code: 'no-text', facts: {} } })
  })

  it('whose lines stand in quite another order are given up after a while', () => {
    const started = performance.now()
    const compared = compareTexts(numbered(30_000).join('\n'), numbered(30_000).toReversed().join('\n'))
    expect(compared).toEqual({ kind: 'none', why: { code: 'too-different', facts: {} } })
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('with more differences than anybody looks through tell how many there are', () => {
    const compared = compareTexts(
      numbered(3_000).join('\n'),
      numbered(3_000)
        .map((line) => `${line}。`)
        .join('\n'),
    )
    expect(compared).toMatchObject({ differing: 3_000, leftOut: 1_000 })
    expect(rowsOf(compared)).toHaveLength(2_000)
  })

  it('that are too long to compare say so', () => {
    expect(compareTexts('あ'.repeat(1_000_001), 'あ')).toMatchObject({ cut: true, differing: 1 })
  })
})

describe('pages', () => {
  const digested = (digests: readonly (string | null)[], pages = digests.length): DigestedPages => ({
    ...{ type: 'pdf', pages, digests },
  })
  const marks = (before: DigestedPages, after: DigestedPages) => {
    const compared = comparePageDigests(before, after)
    if (compared.kind === 'none') throw new Error(compared.why.code)
    return compared.rows.map((row) => `${row.before ?? ''} ${row.mark} ${row.after ?? ''}`)
  }

  it('behind one that was put in are still the same', () => {
    expect(marks(digested(['a', 'b', 'c']), digested(['a', 'new', 'b', 'd']))).toEqual([
      ...['1 same 1', ' added 2', '2 same 3', '3 changed 4'],
    ])
  })

  it('that cannot be drawn are like no other, also not like one another', () => {
    expect(marks(digested(['a', null]), digested(['a', null]))).toEqual(['1 same 1', '2 unknown 2'])
  })

  it('whose partner may lie behind what was drawn are not judged', () => {
    expect(marks(digested(['a', 'b'], 300), digested(['a', 'new'], 301))).toEqual(['1 same 1', '2 unknown 2'])
  })
})

const square = (colour: string, dot?: { readonly input: Buffer; readonly left: number; readonly top: number }) =>
  sharp({ create: { width: 3_000, height: 3_000, channels: 3, background: colour } })
    .composite(dot ? [dot] : [])
    .png()
    .toBuffer()

describe('two files', () => {
  it('that look alike are the same to the pixel, and one pixel makes a difference', async () => {
    const input = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#808081' } })
      .png()
      .toBuffer()
    const [plain, dotted] = [await square('#808080'), await square('#808080', { input, left: 1_234, top: 2_345 })]
    const repacked = await sharp(plain).png({ compressionLevel: 1 }).toBuffer()
    expect(repacked.equals(plain)).toBe(false)
    const rows = async (after: Uint8Array) => comparePagesApart(plain, after)
    expect(await rows(repacked)).toMatchObject({ kind: 'compared', rows: [{ mark: 'same', before: 1, after: 1 }] })
    expect(await rows(dotted)).toMatchObject({ kind: 'compared', rows: [{ mark: 'changed', before: 1, after: 1 }] })
  })

  it('of a PDF are drawn, and what follows the last octet changes no page', async () => {
    const pdf = sample('sheet.pdf')
    const longer = Buffer.concat([pdf, Buffer.from('\n% 追記\n')])
    expect(await comparePagesApart(pdf, longer)).toMatchObject({ kind: 'compared', rows: [{ mark: 'same' }] })
    const { text } = { text: undefined, ...(await compareContentsApart(pdf, longer)) }
    expect(text).toMatchObject({ kind: 'compared', differing: 0 })
  })

  it('without pages, or damaged, are told to be so and not to be equal', async () => {
    const words = Buffer.from('主訴')
    expect(await comparePagesApart(words, words)).toEqual({ kind: 'none', why: { code: 'no-pages', facts: {} } })
    const cut = sample('sheet.pdf').subarray(0, 200)
    expect(await comparePagesApart(cut, cut)).toMatchObject({ kind: 'none', why: { code: 'pdf-damaged' } })
    expect(await compareContentsApart(cut, cut)).toMatchObject({
      ...{ before: { unread: [{ code: 'pdf-damaged' }] }, text: { kind: 'none' } },
    })
  })

  it('that take too long end with their process', async () => {
    const pdf = sample('sheet.pdf')
    expect(await comparePagesApart(pdf, pdf, 1)).toEqual({ kind: 'none', why: { code: 'too-long', facts: {} } })
  })
})
