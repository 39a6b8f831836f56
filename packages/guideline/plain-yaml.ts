import { parse } from 'yaml'

// Our data files keep to a plain part of YAML: block maps and lists indented by two, everything else on one line.
// For that part a reader fits on a page, and from a cold start it takes 30 ms where `yaml` takes 190, which every command
// would wait for. Whatever is not certainly plain goes to `yaml`, which stays the authority: a test reads all files both ways.

interface Line {
  readonly indent: number
  readonly text: string
}

interface Cursor {
  at: number
}

class NotPlain extends Error {}

/** The value of a YAML document. Throws what `yaml` throws when it is none. */
export function parseYaml(document: string): unknown {
  try {
    return parsePlain(document)
  } catch (error) {
    if (error instanceof NotPlain) return parse(document)
    throw error
  }
}

/** The value of a plain document; throws as soon as anything is not certainly plain. */
export function parsePlain(document: string): unknown {
  const lines = document.split('\n').flatMap(linesOf)
  const cursor = { at: 0 }
  const value = block(lines, cursor, 0)
  if (cursor.at < lines.length) throw new NotPlain()
  return value
}

/** A map inside a list begins on the line of its dash; here the dash gets a line of its own. */
function linesOf(raw: string): readonly Line[] {
  const [, spaces = '', dash, text = ''] = /^( *)(- )?(.*)$/s.exec(raw) ?? []
  if (text === '' || (text.startsWith('#') && !dash)) return []
  const line = { indent: spaces.length + (dash ? 2 : 0), text }
  return dash ? [{ indent: spaces.length, text: '-' }, line] : [line]
}

function block(lines: readonly Line[], cursor: Cursor, indent: number): unknown {
  const first = lines[cursor.at]
  if (first?.indent !== indent) throw new NotPlain()
  if (first.text === '-') return list(lines, cursor, indent)
  return keyAndRest.test(first.text) ? map(lines, cursor, indent) : inline(lines, cursor)
}

function list(lines: readonly Line[], cursor: Cursor, indent: number): readonly unknown[] {
  const items: unknown[] = []
  while (lines[cursor.at]?.indent === indent && lines[cursor.at]?.text === '-') {
    cursor.at += 1
    items.push(block(lines, cursor, indent + 2))
  }
  return items
}

const keyAndRest = /^([A-Za-z][\w-]*):(?: (.+))?$/

function map(lines: readonly Line[], cursor: Cursor, indent: number): Readonly<Record<string, unknown>> {
  const entries: [string, unknown][] = []
  for (let line = lines[cursor.at]; line?.indent === indent && line.text !== '-'; line = lines[cursor.at]) {
    const [, key, rest] = keyAndRest.exec(line.text) ?? []
    if (key === undefined) throw new NotPlain()
    cursor.at += 1
    entries.push([key, rest === undefined ? block(lines, cursor, indent + 2) : value(rest)])
  }
  return object(entries)
}

function inline(lines: readonly Line[], cursor: Cursor): unknown {
  cursor.at += 1
  return value(lines[cursor.at - 1]?.text ?? '')
}

function value(text: string): unknown {
  if (!/^[[{'"]/.test(text)) return scalar(text)
  const cursor = { at: 0 }
  const found = flow(text, cursor)
  if (cursor.at < text.length) throw new NotPlain()
  return found
}

/** Maps, lists and quoted texts on one line: `{ a: 1, b: [x, 'y'] }`. */
function flow(text: string, cursor: Cursor): unknown {
  if (take(text, cursor, /\[ */y) !== undefined) return sequence(text, cursor, ']', () => flow(text, cursor))
  if (take(text, cursor, /\{ */y) !== undefined) return object(sequence(text, cursor, '}', () => pair(text, cursor)))
  const single = take(text, cursor, /'(?:[^']|'')*'/y)
  if (single !== undefined) return single.slice(1, -1).replaceAll("''", "'")
  const double = take(text, cursor, /"[^"\\]*"/y)
  return double?.slice(1, -1) ?? scalar(take(text, cursor, /[^,[\]{}]*[^,[\]{} ]/y) ?? '')
}

function sequence<T>(text: string, cursor: Cursor, end: ']' | '}', item: () => T): readonly T[] {
  if (text[cursor.at] === end) {
    cursor.at += 1
    return []
  }
  const items = [item()]
  while (take(text, cursor, / *, */y) !== undefined) items.push(item())
  take(text, cursor, / */y)
  if (text[cursor.at] !== end) throw new NotPlain()
  cursor.at += 1
  return items
}

function pair(text: string, cursor: Cursor): readonly [string, unknown] {
  const key = take(text, cursor, /[A-Za-z][\w.-]*: +/y)
  if (key === undefined) throw new NotPlain()
  return [key.slice(0, key.indexOf(':')), flow(text, cursor)]
}

function take(text: string, cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at
  const [found] = pattern.exec(text) ?? []
  cursor.at += found?.length ?? 0
  return found
}

/** A bare word or number. Anything that YAML could read otherwise is not plain. */
function scalar(text: string): string | number | boolean {
  if (/^(true|false)$/.test(text)) return text === 'true'
  if (/^(0|[1-9]\d{0,8})$/.test(text)) return Number(text)
  const unlike =
    /^$|^[-?:,[\]{}#&*!|>'"%@`~\s]|: |:$| #|\t|\s$|^\+?(\.\d+|\d+(\.\d*)?)(e[+-]?\d+)?$|^0[ox]|^\+?\.(inf|nan)$|^(null|true|false)$/i
  if (unlike.test(text)) throw new NotPlain()
  return text
}

function object(entries: readonly (readonly [string, unknown])[]): Readonly<Record<string, unknown>> {
  const result = Object.fromEntries(entries)
  if (Object.keys(result).length < entries.length) throw new NotPlain()
  return result
}
