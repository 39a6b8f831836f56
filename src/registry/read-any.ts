import type { Facility } from './facility/facility.ts'
import { parseFacility } from './read-facility.ts'
import { parseFacilityWorkbook } from './workbook/read.ts'

/**
 * The facility in a file of either sort. A name that ends in `.xlsx` promises a workbook, and so does a zip whatever
 * its name; a refusal then speaks of workbooks. Everything else is read as text.
 */
export async function parseFacilityFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  knownFacts?: readonly string[],
): Promise<Facility> {
  const isZip = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b && file.bytes[2] === 0x03 && file.bytes[3] === 0x04
  return isZip || /\.xls[xmb]?$/i.test(file.name)
    ? parseFacilityWorkbook(file.bytes, knownFacts)
    : parseFacility(file.bytes, knownFacts)
}
