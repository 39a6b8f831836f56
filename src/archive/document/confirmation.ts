import type { DocumentVersionRow } from '#storage'

/** Who looks, with which licences, and whether they have seen the content. */
export interface Onlooker {
  readonly accountId: string
  readonly licences: readonly string[]
  readonly seen: boolean
  /** 情報作成管理者 — answers for every scan (9.1). */
  readonly managesScans: boolean
}

/** Whose word a version takes: a licence that the kind asks for, or, of a scan, whoever scanned it. */
export interface Confirmers {
  readonly confirmerRoles: readonly string[]
  readonly isScan: boolean
}

type Version = Pick<DocumentVersionRow, 'entered_by' | 'entered_for' | 'approved_at' | 'confirmed_at' | 'withdrawn_at'>

/** Why a proxy entry cannot be approved by this person; null: it can (7.1: prompt, by the person it was made for, and never unseen). */
export function whyNotApproved(version: Version, { accountId, seen }: Onlooker): string | null {
  if (version.confirmed_at !== null) return 'document-confirmed-already'
  if (version.withdrawn_at !== null) return 'document-withdrawn'
  if (version.entered_for === null) return 'document-no-proxy'
  if (version.approved_at !== null) return 'document-approved-already'
  if (version.entered_for !== accountId) return 'document-not-for-you'
  return seen ? null : 'document-not-seen'
}

/**
 * Why a version cannot be confirmed by this person; null: it can (7.1: whoever entered for somebody else never confirms; the kind says
 * whose licence it takes; nobody confirms what they did not see). A scan says that it is what the paper was: that is the word of whoever
 * scanned it or of the information creation manager (9.1), and of no licence, since the licensed person's word stands on the paper.
 */
export function whyNotConfirmed(
  version: Version,
  { confirmerRoles, isScan }: Confirmers,
  onlooker: Onlooker,
): string | null {
  const { entered_by, entered_for, approved_at, confirmed_at, withdrawn_at } = version
  if (confirmed_at !== null) return 'document-confirmed-already'
  if (withdrawn_at !== null) return 'document-withdrawn'
  if (entered_for !== null && entered_by === onlooker.accountId) return 'document-proxy-confirms'
  if (entered_for !== null && approved_at === null) return 'document-not-approved'
  if (isScan && entered_by !== onlooker.accountId && !onlooker.managesScans) return 'document-scan-of-another'
  if (!isScan && confirmerRoles.length > 0 && !confirmerRoles.some((role) => onlooker.licences.includes(role)))
    return 'document-without-licence'
  return onlooker.seen ? null : 'document-not-seen'
}

/** Open: neither confirmed nor withdrawn, so that somebody still has to say something. */
export const isOpen = ({ confirmed_at, withdrawn_at }: Pick<Version, 'confirmed_at' | 'withdrawn_at'>): boolean =>
  confirmed_at === null && withdrawn_at === null

/** Why a version cannot be withdrawn; null: it can. What is confirmed is corrected, and not taken back. */
export function whyNotWithdrawn({ confirmed_at, withdrawn_at }: Version): string | null {
  if (confirmed_at !== null) return 'document-confirmed-already'
  return withdrawn_at === null ? null : 'document-withdrawn'
}
