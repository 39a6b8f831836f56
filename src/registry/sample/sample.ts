import { readFileSync } from 'node:fs'
import type { Day } from '#shared'
import type { Facility } from '../facility/facility.ts'
import { parseFacility } from '../read-facility.ts'
import { shiftTo } from './shift-days.ts'

/** 見本 — a fictional clinic with a few gaps, as it stands on the given day, so that it never grows stale. */
export function sampleFacility(on: Day): Facility {
  const text = readFileSync(new URL('mihon-clinic.yaml', import.meta.url))
  return shiftTo(parseFacility(text), on)
}
