import type { OutgoingMailRow } from '#storage'

/** あきらめたメール — nothing of it goes out any more by itself. A test is not among them: it is tried once, and made anew. */
export const isGivenUp = ({ state, kind }: OutgoingMailRow): boolean => state === 'failed' && kind !== 'test'

/** Whether mail was written since then and every one of it was given up: then nobody was told. */
export function reachedNobody(since: string, mails: readonly OutgoingMailRow[]): boolean {
  const written = mails.filter(({ made_at }) => made_at >= since)
  return written.length > 0 && written.every(isGivenUp)
}

/** Whether something newer of the same kind was written to the same address: what this one says may no longer be so. */
export function isOldNews({ kind, recipient, made_at }: OutgoingMailRow, mails: readonly OutgoingMailRow[]): boolean {
  return mails.some((one) => one.kind === kind && one.recipient === recipient && one.made_at > made_at)
}
