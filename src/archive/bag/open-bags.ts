import type { Caller } from '#access'
import type { BagGround } from './ground.ts'
import { type PackOrder, packDocuments } from './pack-documents.ts'

/** The use cases of preservation packages on the given ground. */
export function openBags(ground: BagGround) {
  return {
    pack: (caller: Caller, order: PackOrder, progress?: (done: number, of: number) => void) =>
      packDocuments(ground, caller, order, progress),
  }
}

/** 長期保存パッケージ — documents that are read and verified without us. */
export type Bags = ReturnType<typeof openBags>
