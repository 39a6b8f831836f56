import type { DocumentGround } from '../document/ground.ts'
import type { Ground } from '../ground.ts'

/** What scanning stands on: a scan is a document, and what the facility is decides on prescriptions. */
export interface ScanGround extends DocumentGround, Pick<Ground, 'facility'> {
  /** The data directory, where the setting of the scanner's folder lies. */
  readonly data: string
}
