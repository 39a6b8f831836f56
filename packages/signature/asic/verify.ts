import { openCades } from '../cades/verify.ts'
import type { Coverage, OpenedSignature, OpenedStamps, SignedPiece } from '../validation/opened.ts'
import type { Check } from '../validation/verdict.ts'
import { gravest, openXmlSignatures, unreadable } from '../xades/verify.ts'
import { type Container, containerOf, entryNamed, listed } from './container.ts'
import type { ContainerEntry } from './entry.ts'
import { openTokens, type PlacedSignature, type PlacedToken, tokensOver } from './stamps.ts'
import { bytesOf, type Reading, readingOf, type Subject, subjectOf } from './subject.ts'

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

function cmsSignatures(file: string, reading: Reading): readonly PlacedSignature[] {
  const { container } = reading
  const subject = subjectOf(file, reading)
  const content = subject.name === null ? null : bytesOf(container, subject.name)
  try {
    const opened = openCades({ bytes: bytesOf(container, file), content })
    return opened.map((one) => ({
      file,
      covered: subject.covered,
      opened: {
        ...one,
        id: opened.length === 1 ? file : `${file}#${one.id}`,
        checks: [...subject.checks, ...one.checks],
        conclusion: gravest([subject.conclusion, one.conclusion]),
        algorithms: [...one.algorithms, ...subject.algorithms],
        signedPieces: piecesOf(subject, container),
        coverage: withoutDetached(one.coverage),
      },
    }))
  } catch (error) {
    return [{ file, covered: [], opened: { ...unreadable(error, file), format: 'CAdES' } }]
  }
}

/** In a container everything stands beside its signature. */
const withoutDetached = ({ whole, remarks }: Coverage): Coverage => ({
  whole,
  remarks: remarks.filter(({ code }) => code !== 'detached'),
})

const piecesOf = ({ name, covered }: Subject, container: Container): readonly SignedPiece[] =>
  [...new Set([...(name === null ? [] : [name]), ...covered])].map((one) => ({
    name: one,
    bytes: bytesOf(container, one),
  }))

function xmlSignatures(file: string, container: Container): readonly PlacedSignature[] {
  const opened = openXmlSignatures(bytesOf(container, file), container.files, container.xml.length)
  return opened.map((one) => {
    const pieces = one.signedPieces.map((piece) => ({
      ...piece,
      name: entryNamed(container, piece.name) ?? piece.name,
    }))
    const changed = pieces.filter(({ name, bytes }) => container.files.has(name) && container.files.get(name) !== bytes)
    const remarks = [
      ...withoutDetached(one.coverage).remarks,
      ...(changed.length === 0
        ? []
        : [
            named(
              'entry-transformed',
              changed.map(({ name }) => name),
            ),
          ]),
    ]
    return {
      file,
      covered: [...new Set(pieces.map(({ name }) => name).filter((name) => container.files.has(name)))],
      opened: {
        ...one,
        id: opened.length === 1 ? file : `${file}#${one.id}`,
        signedPieces: pieces,
        coverage: { ...one.coverage, remarks },
      },
    }
  })
}

/** With what the container adds: whether its names mean one file each, later time stamps, and which files lie outside. */
function finished(
  { opened, covered }: PlacedSignature,
  container: Container,
  over: readonly PlacedToken[],
  checks: readonly Check[],
  byAnybody: ReadonlySet<string>,
): OpenedSignature {
  const { contents } = container
  const outside = contents.filter((name) => !covered.includes(name))
  const nobody = contents.filter((name) => !byAnybody.has(name))
  const coverage: Coverage = {
    whole: opened.coverage.whole && outside.length === 0 && contents.length > 0,
    remarks: [
      ...opened.coverage.remarks,
      ...(outside.length === 0 ? [] : [named('not-covered', outside)]),
      ...(nobody.length === 0 ? [] : [named('signed-by-nobody', nobody)]),
    ],
  }
  const holding = over.some(({ stamp }) => stamp.conclusion === null)
  const level = opened.crls.length + opened.ocsps.length > 0 ? 'B-LTA' : 'B-T'
  return {
    ...opened,
    level: holding ? level : opened.level,
    checks: [...container.checks, ...opened.checks, ...checks],
    conclusion: gravest([container.conclusion, opened.conclusion]),
    timeStamps: [...opened.timeStamps, ...over.map(({ stamp }) => stamp)],
    coverage,
  }
}

function standalone(tokens: readonly PlacedToken[], container: Container): OpenedStamps | null {
  if (tokens.length === 0) return null
  return {
    certificates: [],
    crls: [],
    ocsps: [],
    stamps: tokens.map(({ file, subject, stamp }) => {
      const outside = container.contents.filter((name) => !subject.covered.includes(name))
      return {
        id: file,
        stamp,
        coverage: { whole: outside.length === 0, remarks: outside.length === 0 ? [] : [named('not-covered', outside)] },
        stampedPieces: piecesOf(subject, container),
      }
    }),
  }
}

const named = (code: string, names: readonly string[]) => ({
  code,
  facts: { count: names.length, names: listed(names) },
})
