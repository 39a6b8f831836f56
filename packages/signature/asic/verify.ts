import type { OpenedSignature, OpenedStamps } from '../validation/opened.ts'
import type { Check } from '../validation/verdict.ts'
import { gravest } from '../xades/verify.ts'
import { type Container, containerOf } from './container.ts'
import { coverageIn, named } from './coverage.ts'
import type { ContainerEntry } from './entry.ts'
import { cmsSignatures } from './open-cms.ts'
import { xmlSignatures } from './open-xml.ts'
import { openTokens, type PlacedSignature, type PlacedToken, tokensOver } from './stamps.ts'
import { piecesOf, readingOf } from './subject.ts'

export interface OpenedContainer {
  readonly signatures: readonly OpenedSignature[]
  /** Time stamps over contents that belong to no signature; null: there are none. */
  readonly stamps: OpenedStamps | null
}

/**
 * Opens the signatures and time stamps of a container (ASiC-S, ASiC-E; EN 319 162-1), handed in unpacked, in the order in which its
 * entries stand. Null: it is none. References reach entries and nothing else.
 */
export function openContainer(entries: readonly ContainerEntry[]): OpenedContainer | null {
  const container = containerOf(entries)
  if (container === null) return null
  const reading = readingOf(container)
  const placed = [
    ...container.cms.flatMap((file) => cmsSignatures(file, reading)),
    ...container.xml.flatMap((file) => xmlSignatures(file, container)),
  ]
  const { tokens, checks } = openTokens(reading, placed)
  const all = new Set(placed.flatMap(({ covered }) => covered))
  const kept = new Set(placed.flatMap(({ file }) => tokensOver(file, tokens)))
  return {
    signatures: placed.map((one) => finished(one, container, tokensOver(one.file, tokens), checks, all)),
    stamps: standalone(
      tokens.filter((token) => !kept.has(token)),
      container,
    ),
  }
}

/** With what the container adds: whether its names mean one file each, later time stamps, and which files lie outside. */
function finished(
  { opened, covered }: PlacedSignature,
  container: Container,
  over: readonly PlacedToken[],
  checks: readonly Check[],
  byAnybody: ReadonlySet<string>,
): OpenedSignature {
  const holding = over.some(({ stamp }) => stamp.conclusion === null)
  const level = opened.crls.length + opened.ocsps.length > 0 ? 'B-LTA' : 'B-T'
  return {
    ...opened,
    level: holding ? level : opened.level,
    checks: [...container.checks, ...opened.checks, ...checks],
    conclusion: gravest([container.conclusion, opened.conclusion]),
    timeStamps: [...opened.timeStamps, ...over.map(({ stamp }) => stamp)],
    coverage: coverageIn(container.contents, opened.coverage, covered, byAnybody),
  }
}

function standalone(tokens: readonly PlacedToken[], container: Container): OpenedStamps | null {
  if (tokens.length === 0) return null
  return {
    certificates: [],
    crls: [],
    ocsps: [],
    stamps: tokens.map(({ file, subject, stamp }) => ({
      id: file,
      stamp,
      coverage: {
        whole: container.contents.every((name) => subject.covered.includes(name)),
        remarks: named(
          'not-covered',
          container.contents.filter((name) => !subject.covered.includes(name)),
        ),
      },
      stampedPieces: piecesOf(subject, container),
    })),
  }
}
