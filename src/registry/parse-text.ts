import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml'
import type { Issue, IssueCode, Path } from './issue.ts'
import { nestsDeeperThan } from './nesting.ts'

/** A file read as plain data, with a way back from a path to the line that says it. */
export interface Parsed {
  readonly value: unknown
  readonly issues: readonly Issue[]
  /** Where the value stands, or the name of the member when `key` is asked for. */
  at(path: Path, key?: boolean): { readonly line?: number; readonly column?: number }
}

// A facility file is four levels deep (list, item, group, list of choices); eight leaves room for a later format.
export const MAX_DEPTH = 8
// Anchors save a hospital from repeating a password policy; a hundred uses are plenty and cannot grow into a bomb.
export const MAX_ALIASES = 100

const codes: Readonly<Record<string, IssueCode>> = {
  TAB_AS_INDENT: 'tab-indent',
  DUPLICATE_KEY: 'duplicate-key',
  MULTIPLE_DOCS: 'several-documents',
  RESOURCE_EXHAUSTION: 'too-deep',
  TAG_RESOLVE_FAILED: 'custom-tag',
  BAD_ALIAS: 'bad-alias',
  MISSING_CHAR: 'unclosed',
}

/** Reads YAML 1.2 (core schema, no tags of one's own) or JSON, which is YAML too. A blank value counts as absent. */
export function parseText(text: string): Parsed {
  if (nestsDeeperThan(MAX_DEPTH, text)) return { value: undefined, issues: [tooDeep], at: () => ({}) }
  const lineCounter = new LineCounter()
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    stringKeys: true,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'error',
    lineCounter,
  })
  const place = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset)
    return { line, column: col }
  }
  const found = [...document.errors, ...document.warnings].map((error) => ({
    path: '',
    ...place(error.pos[0]),
    code: codeOf(error, lineAt(text, error.pos[0])),
  }))
  const at = (path: Path, key = false) => {
    const offset = offsetOf(document, path, key)
    return offset === undefined ? {} : place(offset)
  }
  return { ...plainValue(document, found), at }
}

function codeOf(error: YAMLError, line: string): IssueCode {
  const known = codes[error.code]
  if (known && known !== 'unclosed') return known
  if (/^[\s-]*[A-Za-z]\w*\s*：/.test(line)) return 'full-width-colon'
  if (/^\s*\u3000/.test(line)) return 'full-width-space'
  return known ?? (/end with a [}\]]/.test(error.message) ? 'unclosed' : 'syntax')
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1
  return text.slice(start, start + 200).split('\n', 1)[0] ?? ''
}

function plainValue(document: Document.Parsed, issues: readonly Issue[]): Pick<Parsed, 'value' | 'issues'> {
  try {
    return { value: withoutBlanks(document.toJS({ maxAliasCount: MAX_ALIASES }), 0), issues }
  } catch (error) {
    return { value: undefined, issues: [...issues, error instanceof TooDeep ? tooDeep : badAlias] }
  }
}

const tooDeep: Issue = { path: '', code: 'too-deep', expected: { type: 'limit', max: MAX_DEPTH } }
const badAlias: Issue = { path: '', code: 'bad-alias', expected: { type: 'limit', max: MAX_ALIASES } }

class TooDeep extends Error {}

function withoutBlanks(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  // An alias inside its own anchor makes a circle; the depth ends that too.
  if (depth >= MAX_DEPTH) throw new TooDeep()
  if (Array.isArray(value)) return value.map((member) => withoutBlanks(member, depth + 1))
  const kept = Object.entries(value).filter(([, member]) => member !== null)
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutBlanks(member, depth + 1)]))
}

function offsetOf(document: Document.Parsed, path: Path, key: boolean): number | undefined {
  let node: Node | null | undefined = document.contents
  let offset = node?.range?.[0]
  for (const [index, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document)
    const next = memberOf(node, step)
    if (!next) return offset
    const wanted = key && index === path.length - 1 ? next.key : (next.value ?? next.key)
    offset = wanted?.range?.[0] ?? offset
    node = next.value
  }
  return offset
}

interface Member {
  readonly key: Node | undefined
  readonly value: Node | undefined
}

function memberOf(node: Node | null | undefined, step: string | number): Member | undefined {
  if (isSeq<Node>(node) && typeof step === 'number') {
    const value = node.items[step]
    return value && { key: value, value }
  }
  if (!isMap<Node, Node>(node)) return undefined
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
  return pair && { key: pair.key, value: pair.value ?? undefined }
}
