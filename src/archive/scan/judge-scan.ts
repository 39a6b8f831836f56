import type { Instant } from '#shared'
import type { ContentType } from '../content/content.ts'
import type { ScanFinding } from './finding.ts'
import type { Inspection, ScannedPage } from './inspect/page.ts'
import { colourDepths, type ScanProfile } from './scan.ts'

/** Two characters on a sheet of A4: less is dust. */
const leastInk = 0.0003
/** Beyond this the lines of a table no longer meet the edge of the sheet, and words are read wrongly. */
const mostSkew = 2
/** A scanner that says 300 may write 299.9 into its file. */
const nearly = 0.99

export interface JudgedScan {
  readonly inspection: Inspection
  readonly type: ContentType
  readonly declaredPages: number
  readonly profile: ScanProfile
  /** Until when it was to be signed; null where nothing hurries. */
  readonly dueAt: Instant | null
  readonly now: Instant
}

/** 読取りを確かめる (9.1) — everything that stands against it, the whole first, then page by page. Empty: nothing was found. */
export function judgeScan(scan: JudgedScan): readonly ScanFinding[] {
  const { inspection, type, declaredPages, profile, dueAt, now } = scan
  const findings: ScanFinding[] = []
  if (!profile.formats.some((format) => format === type)) findings.push(stops('format', { type }))
  if ('unread' in inspection) return [...findings, stops('unread', { code: inspection.unread.code })]
  const { pages } = inspection
  if (pages.length !== declaredPages)
    findings.push(stops('pages-differ', { declared: declaredPages, found: pages.length }))
  if (dueAt !== null && now > dueAt) findings.push(asks('late', { dueAt }))
  return [...findings, ...pages.flatMap((page, index) => judgePage(page, index + 1, profile))]
}

function judgePage(one: ScannedPage, page: number, profile: ScanProfile): readonly ScanFinding[] {
  const findings: ScanFinding[] = []
  if (one.dpi === null || one.colour === null) findings.push({ ...asks('resolution-unknown', {}), page })
  if (one.dpi !== null && one.dpi < profile.resolution * nearly)
    findings.push({ ...stops('too-coarse', { dpi: one.dpi, least: profile.resolution }), page })
  if (one.colour !== null && colourDepths.indexOf(one.colour) < colourDepths.indexOf(profile.colour))
    findings.push({ ...stops('colour-lost', { colour: one.colour, least: profile.colour }), page })
  if (one.lossy && !profile.lossy) findings.push({ ...stops('lossy', {}), page })
  if (one.ink < leastInk) findings.push({ ...asks('blank', {}), page })
  else if (one.skew !== null && Math.abs(one.skew) > mostSkew)
    findings.push({ ...asks('skewed', { degrees: one.skew }), page })
  return findings
}

type Facts = ScanFinding['facts']
const stops = (code: string, facts: Facts): ScanFinding => ({ code, weight: 'stops', facts })
const asks = (code: string, facts: Facts): ScanFinding => ({ code, weight: 'asks', facts })

/** Whether it is taken in: nothing stops it, and for whatever asks somebody said why. */
export const mayBeTakenIn = (findings: readonly ScanFinding[], remark: string | undefined): boolean =>
  findings.every(({ weight }) => weight === 'asks') && (findings.length === 0 || remark !== undefined)
