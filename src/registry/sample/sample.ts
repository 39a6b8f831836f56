import { readFileSync } from 'node:fs'
import type { Day } from '#shared'
import type { Facility } from '../facility/facility.ts'
import { parseFacility } from '../read-facility.ts'
import { shiftTo } from './shift-days.ts'

/** 見本 — a fictional clinic with a few gaps, as it stands on the given day, so that it never grows stale. */
export function sampleFacility(on: Day): Facility {
  return readSample('mihon-clinic.yaml', on)
}

/** 見本の病院 — a fictional hospital of 300 beds with the gaps of one, moved to the given day likewise. */
export function sampleHospital(on: Day): Facility {
  return readSample('mihon-hospital.yaml', on)
}

function readSample(file: string, on: Day): Facility {
  return shiftTo(parseFacility(readFileSync(new URL(file, import.meta.url))), on)
}

/** The samples by the names the command line has for them. */
export const samples = { clinic: sampleFacility, hospital: sampleHospital } as const

export type SampleName = keyof typeof samples
