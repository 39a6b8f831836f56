import type { Day } from '#shared'

/**
 * 電子保存の事実 — what the archive of Omamori knows of itself on a day. It knows the documents that lie in it, and no others: the facility's own
 * systems hold records too, of which it can say nothing. Counts end at a thousand.
 */
export interface ArchiveFacts {
  /** Documents that lie here and were not destroyed. */
  readonly documents: number
  /** Versions that somebody confirmed; each names who entered it, who confirmed it, and when. */
  readonly confirmed: number
  /** Documents of which there is more than one version. */
  readonly corrected: number
  /** 代行入力: versions entered for somebody else, and those that still wait for that person. */
  readonly proxies: number
  readonly proxiesWaiting: number
  readonly oldestProxyOn?: Day | undefined
  /** 内容の確認: something is whole nowhere; the oldest of the last looks at each file, and the last look at any. */
  readonly contentsLost: boolean
  readonly oldestLookOn?: Day | undefined
  readonly lastLookOn?: Day | undefined
  /** 形式の見張り: versions in a form that may not be opened one day. */
  readonly formatsAtRisk: number
  /** The last 非常時閲覧用パッケージ. */
  readonly copiesOn?: Day | undefined
  /** 読取り: scans that are originals, those whose time to be signed was over before the day, and those of dispensed prescriptions. */
  readonly scans: number
  readonly scansOverdue: number
  readonly scansDispensed: number
  /** 記録媒体: those in use that a machine reads, those of them past their life, faulty or unchecked, hand-overs, and those without a receipt. */
  readonly media: number
  readonly mediaNeglected: number
  readonly handOvers: number
  readonly handOversOpen: number
  /** Plans for old papers, and objections that stand. */
  readonly plans: number
  readonly objections: number
}
