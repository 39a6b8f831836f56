import type { Caller } from '#access'
import type { JournalReport, KeptCheckpoint } from '#journal'
import { addCheckpoint } from './add-checkpoint.ts'
import { addSuccessor } from './add-successor.ts'
import { askNow } from './ask-now.ts'
import { type SubmissionRequest, signSubmission, takeCosigned, writeSubmission } from './by-file.ts'
import { withCosignatures } from './check-cosigned.ts'
import { send } from './client.ts'
import { type FacilityScope, type Ground, scopeOf } from './ground.ts'
import { dropWitness, nameWitness, setPolicy } from './name-witness.ts'
import { makeKeys, rememberingCosigners } from './own-keys.ts'
import { readEvidence, readEvidenceFile } from './read-evidence.ts'
import { readWitnessing } from './read-witnessing.ts'
import { askWitnesses } from './round.ts'
import { createRounds } from './rounds.ts'
import { allCosigned } from './store.ts'
import { unwatchLog, watchLog } from './watch-log.ts'
import type * as wire from './wire.ts'

interface Surroundings {
  readonly facilities: () => Promise<readonly FacilityScope[]>
  /** From 0 to 1. */
  readonly random: () => number
}

/** The use cases of this room on the given ground. */
export function openFederation(parts: Omit<Ground, 'send'>, { facilities, random }: Surroundings) {
  const ground: Ground = { ...parts, send }
  const findCosigners = rememberingCosigners(ground)
  return {
    /** Both directions, as the page shows them. */
    readWitnessing: (caller: Caller) => readWitnessing(ground, caller),

    // 当院の証跡に立ち会う人
    nameWitness: (caller: Caller, request: wire.NameWitnessRequest) => nameWitness(ground, caller, request),
    dropWitness: (caller: Caller, witnessId: string) => dropWitness(ground, caller, witnessId),
    setPolicy: (caller: Caller, request: wire.WitnessPolicyRequest) => setPolicy(ground, caller, request),
    askNow: (caller: Caller) => askNow(ground, caller),
    writeSubmission: (caller: Caller, request: SubmissionRequest) => writeSubmission(ground, caller, request),
    takeCosigned: (caller: Caller, note: string) => takeCosigned(ground, caller, note),
    /** The journal's report with what the kept cosignatures say. Who may read it was asked already. */
    withCosignatures: (caller: Caller, report: JournalReport) => withCosignatures(ground, scopeOf(caller), report),
    /** The checkpoints of ours that witnesses cosigned, for receipts. */
    cosigned: (scope: FacilityScope): Promise<readonly KeptCheckpoint[]> => ground.storage.read(scope, allCosigned),
    /** Asks in the background, until it is stopped; whoever serves starts it. */
    rounds: (report: (error: unknown) => void) =>
      createRounds({
        ...{ clock: ground.clock, random, facilities, report },
        ask: (scope, options) => askWitnesses(ground, scope, options),
      }),

    // 当院が立ち会う証跡
    makeKeys: (caller: Caller) => makeKeys(ground, caller),
    watchLog: (caller: Caller, request: wire.WatchLogRequest) => watchLog(ground, caller, request),
    unwatchLog: (caller: Caller, origin: string) => unwatchLog(ground, caller, origin),
    signSubmission: (caller: Caller, body: string) => signSubmission(ground, findCosigners, caller, body),
    readEvidence: (caller: Caller) => readEvidence(ground, caller),
    readEvidenceFile: (caller: Caller, evidenceId: string) => readEvidenceFile(ground, caller, evidenceId),
    /** For the door that anybody may knock at: what a log's key signed is judged by that key alone. */
    addCheckpoint: (facilityId: string, body: string) => addCheckpoint(ground, findCosigners, { facilityId }, body),
    /** For the same door: where a log that ended goes on. */
    addSuccessor: (facilityId: string, body: string) => addSuccessor(ground, { facilityId }, body),
  }
}

/** 連携 — two Omamori that trust each other; so far, that one cosigns the other's journal. */
export type Federation = ReturnType<typeof openFederation>
