import { type Caller, demand, may } from '#access'
import { dayOf } from '#shared'
import type { RetentionRuleRow } from '#storage'
import { type Ground, holdFacility, malformed, scopeOf, writerOf } from '../ground.ts'
import { kindTable } from '../kind/read-kinds.ts'
import type { Act } from './act.ts'
import { type Counted, copyDuties, dutiesOf, type LocalRule, type Standing, standings } from './duty.ts'
import { keeperView } from './keepers.ts'
import { insertRule, keeperRows, namesOfAccounts, ruleRows } from './store.ts'
import type { RetentionTable, RuleRequest } from './wire.ts'

/** 施設の定めを書く — the row and its entry. It stands beside the older ones and takes their place; nothing is rewritten. */
export async function recordRule(ground: Ground, caller: Caller, request: RuleRequest): Promise<string> {
  demand(caller, 'retention.rule')
  const at = ground.clock.now()
  refuseUnknown(request)
  if (request.checkedOn > dayOf(at)) throw malformed('retention-checked-in-future', 'checkedOn')
  const { about, target, years, startsWith, source, checkedOn } = request
  const ruleId = ground.newId()
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    const number = ((await ruleRows(change.db)).at(-1)?.number ?? 0) + 1
    await insertRule(change, {
      ...{ facility_id: caller.facilityId, rule_id: ruleId, number, about, target, years },
      ...{ starts_with: startsWith, source, checked_on: checkedOn, written_by: writerOf(caller), written_at: at },
    })
    const act: Act = 'retention.ruled'
    const detail = { about, target, years, startsWith, source, checkedOn }
    await ground.journal.append(change, {
      ...{ act, actor: caller.actor, subject: { kind: 'retention-rule', id: ruleId }, detail },
    })
  })
  return ruleId
}

/** A law counts from what happened, never from when the document came in here. */
function refuseUnknown({ about, target, startsWith }: RuleRequest): void {
  const known = {
    law: () => kindTable.laws.some(({ law }) => law === target),
    kind: () => kindTable.kinds.some(({ kind }) => kind === target),
    standing: () => target !== 'original' && standings.some((one) => one === target),
  }
  if (!known[about]()) throw malformed('retention-target-unknown', 'target')
  if (about === 'law' && startsWith === 'stored') throw malformed('retention-law-from-stored', 'startsWith')
}

/** 保存期間の表を見る. */
export async function readTable(ground: Ground, caller: Caller): Promise<RetentionTable> {
  demand(caller, 'retention.read')
  const { rows, keepers, nameOf } = await ground.storage.read(scopeOf(caller), async (db) => ({
    rows: await ruleRows(db),
    keepers: await keeperRows(db),
    nameOf: await namesOfAccounts(db),
  }))
  const { type: facilityType } = await ground.facility(scopeOf(caller))
  const { version, laws, kinds } = kindTable
  const rules = rulesOf(rows)
  return {
    today: dayOf(ground.clock.now()),
    version,
    ...(facilityType !== undefined && { facilityType }),
    laws: laws.map(({ where, ...law }) => ({ ...law, where: where === null ? null : [...where] })),
    kinds: kinds.map((kind) => ({
      ...{ kind: kind.kind, ja: kind.ja, en: kind.en },
      duties: [...dutiesOf({ rules, facilityType, kind, standing: 'original' })],
    })),
    copies: (['copy', 'emergency'] as const).map((standing) => ({
      standing,
      duties: [...copyDuties(standing, rules)],
    })),
    rules: rows.map((row) => viewOf(row, rows, nameOf)).toReversed(),
    keepers: keepers.map((row) => keeperView(row, nameOf)).toReversed(),
    may: { rule: may(caller, 'retention.rule') },
  }
}

function viewOf(row: RetentionRuleRow, rows: readonly RetentionRuleRow[], nameOf: (id: string) => string) {
  const { about, target, years, source } = row
  const newest = rows.findLast((one) => one.about === about && one.target === target)
  return {
    ...{ ruleId: row.rule_id, number: row.number, about: about as RuleRequest['about'], target, years },
    ...{ startsWith: row.starts_with as Counted, source, checkedOn: row.checked_on, stands: newest === row },
    ...{ writtenBy: nameOf(row.written_by), writtenAt: row.written_at },
  }
}

/** The rules as the period is worked out from them, oldest first. */
export const rulesOf = (rows: readonly RetentionRuleRow[]): readonly LocalRule[] =>
  rows.map(({ about, target, years, starts_with, source, checked_on }) => ({
    target: { about: about as 'law' | 'kind', id: target as Standing },
    ...{ years, startsWith: starts_with as Counted, source, checkedOn: checked_on },
  }))
