import type { DocumentGround } from '../document/ground.ts'
import type { Ground } from '../ground.ts'

/** What scanning stands on: a scan is a document, and what the facility is decides on prescriptions. */
export type ScanGround = DocumentGround & Pick<Ground, 'facility'>
