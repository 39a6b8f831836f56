import { Refusal } from '#shared'

/** An account, as far as one person is told from another. */
export interface Approver {
  readonly accountId: string
  readonly personId: string | null
}

/** 承認 — by somebody of the facility, or by somebody outside whose paper an account wrote down. */
export type Approval =
  | { readonly by: 'account'; readonly approver: Approver }
  | { readonly by: 'outside'; readonly name: string; readonly organisation: string; readonly writer: Approver }

/** 二人の承認 — so many persons have to approve a list. */
export const APPROVALS_NEEDED = 2

/**
 * Refuses an approval by which one person alone could destroy: the same person twice, a second account of the same
 * person, an outsider who works here, or an outsider written down by the very person who gives the other approval.
 */
export function refuseAlone(before: readonly Approval[], next: Approval, namesHere: readonly string[]): void {
  if (before.length >= APPROVALS_NEEDED) throw refused('destruction-approved-already')
  if (next.by === 'outside') {
    if (before.some(({ by }) => by === 'outside')) throw refused('destruction-outside-twice')
    if (namesHere.some((name) => plain(name) === plain(next.name))) throw refused('destruction-outside-works-here')
  }
  if (before.some((one) => isSame(actorOf(one), actorOf(next)))) throw refused('destruction-same-person')
}

const actorOf = (approval: Approval): Approver => (approval.by === 'account' ? approval.approver : approval.writer)

const isSame = (a: Approver, b: Approver) =>
  a.accountId === b.accountId || (a.personId !== null && a.personId === b.personId)

/** Width, case and spaces tell no two persons apart. */
const plain = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')

const refused = (reason: string) => new Refusal('conflict', { reason })
