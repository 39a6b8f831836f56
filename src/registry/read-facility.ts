import { Refusal } from '#shared'
import { checkReferences } from './check-references.ts'
import { checkShape, type Located, unlocated } from './check-shape.ts'
import { closestName } from './closest-name.ts'
import { decodeText } from './decode-text.ts'
import { expectedInFacility } from './expected-at.ts'
import { type Facility, facilitySchema } from './facility/facility.ts'
import type { Issue, IssueCode } from './issue.ts'
import { type Parsed, parseText } from './parse-text.ts'

// The largest hospital we design for fills about 1 MB; five leave room and are read in seconds.
export const MAX_BYTES = 5_000_000
// A person mends a file in rounds; beyond two hundred lines a list of mistakes is not read.
export const MAX_ISSUES = 200

export type ReadFacility =
  | { readonly ok: true; readonly facility: Facility }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/**
 * Reads a facility file, YAML or JSON, and says everything wrong with it at once, with lines. `knownFacts` are the
 * names an edition's questions of applicability have; without them `practices` may say anything.
 */
export function readFacility(source: string | Uint8Array, knownFacts?: readonly string[]): ReadFacility {
  if (source.length > MAX_BYTES) return refused([tooLarge(source.length)])
  const decoded = decodeText(source)
  if ('issue' in decoded) return refused([decoded.issue])
  const parsed = parseText(decoded.text)
  if (parsed.issues.some(({ code }) => !harmless.has(code))) return refused(parsed.issues)
  if (parsed.value === null || parsed.value === undefined) return refused([{ path: '', code: 'empty' }])
  const found = check(parsed.value, knownFacts)
  const issues = inOrder([...parsed.issues, ...found.map((issue) => withLine(issue, parsed))])
  return issues.length > 0 ? refused(issues) : { ok: true, facility: parsed.value as Facility }
}

/** The same, for use cases: a refusal with all issues instead of an answer with them. */
export function parseFacility(source: string | Uint8Array, knownFacts?: readonly string[]): Facility {
  const read = readFacility(source, knownFacts)
  if (read.ok) return read.facility
  const [first] = read.issues
  if (first?.code === 'too-large') throw new Refusal('too-large', { limit: MAX_BYTES, issues: read.issues })
  throw new Refusal('malformed', { issues: read.issues })
}

// After these the values are still worth checking, so that nobody mends a file twice.
const harmless: ReadonlySet<IssueCode> = new Set(['duplicate-key', 'custom-tag'])

/** The issues of a facility that is data already: a value from a form or from the wire. */
export function checkFacility(value: unknown, knownFacts?: readonly string[]): readonly Issue[] {
  return check(value, knownFacts).map(unlocated)
}

function check(value: unknown, knownFacts: readonly string[] | undefined): readonly Located[] {
  const wrong = checkShape(facilitySchema, value, expectedInFacility)
  if (wrong.length > 0) return wrong
  const facility = value as Facility
  return [...checkPractices(facility, knownFacts), ...checkReferences(facility)]
}

function checkPractices(facility: Facility, knownFacts: readonly string[] | undefined): readonly Located[] {
  if (!knownFacts) return []
  return (['practices', 'practicesConfirmedOn'] as const).flatMap((member) =>
    Object.keys(facility[member] ?? {})
      .filter((fact) => !knownFacts.includes(fact))
      .map((fact) => ({
        path: [member, fact],
        key: true,
        code: 'unknown-practice' as const,
        expected: { type: 'name' as const, names: knownFacts, closest: closestName(fact, knownFacts) },
      })),
  )
}

function withLine(issue: Located, parsed: Parsed): Issue {
  const { path, ...rest } = unlocated(issue)
  return { path, ...parsed.at(issue.path, issue.key), ...rest }
}

function inOrder(issues: readonly Issue[]): readonly Issue[] {
  return issues.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
}

function tooLarge(bytes: number): Issue {
  return { path: '', code: 'too-large', expected: { type: 'limit', max: MAX_BYTES }, size: bytes }
}

function refused(issues: readonly Issue[]): ReadFacility {
  return { ok: false, issues: limited(issues) }
}

/** As many issues as a person reads, and how many more there are. */
export function limited(issues: readonly Issue[]): readonly Issue[] {
  if (issues.length <= MAX_ISSUES) return issues
  return [...issues.slice(0, MAX_ISSUES), { path: '', code: 'more-issues', size: issues.length - MAX_ISSUES }]
}
