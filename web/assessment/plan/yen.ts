import type { Language } from '../../app/i18n.ts'

const figures = new Intl.NumberFormat('en-US')

/** 「330,000円」 */
export function yenText(yen: number, language: Language): string {
  return language === 'ja' ? `${figures.format(yen)}円` : `¥${figures.format(yen)}`
}

/** What people write for money: 330000, ３３０，０００円, ¥330,000, 33万円. Undefined when it is no whole sum of yen. */
export function parseYen(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,、¥\\円]/g, '')
  const [, tenThousands, rest] = /^(?:(\d+(?:\.\d+)?)万)?(\d*)$/.exec(plain) ?? []
  if (plain === '' || (tenThousands === undefined && !rest)) return undefined
  const sum = Math.round(Number(tenThousands ?? 0) * 10_000) + Number(rest || 0)
  return Number.isSafeInteger(sum) ? sum : undefined
}
