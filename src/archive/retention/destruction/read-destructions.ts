import { type Caller, demand, may } from '#access'
import { dayOf } from '#shared'
import type { DestructionApprovalRow, DestructionRow } from '#storage'
import type { Standing } from '../duty.ts'
import { type Ground, scopeOf } from '../ground.ts'
import type { Ending } from '../period.ts'
import { kindNamed } from '../read-keeping.ts'
import { namesOfAccounts } from '../store.ts'
import type { DestructionsView, DestructionView } from '../wire.ts'
import { destructionRows, type KeptDestruction, keptDestruction } from './store.ts'

type NameOf = (accountId: string) => string

/** 廃棄の一覧 — every list that was ever proposed; what was destroyed stays readable as that. */
export async function readDestructions({ storage, clock }: Ground, caller: Caller): Promise<DestructionsView> {
  demand(caller, 'retention.read')
  return storage.read(scopeOf(caller), async (db) => {
    const nameOf = await namesOfAccounts(db)
    const kept: KeptDestruction[] = []
    for (const { destruction_id } of await destructionRows(db)) kept.push(await keptDestruction(db, destruction_id))
    return {
      today: dayOf(clock.now()),
      destructions: kept.map(({ row, items, approvals }) => ({
        ...summaryOf(row, approvals, nameOf),
        documents: items.length,
      })),
      may: {
        propose: may(caller, 'destruction.propose'),
        approve: may(caller, 'destruction.approve') && caller.actor.kind === 'account',
        carryOut: may(caller, 'destruction.carry-out'),
      },
    }
  })
}

/** One list with its documents. */
export async function readDestruction(
  { storage }: Ground,
  caller: Caller,
  destructionId: string,
): Promise<DestructionView> {
  demand(caller, 'retention.read')
  return storage.read(scopeOf(caller), async (db) => {
    const { row, items, approvals } = await keptDestruction(db, destructionId)
    return {
      ...summaryOf(row, approvals, await namesOfAccounts(db)),
      items: items.map(({ document_id, kind, standing, stored_on, ends_on, basis }) => ({
        ...{ documentId: document_id, kind: kindNamed(kind), standing: standing as Standing, storedOn: stored_on },
        ...{ endsOn: ends_on, endings: JSON.parse(basis) as Ending[] },
      })),
    }
  })
}

function summaryOf(row: DestructionRow, approvals: readonly DestructionApprovalRow[], nameOf: NameOf) {
  const ended = row.ended_by === null ? {} : { endedBy: nameOf(row.ended_by) }
  return {
    ...{ destructionId: row.destruction_id, number: row.number, reason: row.reason },
    state: row.state as DestructionView['state'],
    ...{ proposedBy: nameOf(row.proposed_by), proposedAt: row.proposed_at, ...ended },
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
    ...(row.end_reason !== null && { endReason: row.end_reason }),
    ...(row.backups_until !== null && { backupsUntil: row.backups_until }),
    approvals: approvals.map(({ account_id, outside_name, outside_organisation, approved_on, written_by }) => ({
      name: account_id === null ? (outside_name ?? '') : nameOf(account_id),
      ...(outside_organisation !== null && { organisation: outside_organisation }),
      ...{ approvedOn: approved_on, writtenBy: nameOf(written_by) },
    })),
  }
}
