import type { DueView } from '#log-review'
import { inEra } from '#shared'
import type { Language } from '../language.ts'

export const reviewWords = {
  title: { ja: 'お守りの証跡を確かめる', en: "Look through Omamori's own journal" },
  open: { ja: '確かめる', en: 'Look through' },
  record: { ja: '確かめたことを記録する', en: 'Record a review' },
} as const

/** Why it is a task: when somebody looked last, or that nobody has yet. */
export function sayReviewDue({ lastOn }: DueView, language: Language): string {
  if (lastOn === undefined)
    return language === 'ja'
      ? '当院は確かめる間隔を決めていますが、まだ確かめた記録がありません。'
      : 'The facility has set an interval, and no review is recorded yet.'
  return language === 'ja' ? `最後に確かめたのは${inEra(lastOn)}です。` : `It was looked through last on ${lastOn}.`
}
