/**
 * 証跡の受領状態 — how far an entry has come: `recorded` in an open group and not yet promised to anybody, `durable` once
 * its group is committed, `witnessed` once a checkpoint over it bears the cosignatures that the policy asks for.
 */
export type ReceiptState =
  | { readonly state: 'recorded'; readonly index: number }
  | { readonly state: 'durable'; readonly index: number; readonly size: number }
  | {
      readonly state: 'witnessed'
      readonly index: number
      /** Size of the witnessed checkpoint. */
      readonly size: number
      readonly witnesses: readonly string[]
      /** When the last witness that was needed says to have seen it, POSIX seconds. */
      readonly seconds: number
    }

/** What is known of a log: how many entries are committed, and the newest checkpoint with a full quorum. */
export interface LogProgress {
  readonly durableSize: number
  readonly witnessed?: { readonly size: number; readonly witnesses: readonly string[]; readonly seconds: number }
}

/** A state only ever goes forward; a witnessed size beyond the durable one is a rollback, and shows nothing as witnessed. */
export function receiptState(index: number, { durableSize, witnessed }: LogProgress): ReceiptState {
  if (index >= durableSize) return { state: 'recorded', index }
  if (witnessed === undefined || witnessed.size > durableSize || index >= witnessed.size) {
    return { state: 'durable', index, size: durableSize }
  }
  return { state: 'witnessed', index, ...witnessed }
}
