import { inEra } from '#shared'
import type { Language } from '../../contract.ts'
import type { ChangeKind } from '../wire.ts'

/** What a step between two snapshots is called. */
export const changeNames: Readonly<Record<ChangeKind, { readonly ja: string; readonly en: string }>> = {
  better: { ja: '良くなった', en: 'better' },
  worse: { ja: '悪くなった', en: 'worse' },
  'known-now': { ja: '足りないと分かった', en: 'found to fall short' },
  'no-longer-known': { ja: '分からなくなった', en: 'no longer known' },
  scope: { ja: '当てはまり方が変わった', en: 'applies otherwise' },
  same: { ja: '変わらない', en: 'the same' },
  new: { ja: '新しい項目', en: 'new item' },
  gone: { ja: 'なくなった項目', en: 'item that is gone' },
}

/** 点検番号 — 「令和8年度 点検第12号」; numbers begin anew with each fiscal year, so the year belongs to it. */
export function sayNumber(
  { fiscalYear, number }: { readonly fiscalYear: number; readonly number: number },
  language: Language,
): string {
  if (language === 'en') return `Assessment No. ${number} of fiscal year ${fiscalYear}`
  const year = inEra(`${fiscalYear}-04-01`, { weekday: false }).replace(/年.*$/, '年度')
  return `${year} 点検第${number}号`
}
