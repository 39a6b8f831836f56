import type { Caller } from '#access'
import type { PaperLanguage } from '#paper'
import { approve } from './destruction/approve.ts'
import { carryOut, withdraw } from './destruction/carry-out.ts'
import { printDestruction } from './destruction/paper/print-destruction.ts'
import { propose } from './destruction/propose.ts'
import { readDestruction, readDestructions } from './destruction/read-destructions.ts'
import type { Ground } from './ground.ts'
import { liftHold, placeHold } from './holds.ts'
import { recordKeeper } from './keepers.ts'
import { printTable } from './paper/print-table.ts'
import { readKeeping } from './read-keeping.ts'
import { readTable, recordRule } from './rules.ts'
import { recordStart } from './starts.ts'
import type {
  ApproveRequest,
  CarryOutRequest,
  HoldRequest,
  KeeperRequest,
  LiftRequest,
  ProposeRequest,
  RuleRequest,
  StartRequest,
} from './wire.ts'

/** The use cases of keeping on the given ground. */
export function openRetention(ground: Ground) {
  return {
    readTable: (caller: Caller) => readTable(ground, caller),
    readKeeping: (caller: Caller, after?: string) => readKeeping(ground, caller, after),
    readDestructions: (caller: Caller) => readDestructions(ground, caller),
    readDestruction: (caller: Caller, destructionId: string) => readDestruction(ground, caller, destructionId),
    printDestruction: (caller: Caller, destructionId: string, language: PaperLanguage) =>
      printDestruction(ground, caller, destructionId, language),
    recordStart: (caller: Caller, request: StartRequest) => recordStart(ground, caller, request),
    placeHold: (caller: Caller, request: HoldRequest) => placeHold(ground, caller, request),
    liftHold: (caller: Caller, holdId: string, request: LiftRequest) => liftHold(ground, caller, holdId, request),
    propose: (caller: Caller, request: ProposeRequest) => propose(ground, caller, request),
    approve: (caller: Caller, destructionId: string, request: ApproveRequest) =>
      approve(ground, caller, destructionId, request),
    withdraw: (caller: Caller, destructionId: string, request: LiftRequest) =>
      withdraw(ground, caller, destructionId, request),
    carryOut: (caller: Caller, destructionId: string, request: CarryOutRequest) =>
      carryOut(ground, caller, destructionId, request),
    printTable: (caller: Caller, language: PaperLanguage) => printTable(ground, caller, language),
    recordKeeper: (caller: Caller, request: KeeperRequest) => recordKeeper(ground, caller, request),
    recordRule: (caller: Caller, request: RuleRequest) => recordRule(ground, caller, request),
  }
}

/** 保存と廃棄 — until when documents are kept, and by which rule. */
export type Retention = ReturnType<typeof openRetention>
