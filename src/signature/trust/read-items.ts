import { readCertificate } from '@omamori/signature'
import { type Caller, demand, may } from '#access'
import { dayOf } from '#shared'
import type { TrustItemRow, TrustStepRow } from '#storage'
import { certificateView, listView } from '../certificate-view.ts'
import { type Ground, scopeOf } from '../ground.ts'
import { namesOfAccounts } from '../names.ts'
import type { TrustItemView, TrustView } from '../wire.ts'
import { itemRows, stepRows } from './store.ts'

/** 信頼の起点の一覧 — everything that was handed in, with what was done with it. */
export async function readItems({ storage, clock }: Ground, caller: Caller): Promise<TrustView> {
  demand(caller, 'trust.read')
  const { items, steps, nameOf } = await storage.read(scopeOf(caller), async (db) => ({
    items: await itemRows(db),
    steps: await stepRows(db),
    nameOf: await namesOfAccounts(db),
  }))
  return {
    today: dayOf(clock.now()),
    items: items.map((row) => viewOf(row, steps, nameOf)),
    may: { propose: may(caller, 'trust.propose'), confirm: may(caller, 'trust.confirm') },
  }
}

function viewOf(row: TrustItemRow, steps: readonly TrustStepRow[], nameOf: (id: string) => string): TrustItemView {
  const isList = row.kind === 'list'
  return {
    itemId: row.item_id,
    kind: row.kind as TrustItemView['kind'],
    state: row.state as TrustItemView['state'],
    purposes: { signers: row.for_signers === 1, hpki: row.for_hpki === 1, stamps: row.for_stamps === 1 },
    certificate: isList ? undefined : certificateView(readCertificate(row.octets)),
    list: isList ? listView(row.octets) : undefined,
    addedBy: nameOf(row.added_by),
    addedAt: row.added_at,
    steps: steps
      .filter(({ item_id }) => item_id === row.item_id)
      .map((step) => ({
        step: step.step as TrustItemView['steps'][number]['step'],
        source: step.source ?? undefined,
        seenOn: step.seen_on ?? undefined,
        reason: step.reason ?? undefined,
        by: nameOf(step.written_by),
        at: step.written_at,
      })),
  }
}
