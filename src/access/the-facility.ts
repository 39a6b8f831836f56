import { Refusal } from '#shared'
import type { Ground } from './ground.ts'
import { listFacilityIds } from './store.ts'

/** The facility a person means: the one that was named, or the only one of the installation. */
export async function theFacility(ground: Ground, named: string | undefined): Promise<string> {
  if (named !== undefined) return named
  const [first, second] = await ground.storage.read('installation', listFacilityIds)
  if (first === undefined) throw new Refusal('not-found', { what: 'facility' })
  if (second !== undefined) throw new Refusal('malformed', { issues: [{ path: ['facilityId'], code: 'missing' }] })
  return first
}
