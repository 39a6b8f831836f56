import { parseFacilityFile, sampleFacility, writeFacilityWorkbook } from '#registry'
import { enlarged } from './enlarged.ts'
import type { Figure } from './figure.ts'

const ROUNDS = 5
const AT = '2026-11-22T00:00:00.000Z'
/** A hospital of three hundred beds; kinds not named here have as many as the sample clinic. */
const counts: Readonly<Record<string, number>> = {
  persons: 60,
  suppliers: 30,
  systems: 40,
  servers: 25,
  terminals: 400,
  devices: 120,
  networks: 30,
  connections: 20,
  information: 40,
  risks: 80,
}

/** A hospital's registry into a workbook and back, everything known of every item. */
export async function workbook(): Promise<readonly Figure[]> {
  const hospital = enlarged(sampleFacility('2026-11-22'), counts)
  const written: number[] = []
  const read: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const started = performance.now()
    const bytes = await writeFacilityWorkbook(hospital, AT)
    const between = performance.now()
    await parseFacilityFile({ name: 'hospital.xlsx', bytes })
    // The first round loads the library, which a server does once.
    if (round === 0) continue
    written.push((between - started) / 1000)
    read.push((performance.now() - between) / 1000)
  }
  const common = { unit: 's', limit: 3, against: 'the bar of the third issue' }
  return [
    { name: 'workbook of a hospital, written', ...common, values: written },
    { name: 'workbook of a hospital, read', ...common, values: read },
  ]
}
