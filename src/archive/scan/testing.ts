import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Storage } from '#storage'
import { newcomer } from '../../access/testing.ts'
import { documentsOn } from '../document/testing.ts'
import { openScans } from './open-scans.ts'
import type { ProfileRequest, ScanRequest } from './wire.ts'

/** Scans with everything below them; beside the doctors and the clerk, an information creation manager. The clock stands at 2026-11-22. */
export async function scansOn(storage: Storage, facilityType = 'clinic') {
  const below = await documentsOn(storage)
  const creation = { loginName: 'shiro', displayName: '例題 四郎', roles: ['creation-manager'] as const }
  const { caller: creationManager } = await newcomer(below, below.manager, { ...creation, roles: [...creation.roles] })
  const facility = async () => ({ name: '見本クリニック', sample: true, type: facilityType })
  const data = mkdtempSync(join(tmpdir(), 'omamori-scans-'))
  return { ...below, creationManager, data, scans: openScans({ ...below.ground, facility, data }) }
}

/** A fax of two pages in black and white will do. */
export const profile = (change: Partial<ProfileRequest> = {}): ProfileRequest => ({
  ...{ kind: 'consent', resolution: 72, colour: 'black-white', formats: ['tiff', 'pdf'], lossy: true },
  ...{ period: { count: 1, unit: 'business-days', closedOn: [0, 6] }, source: '見本クリニック 運用管理規程 第12条' },
  ...change,
})

export const scanOf = (change: Partial<ScanRequest> = {}): ScanRequest => ({
  ...{ scanCase: 'at-care', kind: 'consent', title: '手術の同意書', patient: '000123', writtenOn: '2026-11-20' },
  ...{ declaredPages: 2, paperAt: '2026-11-21T01:00:00.000Z' },
  ...change,
})
