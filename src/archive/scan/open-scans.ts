import type { Caller } from '#access'
import type { HandedIn } from '../document/register-document.ts'
import type { ScanGround } from './ground.ts'
import { nameIntake, takeFromFolder } from './intake/take-from-folder.ts'
import { endPlan, recordObjection, recordPlan, withdrawObjection } from './past-papers.ts'
import { recordProfile } from './profile.ts'
import { readDesk } from './read-desk.ts'
import { takeIn } from './take-in.ts'
import type {
  ArrivedScanRequest,
  EndPlanRequest,
  ObjectionRequest,
  PlanRequest,
  ProfileRequest,
  ScanRequest,
} from './wire.ts'

/** The use cases of scanning on the given ground. */
export function openScans(ground: ScanGround) {
  return {
    readDesk: (caller: Caller) => readDesk(ground, caller),
    takeIn: (caller: Caller, request: ScanRequest, file: HandedIn) => takeIn(ground, caller, request, file),
    nameIntake: (caller: Caller, folder: string) => nameIntake(ground, caller, folder),
    takeFromFolder: (caller: Caller, { file, ...request }: ArrivedScanRequest) =>
      takeFromFolder(ground, caller, request, file),
    recordProfile: (caller: Caller, request: ProfileRequest) => recordProfile(ground, caller, request),
    recordPlan: (caller: Caller, request: PlanRequest) => recordPlan(ground, caller, request),
    endPlan: (caller: Caller, planId: string, request: EndPlanRequest) => endPlan(ground, caller, planId, request),
    recordObjection: (caller: Caller, request: ObjectionRequest) => recordObjection(ground, caller, request),
    withdrawObjection: (caller: Caller, objectionId: string) => withdrawObjection(ground, caller, objectionId),
  }
}

/** 読取り — papers that become documents (chapter 9). */
export type Scans = ReturnType<typeof openScans>
