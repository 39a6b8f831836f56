import type { OutgoingMailRow } from '#storage'
import type { AlarmView } from './wire.ts'

/** あきらめたメール — nothing of it goes out any more by itself. A test is not among them: it is tried once, and made anew. */
export const isGivenUp = ({ state, kind }: OutgoingMailRow): boolean => state === 'failed' && kind !== 'test'

/** Whom the mail reached that was written since then; undefined where none was, or it is gone by now. */
export function reachedBy(since: string, mails: readonly OutgoingMailRow[]): AlarmView['reached'] {
  const written = mails.filter(({ made_at }) => made_at >= since)
  if (written.length === 0) return undefined
  if (written.some(({ state }) => state === 'sent')) return 'somebody'
  return written.every(isGivenUp) ? 'nobody' : 'nobody-yet'
}

/** Whether something newer of the same kind was written to the same address: what this one says may no longer be so. */
export function isOldNews({ kind, recipient, made_at }: OutgoingMailRow, mails: readonly OutgoingMailRow[]): boolean {
  return mails.some((one) => one.kind === kind && one.recipient === recipient && one.made_at > made_at)
}
