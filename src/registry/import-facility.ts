import { createHash } from 'node:crypto'
import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import type { Change } from '#storage'
import { type Comparison, changeOf, compare, differingFields } from './compare.ts'
import type { Facility } from './facility/facility.ts'
import { type Ground, noteItem, noteRegistry, scopeOf } from './ground.ts'
import { conflict, stampOf } from './keep-item.ts'
import { itemOf, type Kept, valuesOf } from './kept.ts'
import { checkFacility } from './read-facility.ts'
import { deleteRow, holdRegistry, insertValue, listKept, moveRow, type Stamp, updateValue } from './store.ts'
import type { ImportPreview } from './wire.ts'

/** What importing the facility would add, change and remove. Nothing is written. */
export async function previewImport(ground: Ground, caller: Caller, facility: Facility): Promise<ImportPreview> {
  demand(caller, 'registry.import')
  refuseMalformed(ground, facility)
  const kept = await ground.storage.read(scopeOf(caller), (db) => listKept(db))
  return previewOf(kept, facility)
}

/**
 * 取り込み — puts a facility in the place of what is kept, all of it or nothing. With the `basis` of a preview,
 * whatever was changed since is a conflict; without one, the file wins.
 */
export async function replaceFacility(
  ground: Ground,
  caller: Caller,
  facility: Facility,
  basis?: string,
): Promise<ImportPreview> {
  demand(caller, 'registry.import')
  refuseMalformed(ground, facility)
  return ground.storage.write(scopeOf(caller), (change) => replaceIn(ground, change, caller, facility, basis))
}

/** The same within a change of somebody who makes a facility and fills it at once. */
export async function replaceIn(
  ground: Ground,
  change: Change,
  caller: Caller,
  facility: Facility,
  basis?: string,
): Promise<ImportPreview> {
  await holdRegistry(change)
  const kept = await listKept(change.db)
  const preview = previewOf(kept, facility)
  if (basis !== undefined && basis !== preview.basis) throw new Refusal('conflict', { reason: 'changed', preview })
  await apply(ground, change, caller, compare(kept, valuesOf(facility)), stampOf(ground, caller))
  const { added, changed, missing, unchanged } = preview
  const counts = { added: added.length, changed: changed.length, removed: missing.length, unchanged }
  await noteRegistry(ground, change, caller, 'registry.imported', { asOf: facility.asOf, ...counts })
  return preview
}

async function apply(
  ground: Ground,
  change: Change,
  caller: Caller,
  { added, changed, missing, unchanged }: Comparison,
  stamp: Stamp,
): Promise<void> {
  for (const kept of missing) {
    if (!(await deleteRow(change, kept))) throw conflict(kept)
    await noteItem(ground, change, caller, 'registry.removed', kept, { before: itemOf(kept) })
  }
  for (const { before, after } of changed) {
    const kept = await updateValue(change, before, after, stamp)
    if (!kept) throw conflict(before)
    await noteItem(ground, change, caller, 'registry.changed', kept, { before: itemOf(before), after: itemOf(kept) })
  }
  for (const { before, after } of unchanged) {
    if (before.position !== after.position) await moveRow(change, before, after.position)
  }
  for (const value of added) {
    const kept = await insertValue(change, value, ground.newId(), stamp)
    await noteItem(ground, change, caller, 'registry.created', kept, { after: itemOf(kept) })
  }
}

function previewOf(kept: readonly Kept[], facility: Facility): ImportPreview {
  const { added, changed, missing, unchanged } = compare(kept, valuesOf(facility))
  return {
    basis: basisOf(kept),
    sample: facility.sample === true,
    added: added.map((value) => changeOf(value)),
    changed: changed.map(({ before, after }) => changeOf(after, differingFields(itemOf(before), itemOf(after)))),
    missing: missing.map((each) => changeOf(each)),
    unchanged: unchanged.length,
  }
}

/** One text for one state of the registry. */
export function basisOf(kept: readonly Kept[]): string {
  const versions = kept.map(({ uid, version }) => `${uid}@${version}`).sort()
  return createHash('sha256').update(versions.join('\n')).digest('hex')
}

function refuseMalformed(ground: Ground, facility: Facility): void {
  const issues = checkFacility(facility, ground.knownFacts?.())
  if (issues.length > 0) throw new Refusal('malformed', { issues })
}
