import { inEra } from '#shared'
import type { FormatOutlook } from './format-watch.ts'
import type { KeptFormat } from './watch-formats.ts'

type Language = 'ja' | 'en'

const outlooks: Readonly<Record<Language, Readonly<Record<FormatOutlook, string>>>> = {
  ja: {
    open: '公開された標準。このまま保存できます',
    watch: '表示がソフトによって変わるか、中を見ていません。PDFなどの写しを一緒に残してください',
    'at-risk': '開けるソフトがなくなるおそれがあります。いまのうちにPDFなどへ変換し、新しい版として残してください',
  },
  en: {
    open: 'a public standard; it can stay as it is',
    watch: 'its looks depend on the program, or its inside is not looked into; keep a copy as PDF beside it',
    'at-risk': 'the program that opens it may be gone one day; convert it to PDF now, and keep that as a new version',
  },
}

/** 形式の見張りを言葉で — a line for each form, what is at risk first. */
export function formatLines(formats: readonly KeptFormat[], language: Language): readonly string[] {
  const isJapanese = language === 'ja'
  if (formats.length === 0) return [isJapanese ? '保存している文書はありません。' : 'No document is kept.']
  return formats.map(({ type, outlook, versions, oldestOn }) => {
    const since = isJapanese ? `${versions}版、${inEra(oldestOn)}から` : `${versions} versions since ${oldestOn}`
    return isJapanese ? `${type}（${since}）: ${outlooks.ja[outlook]}` : `${type} (${since}): ${outlooks.en[outlook]}`
  })
}
