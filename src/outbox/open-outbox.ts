import type { Caller } from '#access'
import type { FacilityScope, Ground } from './ground.ts'
import { dropServer, nameServer } from './name-server.ts'
import { readOutbox } from './read-outbox.ts'
import { sendAgain } from './send-again.ts'
import { sendDue } from './send-due.ts'
import { serverIn } from './store.ts'
import { tellAlarms } from './tell-alarms.ts'
import { sendTest } from './test-mail.ts'
import type { NameServerRequest } from './wire.ts'
import { tellingWithoutRow } from './without-row.ts'
import type { AlarmKind } from './words.ts'

/** The use cases of this room on the given ground. */
export function openOutbox(ground: Ground) {
  return {
    readOutbox: (caller: Caller) => readOutbox(ground, caller),
    nameServer: (caller: Caller, request: NameServerRequest) => nameServer(ground, caller, request),
    dropServer: (caller: Caller) => dropServer(ground, caller),
    /** Whether anybody is told by mail at all; everybody of the facility may know. */
    hasServer: async (facilityId: string) => (await ground.storage.read({ facilityId }, serverIn)) !== undefined,
    sendTest: (caller: Caller) => sendTest(ground, caller),
    sendAgain: (caller: Caller, mailId: string) => sendAgain(ground, caller, mailId),

    // For whoever serves; they ask nobody.
    /** All alarms of the facility that stand now. */
    tellAlarms: (scope: FacilityScope, standing: readonly AlarmKind[]) => tellAlarms(ground, scope, standing),
    tellWithoutRow: tellingWithoutRow(ground),
    sendDue: (scope: FacilityScope, isStopped?: () => boolean) => sendDue(ground, scope, isStopped),
  }
}

/** 発送 — mail that goes out, and the alarms it tells of. */
export type Outbox = ReturnType<typeof openOutbox>
