import { hash } from 'node:crypto'
import { type Caller, demand } from '#access'
import { type Instant, Refusal } from '#shared'
import type { Reader } from '#storage'
import { detectContent, detectedBytes } from '../content/detect/detect-content.ts'
import { type HandedIn, LARGEST_DOCUMENT, registerDocument } from '../document/register-document.ts'
import { holdFacility, malformed, scopeOf } from '../ground.ts'
import { archiveKind } from '../kind/read-kinds.ts'
import { dueAt } from './due.ts'
import { refuseIdle, refuseUnfit } from './fit.ts'
import type { ScanGround } from './ground.ts'
import { inspectApart } from './inspect/inspect-apart.ts'
import { judgeScan, mayBeTakenIn } from './judge-scan.ts'
import { keepScan } from './keep-scan.ts'
import { patientKey } from './past-papers.ts'
import { profileOf } from './profile.ts'
import { DISPENSED, type ScanProfile } from './scan.ts'
import { isTakenIn, objects, planRow, profileRows } from './store.ts'
import type { ScanAnswer, ScanRequest } from './wire.ts'

/**
 * 読み取って登録する (9.1) — a draft with what its pages were found to be, or everything that stands against it; then nothing was kept. Whoever
 * answers for it signs it until `dueAt`.
 */
export async function takeIn(
  ground: ScanGround,
  caller: Caller,
  request: ScanRequest,
  file: HandedIn,
): Promise<ScanAnswer> {
  demand(caller, 'document.enter')
  const at = ground.clock.now()
  if (archiveKind(request.kind) === undefined) throw malformed('document-kind-unknown', 'kind')
  if (file.bytes.length === 0) throw malformed('document-empty', 'file')
  if (file.bytes.length > LARGEST_DOCUMENT) throw new Refusal('too-large')
  const { type: facilityType } = await ground.facility(scopeOf(caller))
  refuseUnfit(request, facilityType, at)
  const sha256 = hash('sha256', file.bytes)
  const profiles = await ground.storage.read(scopeOf(caller), async (db) => {
    await refuseNow(db, request, sha256, at)
    return profileRows(db)
  })
  const row = profiles.findLast(({ kind }) => kind === request.kind)
  if (!row) throw new Refusal('conflict', { reason: 'scan-without-profile' })
  const profile = profileOf(row)
  const due = dueOf(request, profile, at)
  const inspection = await inspectApart(file.bytes, file.name)
  const { type } = detectContent(file.bytes.subarray(0, detectedBytes), file.bytes.subarray(-detectedBytes), file.name)
  const findings = judgeScan({ ...request, inspection, type, profile, dueAt: due, now: at })
  if (!mayBeTakenIn(findings, request.remark)) return { findings: [...findings] }
  const { kind, title, patient, encounter, writtenOn } = request
  const standing = request.scanCase === 'convenience' ? ('copy' as const) : ('original' as const)
  const document = { kind, standing, title, patient, encounter, writtenOn }
  const documentId = await registerDocument(ground, caller, document, file, async (change, version) => {
    await holdFacility(change)
    await refuseNow(change.db, request, sha256, at)
    await keepScan(ground, caller, change, { request, version, profileId: row.profile_id, inspection, findings, due })
  })
  return { documentId, findings: [...findings] }
}

/** What may have changed since the form was opened, and is looked at again in the change itself. */
async function refuseNow(
  db: Reader,
  { scanCase, planId, patient }: ScanRequest,
  sha256: string,
  at: Instant,
): Promise<void> {
  if (await isTakenIn(db, sha256)) throw new Refusal('conflict', { reason: 'scan-same-file' })
  if (scanCase !== 'past-paper') return
  refuseIdle(await planRow(db, planId ?? ''), at)
  if (await objects(db, patientKey(patient ?? ''))) throw new Refusal('conflict', { reason: 'scan-objected' })
}

/** At the time of care from the paper on, or, of a prescription, from the end of the dispensing; old papers from the scanning. A copy hurries nobody. */
function dueOf({ scanCase, kind, paperAt, dispensedAt }: ScanRequest, { period }: ScanProfile, at: Instant) {
  if (scanCase === 'convenience') return null
  if (scanCase === 'past-paper') return dueAt(at, period)
  return dueAt((kind === DISPENSED ? dispensedAt : undefined) ?? paperAt ?? at, period)
}
