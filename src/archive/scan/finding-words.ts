import type { ScanFinding } from './finding.ts'

type Language = 'ja' | 'en'
type Facts = ScanFinding['facts']
type Sentence = Readonly<Record<Language, (facts: Facts) => string>>

/** 所見を言葉で — what was found, on which page, and what to do. */
export function findingLine({ code, page, facts }: ScanFinding, language: Language): string {
  const sentence = sentences[code]?.[language](facts) ?? code
  if (page === undefined) return sentence
  return language === 'ja' ? `${page} ページ：${sentence}` : `Page ${page}: ${sentence}`
}

const depths: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'black-white': { ja: '白黒', en: 'black and white' },
  grey: { ja: 'グレー', en: 'grey' },
  colour: { ja: 'カラー', en: 'colour' },
}
export const depthWord = (depth: string, language: Language): string => depths[depth]?.[language] ?? depth

const sentences: Readonly<Record<string, Sentence>> = {
  format: {
    ja: () => 'この種類の文書に決めた保存形式ではありません。決めた形式で読み取り直してください。',
    en: () => 'It is not in a format that was decided for this kind. Scan it again in one of those.',
  },
  unread: {
    ja: ({ code }) => `ファイルを開けません（${code}）。読み取り直してください。`,
    en: ({ code }) => `The file cannot be opened (${code}). Scan it again.`,
  },
  'pages-differ': {
    ja: ({ declared, found }) =>
      `用紙は ${declared} ページと入力されましたが、ファイルには ${found} ページあります。重なりや抜けがないか、紙と見比べてください。`,
    en: ({ declared, found }) =>
      `The paper was said to have ${declared} pages and the file has ${found}. Hold it against the paper: sheets may have stuck together, or be missing.`,
  },
  late: {
    ja: () => '作成・受領から、決めた期間を過ぎています。遅れた理由を残してください。',
    en: () => 'More time has passed since the paper was made or received than was decided. Write down why.',
  },
  'resolution-unknown': {
    ja: () => '解像度か色が、ファイルから分かりません。読み取りの設定を確かめ、どう確かめたかを残してください。',
    en: () =>
      'The file does not say its resolution or colours. Look at the settings of the scanner, and write down how.',
  },
  'too-coarse': {
    ja: ({ dpi, least }) => `解像度が ${dpi} dpi です。決めた ${least} dpi 以上で読み取り直してください。`,
    en: ({ dpi, least }) =>
      `It has ${dpi} dots to the inch. Scan it again with the ${least} that were decided, or more.`,
  },
  'colour-lost': {
    ja: ({ colour, least }) =>
      `色が${depthWord(String(colour), 'ja')}です。決めた「${depthWord(String(least), 'ja')}」で読み取り直してください。`,
    en: ({ colour, least }) =>
      `It is in ${depthWord(String(colour), 'en')}. Scan it again in ${depthWord(String(least), 'en')}, as was decided.`,
  },
  lossy: {
    ja: () => '画質の落ちる圧縮（JPEG）がかかっています。圧縮しない設定で読み取り直してください。',
    en: () => 'Something was lost in packing it (JPEG). Scan it again without.',
  },
  blank: {
    ja: () => '白紙に見えます。裏返しや読み飛ばしでないか、紙と見比べてください。',
    en: () => 'It looks blank. Hold it against the paper: it may lie the wrong way round.',
  },
  skewed: {
    ja: ({ degrees }) => `${Math.abs(Number(degrees))} 度傾いています。端が切れていないか確かめてください。`,
    en: ({ degrees }) => `It is turned by ${Math.abs(Number(degrees))} degrees. See whether an edge was cut off.`,
  },
}
