import type { Caller } from '#access'
import type { Day } from '#shared'
import type { Change } from '#storage'
import { answerPractices, readPractices } from './answer-practices.ts'
import type { Facility, ItemKindName } from './facility/facility.ts'
import type { Ground } from './ground.ts'
import { exportFacilityOn, facilityAsOf, historyOf, registryOn } from './history/read-history.ts'
import { previewImport, replaceFacility, replaceIn } from './import-facility.ts'
import { changeItem, createItem } from './keep-item.ts'
import { handOver, readLeaving } from './leaver/hand-over.ts'
import { exportFacility, listAll, listItems, listNames, loadFacility, readItem } from './read-items.ts'
import { removeItem } from './remove-item.ts'
import { type DayAfter, reviewedLog } from './reviewed-log.ts'
import { fillTable, previewTable, undoTable } from './table/fill-table.ts'
import { importCsv, previewCsv } from './table/import-csv.ts'
import type * as wire from './wire.ts'

/** The use cases of this room on the given ground. */
export function openRegistry(ground: Ground) {
  return {
    loadFacility: (scope: { readonly facilityId: string }) => loadFacility(ground, scope),
    listItems: (caller: Caller, kind: ItemKindName) => listItems(ground, caller, kind),
    listAll: (caller: Caller) => listAll(ground, caller),
    listNames: (caller: Caller) => listNames(ground, caller),
    readItem: (caller: Caller, kind: ItemKindName, id: string) => readItem(ground, caller, kind, id),
    createItem: (caller: Caller, request: wire.CreateItemRequest) => createItem(ground, caller, request),
    changeItem: (caller: Caller, request: wire.ChangeItemRequest) => changeItem(ground, caller, request),
    removeItem: (caller: Caller, request: wire.RemoveItemRequest) => removeItem(ground, caller, request),

    readLeaving: (caller: Caller, personId: string) => readLeaving(ground, caller, personId),
    handOver: (caller: Caller, personId: string, request: wire.HandOverRequest) =>
      handOver(ground, caller, personId, request),

    previewTable: (caller: Caller, kind: ItemKindName, request: wire.TableRequest) =>
      previewTable(ground, caller, kind, request),
    fillTable: (caller: Caller, kind: ItemKindName, request: wire.TableRequest) =>
      fillTable(ground, caller, kind, request),
    undoTable: (caller: Caller, kind: ItemKindName, undo: wire.TableUndo) => undoTable(ground, caller, kind, undo),

    previewCsv: (caller: Caller, kind: ItemKindName, bytes: Uint8Array) => previewCsv(ground, caller, kind, bytes),
    importCsv: (caller: Caller, kind: ItemKindName, bytes: Uint8Array, basis?: string) =>
      importCsv(ground, caller, kind, bytes, basis),

    readPractices: (caller: Caller) => readPractices(ground, caller),
    answerPractices: (caller: Caller, request: wire.AnswerPracticesRequest) => answerPractices(ground, caller, request),

    previewImport: (caller: Caller, facility: Facility) => previewImport(ground, caller, facility),
    replaceFacility: (caller: Caller, facility: Facility, basis?: string) =>
      replaceFacility(ground, caller, facility, basis),
    /** For whoever keeps a review of a log, in the same change. Asks for no permission. */
    reviewedLog: (change: Change, caller: Caller, systemId: string, dayAfter: DayAfter) =>
      reviewedLog(ground, change, caller, systemId, dayAfter),
    /** For whoever makes a facility and fills it in one change: the sample, the first run. Asks for no permission. */
    fillFacility: (change: Change, caller: Caller, facility: Facility) => replaceIn(ground, change, caller, facility),
    exportFacility: (caller: Caller) => exportFacility(ground, caller),

    historyOf: (caller: Caller, kind: ItemKindName, id: string) => historyOf(ground, caller, kind, id),
    registryOn: (caller: Caller, day: Day) => registryOn(ground, caller, day),
    exportFacilityOn: (caller: Caller, day: Day) => exportFacilityOn(ground, caller, day),
    facilityAsOf: (caller: Caller, instant: string) => facilityAsOf(ground, caller, instant),
  }
}

/** 台帳 — what the facility has and what is known of it. */
export type Registry = ReturnType<typeof openRegistry>
