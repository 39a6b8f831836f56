import { type PlannedOfToday, type SnapshotsView, type SnapshotView, sayNumber } from '#assessment'
import type { AuditResult } from '#journal'
import { inEra } from '#shared'
import { taskStates } from '#task'
import type { Language } from '../language.ts'

type Counts = Readonly<Record<'met' | 'not-met' | 'unknown' | 'not-applicable', number>>

export function sayAssessmentFigure({ met, ...rest }: Counts, language: Language): string {
  const total = met + rest['not-met'] + rest.unknown
  return language === 'en' ? `${met} of ${total} minimum items met` : `最低限 ${total}項目中 ${met}が適合`
}

export function sayAssessmentDetail(counts: Counts, language: Language): string {
  return language === 'en'
    ? `${counts['not-met']} not met, ${counts.unknown} unknown`
    : `不適合 ${counts['not-met']}・未確認 ${counts.unknown}`
}

/** 「前回の点検 令和8年度 点検第3号」 */
export function saySnapshotFigure(last: SnapshotView | undefined, language: Language): string {
  if (!last) return language === 'en' ? 'No assessment kept yet' : '点検の記録は、まだありません'
  return language === 'en' ? `Last: ${sayNumber(last, 'en')}` : `前回の点検 ${sayNumber(last, 'ja')}`
}

export function saySnapshotDetail(
  last: SnapshotView | undefined,
  { on, overdue }: SnapshotsView['due'],
  language: Language,
): string | undefined {
  if (!last || on === undefined) return undefined
  const day = language === 'en' ? english.format(new Date(`${on}T00:00:00Z`)) : inEra(on, { weekday: false })
  if (overdue) return language === 'en' ? `The next was due by ${day}` : `次の点検の期限（${day}）を過ぎました`
  if (last.approvedOn === undefined)
    return language === 'en' ? 'Waits for the director to approve it' : '施設長の承認を待っています'
  return language === 'en' ? `The next is due by ${day}` : `次の点検は ${day} まで`
}

/** How far a task of the plan is, and what it waits for. How late it is stands beside its day. */
export function sayPlanned({ task, ownerLeft, decides }: PlannedOfToday, language: Language): string {
  const words = planned[language]
  return [
    words.state(taskStates[task.state][language]),
    ...(decides && task.cost !== undefined ? [words.decide(figures.format(task.cost))] : []),
    ...(task.standing === 'sent-back' ? [words.sentBack(task.decision?.words ?? '')] : []),
    ...(ownerLeft ? [words.left] : []),
  ].join(language === 'en' ? ' ' : '')
}

const figures = new Intl.NumberFormat('en-US')
const planned = {
  ja: {
    state: (state: string) => `${state}です。`,
    decide: (yen: string) => `${yen}円の決裁を待っています。`,
    sentBack: (words: string) => `差し戻されました：${words}`,
    left: '担当だった人は退職・異動しました。新しい担当を決めてください。',
  },
  en: {
    state: (state: string) => `It is ${state}.`,
    decide: (yen: string) => `¥${yen} wait for a decision.`,
    sentBack: (words: string) => `It was sent back: ${words}`,
    left: 'The person who had it has left or moved. Choose somebody else.',
  },
} as const

const english = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

export function sayRegistryFigure(
  items: number,
  { nobody, unsaid }: { readonly nobody: number; readonly unsaid: number },
  language: Language,
): string {
  return language === 'en'
    ? `${items} entries: ${nobody} without a responsible person, ${unsaid} not recorded`
    : `${items}件のうち、責任者なし ${nobody}件・未記入 ${unsaid}件`
}

export function sayJournalFigure({ entries, findings, mode, checked }: AuditResult, language: Language): string {
  if (mode === 'incremental' && findings === 0) {
    const some = (checked ?? 0).toLocaleString('en-US')
    return language === 'en'
      ? `${some} of ${entries.toLocaleString('en-US')} entries looked at, no rewriting`
      : `${entries.toLocaleString('en-US')}件のうち見た ${some}件に、書き換えなし`
  }
  if (language === 'en') {
    return findings === 0 ? `${entries} entries, no rewriting` : `${entries} entries, ${findings} places do not fit`
  }
  return findings === 0 ? `${entries}件の記録に、書き換えなし` : `${entries}件の記録に、合わない所が ${findings}件`
}

export const todayWords = {
  journal: { ja: '全件を計算し直して照合', en: 'recomputed from the first entry' },
  journalSampled: {
    ja: '新しい記録のすべてと、以前の記録の一部を照合',
    en: 'what is new recomputed, and a drawn share of the rest',
  },
  journalUnverified: { ja: 'まだ確かめていません', en: 'not verified yet' },
  openFact: { ja: '台帳を開く', en: 'Open the registry' },
  openTask: { ja: '用件を開く', en: 'Open the task' },
  decide: { ja: '決裁する', en: 'Decide' },
  openRequirement: { ja: '項目を開く', en: 'Open the item' },
  assessment: { ja: '台帳の事実から自動判定', en: 'judged from the registry' },
  snapshot: { ja: '点検の記録（年に1度）', en: 'kept snapshots (once a year)' },
  registry: { ja: '台帳の記録', en: 'as recorded' },
} as const
