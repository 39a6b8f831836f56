import type { z } from 'zod'
import { closestName } from './closest-name.ts'
import { type Expected, type Issue, type IssueCode, type Path, pathText, shown } from './issue.ts'

/** An issue before its path became text, so that its line can still be looked up. */
export interface Located extends Omit<Issue, 'path'> {
  readonly path: Path
  /** The name of the member is what is wrong, not its value. */
  readonly key?: boolean
}

/** Everything wrong with a value against a schema, in our codes, with what would have been right. */
export function checkShape(
  schema: z.ZodType,
  value: unknown,
  expectedAt: (path: Path) => Expected | undefined,
): readonly Located[] {
  const result = schema.safeParse(value)
  if (result.success) return []
  return firstOfEach(result.error.issues.flatMap((issue) => locate(issue, value, expectedAt)))
}

// A text where a list belongs is also a "list" of too many letters; the first of such issues says what is wrong.
function firstOfEach(issues: readonly Located[]): readonly Located[] {
  return [...new Map([...issues].reverse().map((issue) => [pathText(issue.path), issue])).values()].reverse()
}

export function unlocated({ key: _, path, ...issue }: Located): Issue {
  return { path: pathText(path), ...issue }
}

function locate(
  issue: z.core.$ZodIssue,
  value: unknown,
  expectedAt: (path: Path) => Expected | undefined,
): readonly Located[] {
  const path = issue.path as Path
  if (issue.code === 'unrecognized_keys') {
    const container = expectedAt(path)
    const names = container?.type === 'map' ? (container.names ?? []) : []
    return issue.keys.map((name) => ({
      path: [...path, name],
      key: true,
      code: 'unknown-field',
      expected: { type: 'name', names, closest: closestName(name, names) },
    }))
  }
  if (issue.code === 'invalid_key') return [{ path, key: true, code: 'unknown-practice' }]
  const actual = valueAt(value, path)
  const expected = expectedAt(path)
  const code = codeOf(issue, actual, expected)
  return [{ path, code, expected, actual: shown(actual), ...sizeOf(code, actual) }]
}

function codeOf(issue: z.core.$ZodIssue, actual: unknown, expected: Expected | undefined): IssueCode {
  if (actual === undefined) return 'missing'
  if (expected?.type === 'map' && typeof actual === 'string' && actual.includes('：')) return 'full-width-colon'
  if (expected?.type === 'exactly') return formatCode(actual, expected.value)
  if (issue.code === 'custom') return customCodes[String(issue.params?.expected)] ?? 'wrong-type'
  if (issue.code === 'too_big' && issue.origin === 'string') return 'too-long'
  if (issue.code === 'too_big' && issue.origin === 'array') return 'too-many'
  if (issue.code === 'too_small' && issue.origin === 'string') return 'blank'
  if (issue.code === 'too_big' || issue.code === 'too_small') return 'out-of-range'
  if (issue.code === 'invalid_format') return 'bad-id'
  if (issue.code === 'invalid_value') return 'not-a-choice'
  return 'wrong-type'
}

const customCodes: Readonly<Record<string, IssueCode>> = {
  day: 'not-a-day',
  'plain-text': 'control-characters',
  'some-text': 'blank',
}

function formatCode(actual: unknown, known: string): IssueCode {
  const [name, version] = String(actual).split('@')
  const [ours, ourVersion] = known.split('@')
  return name === ours && Number(version) > Number(ourVersion) ? 'newer-format' : 'wrong-format'
}

function sizeOf(code: IssueCode, actual: unknown): { readonly size?: number } {
  const counted = (typeof actual === 'string' || Array.isArray(actual)) && (code === 'too-long' || code === 'too-many')
  return counted ? { size: actual.length } : {}
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => {
    return typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
      ? (inner as Record<string | number, unknown>)[step]
      : undefined
  }, value)
}
