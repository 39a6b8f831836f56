import type { Caller } from '#access'
import type { FacilityScope, Ground } from '../ground.ts'
import type { ConfirmItemRequest, Purposes, WithdrawItemRequest } from '../wire.ts'
import { addItems } from './add-items.ts'
import { confirmItem, withdrawItem } from './confirm-item.ts'
import { keptTrust } from './kept-trust.ts'
import { readItems } from './read-items.ts'

/** The use cases of trust on the given ground. */
export function openTrust(ground: Ground) {
  return {
    readItems: (caller: Caller) => readItems(ground, caller),
    addItems: (caller: Caller, bytes: Uint8Array, purposes: Purposes) => addItems(ground, caller, bytes, purposes),
    confirmItem: (caller: Caller, itemId: string, request: ConfirmItemRequest) =>
      confirmItem(ground, caller, itemId, request),
    withdrawItem: (caller: Caller, itemId: string, request: WithdrawItemRequest) =>
      withdrawItem(ground, caller, itemId, request),
    /** What is believed now, for whoever verifies; asks for no right. */
    keptTrust: ({ facilityId }: FacilityScope) => ground.storage.read({ facilityId }, keptTrust),
  }
}

/** 信頼の起点 — whose certificates are believed, and since when, by whom. */
export type TrustKeeping = ReturnType<typeof openTrust>
