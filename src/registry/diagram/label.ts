const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' })

// What may not begin a line, of the marks that names have (行頭禁則).
const notFirst = /^[、。，．・）」』】〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ)\],.!?！？]/u

/** How wide a text is at most, in ems of Noto Sans JP bold. Never too small: a label must not leave its box. */
export function widthOf(text: string): number {
  return Array.from(segmenter.segment(text), ({ segment }) => widthOfLetter(segment)).reduce(
    (sum, each) => sum + each,
    0,
  )
}

function widthOfLetter(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  if (/\p{Extended_Pictographic}/u.test(letter)) return 1.4
  if (/[mwMW@%&]/.test(letter)) return 1
  if (code < 0x7f) return /[A-Z]/.test(letter) ? 0.75 : 0.62
  return code < 0x300 ? 0.85 : 1.05
}

/** At most so many lines, none wider than `ems`; what does not fit ends in ‘…’. */
export function inLines(text: string, ems: number, most: number): readonly string[] {
  const letters = Array.from(segmenter.segment(text), ({ segment }) => segment)
  const lines: string[] = []
  let at = 0
  while (at < letters.length && lines.length < most) {
    const last = lines.length === most - 1
    const whole = endOfLine(letters, at, ems)
    const cut = last && whole < letters.length
    const end = cut ? endOfLine(letters, at, ems - 1.05) : whole
    lines.push(letters.slice(at, end).join('').trim() + (cut ? '…' : ''))
    at = end
  }
  return lines
}

function endOfLine(letters: readonly string[], start: number, ems: number): number {
  let width = 0
  let end = start
  while (end < letters.length && width + widthOfLetter(letters[end] ?? '') <= ems) {
    width += widthOfLetter(letters[end] ?? '')
    end += 1
  }
  const after = letters[end]
  return after !== undefined && notFirst.test(after) && end - start > 1 ? end - 1 : Math.max(end, start + 1)
}
