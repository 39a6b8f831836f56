import { type Caller, demand } from '#access'
import type { ScanProfileRow } from '#storage'
import { holdFacility, malformed, scopeOf, writerOf } from '../ground.ts'
import { archiveKind } from '../kind/read-kinds.ts'
import type { ScanAct } from './act.ts'
import type { ScanGround } from './ground.ts'
import type { ColourDepth, ScanFormat, ScanPeriod, ScanProfile } from './scan.ts'
import { insertProfile, profileRows } from './store.ts'
import type { ProfileRequest } from './wire.ts'

/** 読取りの決まりを定める (9.1) — it takes the place of the former one about the kind; scans keep the one they were taken in by. */
export async function recordProfile(ground: ScanGround, caller: Caller, request: ProfileRequest): Promise<string> {
  demand(caller, 'scan.manage')
  const { kind, resolution, colour, formats, lossy, period, source } = request
  if (archiveKind(kind) === undefined) throw malformed('document-kind-unknown', 'kind')
  const profileId = ground.newId()
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    const number = ((await profileRows(change.db)).at(-1)?.number ?? 0) + 1
    await insertProfile(change, {
      ...{ facility_id: caller.facilityId, profile_id: profileId, number, kind, resolution, colour },
      ...{ formats: JSON.stringify(formats), lossy: lossy ? 1 : 0, period: JSON.stringify(period), source },
      ...{ written_by: writerOf(caller), written_at: ground.clock.now() },
    })
    const act: ScanAct = 'scan.ruled'
    const detail = { kind, resolution, colour, formats: [...formats], lossy, period: { ...period }, source }
    await ground.journal.append(change, {
      ...{ act, actor: caller.actor, subject: { kind: 'scan-profile', id: profileId }, detail },
    })
  })
  return profileId
}

export const profileOf = (row: ScanProfileRow): ScanProfile => ({
  ...{ resolution: row.resolution, colour: row.colour as ColourDepth, lossy: row.lossy === 1 },
  ...{ formats: JSON.parse(row.formats) as ScanFormat[], period: JSON.parse(row.period) as ScanPeriod },
})
