import type { Caller } from '#access'
import { exportPackage, type PackageOrder } from './export-package.ts'
import type { EmergencyGround } from './ground.ts'

/** The use cases of the worst day on the given ground. */
export function openEmergency(ground: EmergencyGround) {
  return {
    exportPackage: (caller: Caller, order: PackageOrder, progress?: (done: number, of: number) => void) =>
      exportPackage(ground, caller, order, progress),
  }
}

/** 非常時閲覧 — copies of documents that are read without us. */
export type Emergency = ReturnType<typeof openEmergency>
