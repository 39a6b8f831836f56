import { type Caller, demand } from '#access'
import type { RecordKeeperRow } from '#storage'
import { type Ground, holdFacility, malformed, scopeOf, writerOf } from '../ground.ts'
import type { Act } from './act.ts'
import { insertKeeper, keeperRows } from './store.ts'
import type { KeeperRequest, KeeperView } from './wire.ts'

/**
 * 保存の引き継ぎを記録する — no duty ends when a facility closes, is taken over or moves: no period is counted anew by it.
 * What changes is who keeps the documents. A planned closure may be written down before its day.
 */
export async function recordKeeper(ground: Ground, caller: Caller, request: KeeperRequest): Promise<string> {
  demand(caller, 'retention.rule')
  const { event, onDay, keeper, contact, untilOn, source } = request
  if (untilOn !== undefined && untilOn < onDay) throw malformed('retention-keeper-until-before', 'untilOn')
  const keeperId = ground.newId()
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    await insertKeeper(change, {
      ...{ facility_id: caller.facilityId, keeper_id: keeperId },
      ...{ number: ((await keeperRows(change.db)).at(-1)?.number ?? 0) + 1, event, on_day: onDay, keeper, contact },
      ...{ until_on: untilOn ?? null, source, written_by: writerOf(caller), written_at: ground.clock.now() },
    })
    const act: Act = 'retention.handed-over'
    const subject = { kind: 'record-keeper', id: keeperId }
    // Who keeps them stands in the row: a person's name does not belong into the entry.
    const detail = { event, onDay, ...(untilOn !== undefined && { untilOn }) }
    await ground.journal.append(change, { act, actor: caller.actor, subject, detail })
  })
  return keeperId
}

export function keeperView(row: RecordKeeperRow, nameOf: (accountId: string) => string): KeeperView {
  const { keeper_id: keeperId, number, event, keeper, contact, source } = row
  return {
    ...{ keeperId, number, event: event as KeeperRequest['event'], onDay: row.on_day, keeper, contact, source },
    ...(row.until_on !== null && { untilOn: row.until_on }),
    ...{ writtenBy: nameOf(row.written_by), writtenAt: row.written_at },
  }
}
