import type { Caller } from '#access'
import { exportPackage, type PackageOrder } from './export-package.ts'
import type { EmergencyGround } from './ground.ts'
import { makeNightly } from './nightly/make-nightly.ts'
import { type NightlyOrder, nameNightly } from './nightly/name-nightly.ts'
import { isNightlyNamed } from './nightly/setting.ts'

/** The use cases of the worst day on the given ground. */
export function openEmergency(ground: EmergencyGround) {
  return {
    exportPackage: (caller: Caller, order: PackageOrder, progress?: (done: number, of: number) => void) =>
      exportPackage(ground, caller, order, progress),
    nameNightly: (caller: Caller, order: NightlyOrder) => nameNightly(ground, caller, order),
    /** Whether somebody named a folder, so that there is a job at all. */
    isNightlyNamed: () => isNightlyNamed(ground.data),
    makeNightly: (caller: Caller) => makeNightly(ground, caller),
  }
}

/** 非常時閲覧 — copies of documents that are read without us. */
export type Emergency = ReturnType<typeof openEmergency>
