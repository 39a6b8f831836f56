import { type Caller, demand, may } from '#access'
import type { JournalFilter } from '#journal'
import { type Day, dayOf, Refusal } from '#shared'
import type { Facility, ItemKindName } from '../facility/facility.ts'
import { type Ground, noteRegistry, scopeOf } from '../ground.ts'
import { facilityOf, itemOf, valuesOf } from '../kept.ts'
import { noteView, personal } from '../read-items.ts'
import { accountNames, findFacility, findKept, listKept } from '../store.ts'
import type { ItemHistory, KeptItemView, May, Practices } from '../wire.ts'
import { fieldChanges } from './field-changes.ts'
import { type ItemEntry, itemEntryOf } from './item-entry.ts'
import { valuesBefore } from './walk-back.ts'

const PAGE = 200

/** Who changed what of one item and when, newest first, from the journal. An item that was removed has a history too. */
export async function historyOf(ground: Ground, caller: Caller, kind: ItemKindName, id: string): Promise<ItemHistory> {
  demand(caller, 'registry.read')
  const { kept, nameOf } = await ground.storage.read(scopeOf(caller), async (db) => ({
    kept: await findKept(db, kind, id),
    nameOf: await accountNames(db),
  }))
  // An item that is gone has no row to name it by, so its entries are looked for among all.
  const own = kept ? { subjectKind: 'registry-item', subjectId: kept.uid } : {}
  const entries = (await entriesOf(ground, caller, own)).filter((entry) => entry.kind === kind && entry.id === id)
  if (!kept && entries.length === 0) throw new Refusal('not-found', { kind, id })
  if (personal.has(kind)) {
    const detail = { kind, itemIds: [id], history: true }
    await noteView(ground, caller, (change) => noteRegistry(ground, change, caller, 'registry.viewed', detail, kind))
  }
  return { kind, id, entries: entries.map((entry) => historyEntryOf(entry, nameOf)) }
}

/** The facility as it was at the instant: the present, with everything undone that was written later. */
export async function facilityAsOf(ground: Ground, caller: Caller, instant: string): Promise<Facility> {
  demand(caller, 'registry.read')
  const facility = await facilityBefore(ground, caller, instant)
  const detail = { asOf: instant }
  await noteView(ground, caller, (change) => noteRegistry(ground, change, caller, 'registry.viewed', detail))
  return facility
}

/** ある日の台帳 — the registry as it was when the day ended, for looking at: nothing in it can be changed. */
export async function registryOn(ground: Ground, caller: Caller, day: Day): Promise<PastRegistry> {
  const facility = await facilityAsOf(ground, caller, endOf(day))
  const values = valuesOf(facility)
  const items = values.filter(({ kind }) => kind !== 'practices')
  const answers = values.find(({ kind }) => kind === 'practices')?.body ?? {}
  return {
    items: items.map(({ kind, id, body, confirmedOn }) => ({
      kind: kind as ItemKindName,
      id,
      version: 0,
      item: itemOf({ body, confirmedOn }),
      confirmedOn,
    })),
    practices: { version: 0, answers: answers as Practices['answers'] },
    may: { change: false, import: false, export: may(caller, 'registry.export') },
  }
}

/** The facility as a file held it when the day ended, with an entry that it left. */
export async function exportFacilityOn(ground: Ground, caller: Caller, day: Day): Promise<Facility> {
  demand(caller, 'registry.export')
  const facility = await facilityBefore(ground, caller, endOf(day))
  await ground.storage.write(scopeOf(caller), (change) =>
    noteRegistry(ground, change, caller, 'registry.exported', { asOf: day }),
  )
  return facility
}

interface PastRegistry {
  readonly items: KeptItemView[]
  readonly practices: Practices
  readonly may: May
}

// Days end at midnight in Tokyo.
const endOf = (day: Day) => `${day}T14:59:59.999Z`

async function facilityBefore(ground: Ground, caller: Caller, instant: string): Promise<Facility> {
  // The present first: a change between the two reads is then undone, or not in the present at all.
  const { row, kept } = await ground.storage.read(scopeOf(caller), async (db) => ({
    row: await findFacility(db),
    kept: await listKept(db),
  }))
  const later = await entriesOf(ground, caller, { from: instant })
  const values = valuesBefore(
    kept,
    later.filter(({ at }) => at > instant),
  )
  return facilityOf(values, { name: row.name, sample: row.sample === 1, on: dayOf(row.created_at) })
}

/** All changes of items that fit, newest first. Refuses when the journal is too damaged to tell. */
async function entriesOf(ground: Ground, caller: Caller, filter: JournalFilter): Promise<readonly ItemEntry[]> {
  const found: ItemEntry[] = []
  let after: string | undefined
  do {
    const page = await ground.journal.entries(scopeOf(caller), { ...filter, act: 'registry.' }, { limit: PAGE, after })
    if (page.unreadable > 0) throw new Refusal('corrupt', { what: 'journal', unreadable: page.unreadable })
    found.push(...page.entries.flatMap((view) => itemEntryOf(view) ?? []))
    after = page.next
  } while (after !== undefined)
  return found
}

function historyEntryOf({ at, act, actor, place, before, after }: ItemEntry, nameOf: (id: string) => string) {
  const by = actor.id === undefined ? {} : { by: actor.id, name: nameOf(actor.id) }
  const changes = fieldChanges(before, after).map((change) => ({ ...change }))
  return { at, act, actor: actor.kind, ...by, place, changes }
}
