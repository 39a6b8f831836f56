import type { Caller } from '#access'
import type { PaperLanguage } from '#paper'
import type { Ground } from '../ground.ts'
import { recordKeeper } from './keepers.ts'
import { printTable } from './paper/print-table.ts'
import { readTable, recordRule } from './rules.ts'
import type { KeeperRequest, RuleRequest } from './wire.ts'

/** The use cases of keeping on the given ground. */
export function openRetention(ground: Ground) {
  return {
    readTable: (caller: Caller) => readTable(ground, caller),
    recordRule: (caller: Caller, request: RuleRequest) => recordRule(ground, caller, request),
    printTable: (caller: Caller, language: PaperLanguage) => printTable(ground, caller, language),
    recordKeeper: (caller: Caller, request: KeeperRequest) => recordKeeper(ground, caller, request),
  }
}

/** 保存と廃棄 — until when documents are kept, and by which rule. */
export type Retention = ReturnType<typeof openRetention>
