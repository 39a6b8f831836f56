import { Malformed } from '../../malformed.ts'
import type { PdfDictionary, PdfString, PdfValue } from './value.ts'

/** Arrays and dictionaries within one another: what is deeper in honest files hangs on references. */
const deepest = 64

/** No honest number has more digits; longer ones only make readers disagree. */
const longestNumber = 40

/** Strings are copied when they are decoded. The longest honest one is a signature with all its revocation lists. */
const longestString = 32 * 1024 * 1024

/** What may still be read: bytes and values. Shared by all that is read of one file, so that nothing is read without end. */
export interface Budget {
  bytes: number
  values: number
}

/** Where reading stands in `bytes`. Nothing is copied but strings and names. */
export interface Cursor {
  readonly bytes: Uint8Array
  at: number
  readonly end: number
  readonly budget: Budget
}

export function cursor(bytes: Uint8Array, at: number, budget: Budget, end = bytes.length): Cursor {
  return { bytes, at, end, budget }
}

// §7.2.3: 1 white space, 2 delimiter, 0 all others.
const classes = new Uint8Array(256)
for (const octet of [0, 9, 10, 12, 13, 32]) classes[octet] = 1
for (const octet of Buffer.from('()<>[]{}/%', 'latin1')) classes[octet] = 2

export const isWhite = (octet: number | undefined): boolean => octet !== undefined && classes[octet] === 1
const isRegular = (octet: number | undefined): boolean => octet !== undefined && classes[octet] === 0
const isDigit = (octet: number | undefined): boolean => octet !== undefined && octet >= 0x30 && octet <= 0x39

/** White space and comments. */
export function skipWhite(cur: Cursor): void {
  while (cur.at < cur.end) {
    const octet = cur.bytes[cur.at]
    if (octet === 0x25) skipComment(cur)
    else if (isWhite(octet)) cur.at++
    else return
  }
}

function skipComment(cur: Cursor): void {
  while (cur.at < cur.end && cur.bytes[cur.at] !== 10 && cur.bytes[cur.at] !== 13) cur.at++
}

/** A word such as `obj` or `trailer`, which must end there. */
export function expectWord(cur: Cursor, word: string): void {
  if (!tryWord(cur, word)) throw new Malformed('pdf-word-expected', { word, at: cur.at })
}

export function tryWord(cur: Cursor, word: string): boolean {
  skipWhite(cur)
  for (let i = 0; i < word.length; i++) if (cur.bytes[cur.at + i] !== word.charCodeAt(i)) return false
  if (cur.at + word.length > cur.end || isRegular(cur.bytes[cur.at + word.length])) return false
  cur.at += word.length
  return true
}

/** A number of digits only. */
export function readCount(cur: Cursor, what: string): number {
  skipWhite(cur)
  const start = cur.at
  while (cur.at < cur.end && isDigit(cur.bytes[cur.at])) cur.at++
  const length = cur.at - start
  if (length === 0 || length > 15 || isRegular(cur.bytes[cur.at]))
    throw new Malformed('pdf-not-a-count', { what, at: start })
  return digits(cur.bytes, start, cur.at)
}

function digits(bytes: Uint8Array, from: number, to: number): number {
  let value = 0
  for (let i = from; i < to; i++) value = value * 10 + (bytes[i] ?? 0) - 0x30
  return value
}

export function readValue(cur: Cursor, depth = 0): PdfValue {
  skipWhite(cur)
  if (depth > deepest) throw new Malformed('pdf-too-deep', { limit: deepest })
  if (--cur.budget.values < 0) throw new Malformed('pdf-too-many-values')
  const octet = cur.bytes[cur.at]
  if (octet === undefined || cur.at >= cur.end) throw new Malformed('pdf-cut-short', { at: cur.at })
  switch (octet) {
    case 0x2f:
      return { kind: 'name', name: readName(cur) }
    case 0x28:
      return readLiteral(cur)
    case 0x5b:
      return readArray(cur, depth)
    case 0x3c:
      return cur.bytes[cur.at + 1] === 0x3c ? readDictionary(cur, depth) : readHex(cur)
  }
  if (isDigit(octet) || octet === 0x2b || octet === 0x2d || octet === 0x2e) return readNumberOrReference(cur)
  if (tryWord(cur, 'true')) return true
  if (tryWord(cur, 'false')) return false
  if (tryWord(cur, 'null')) return null
  throw new Malformed('pdf-unexpected-octet', { at: cur.at, octet })
}

function readArray(cur: Cursor, depth: number): PdfValue {
  const items: PdfValue[] = []
  cur.at++
  for (;;) {
    skipWhite(cur)
    if (cur.at < cur.end && cur.bytes[cur.at] === 0x5d) break
    items.push(readValue(cur, depth + 1))
  }
  cur.at++
  return { kind: 'array', items }
}

/** A key that stands twice is refused: readers differ about which one counts. */
export function readDictionary(cur: Cursor, depth = 0): PdfDictionary {
  const entries = new Map<string, PdfValue>()
  skipWhite(cur)
  if (cur.bytes[cur.at] !== 0x3c || cur.bytes[cur.at + 1] !== 0x3c)
    throw new Malformed('pdf-not-a-dictionary', { at: cur.at })
  cur.at += 2
  for (;;) {
    skipWhite(cur)
    if (cur.bytes[cur.at] !== 0x2f || cur.at >= cur.end) break
    const key = readName(cur)
    if (entries.has(key)) throw new Malformed('pdf-key-twice', { key: key.slice(0, 60), at: cur.at })
    entries.set(key, readValue(cur, depth + 1))
  }
  if (cur.bytes[cur.at] !== 0x3e || cur.bytes[cur.at + 1] !== 0x3e || cur.at + 2 > cur.end)
    throw new Malformed('pdf-dictionary-not-closed', { at: cur.at })
  cur.at += 2
  return { kind: 'dictionary', entries }
}

function readName(cur: Cursor): string {
  const start = cur.at + 1
  let at = start
  let escaped = false
  while (at < cur.end && isRegular(cur.bytes[at])) escaped = cur.bytes[at++] === 0x23 || escaped
  cur.at = at
  const text = Buffer.from(cur.bytes.buffer, cur.bytes.byteOffset + start, at - start).toString('latin1')
  if (!escaped) return text
  if (/#(?![0-9A-Fa-f]{2})|#00/.test(text)) throw new Malformed('pdf-name', { at: start })
  return text.replaceAll(/#(..)/g, (_all: string, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function readNumberOrReference(cur: Cursor): PdfValue {
  const start = cur.at
  while (cur.at < cur.end && isRegular(cur.bytes[cur.at])) cur.at++
  const length = cur.at - start
  if (length <= 15 && isAllDigits(cur.bytes, start, cur.at)) {
    const number = digits(cur.bytes, start, cur.at)
    return readReference(cur, number) ?? number
  }
  const text = Buffer.from(
    cur.bytes.buffer,
    cur.bytes.byteOffset + start,
    Math.min(length, longestNumber + 1),
  ).toString('latin1')
  if (length > longestNumber || !/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) throw new Malformed('pdf-number', { at: start })
  return Number(text)
}

function isAllDigits(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isDigit(bytes[i])) return false
  return true
}

/** `0 R` behind a number; otherwise nothing was read. */
function readReference(cur: Cursor, number: number) {
  const back = cur.at
  let at = back
  while (isWhite(cur.bytes[at])) at++
  const start = at
  while (at - start < 6 && isDigit(cur.bytes[at])) at++
  const generation = at > start && at - start < 6 ? digits(cur.bytes, start, at) : -1
  const gap = at
  while (isWhite(cur.bytes[at])) at++
  if (generation < 0 || at === gap || cur.bytes[at] !== 0x52 || isRegular(cur.bytes[at + 1]) || at >= cur.end)
    return null
  cur.at = at + 1
  return { kind: 'reference', number, generation } as const
}

function readHex(cur: Cursor): PdfString {
  const start = cur.at
  const close = cur.bytes.indexOf(0x3e, start)
  if (close - start > longestString) throw new Malformed('pdf-string-too-long', { limit: longestString })
  if (close === -1 || close >= cur.end) throw new Malformed('pdf-string-not-closed', { at: start })
  const text = Buffer.from(cur.bytes.buffer, cur.bytes.byteOffset + start + 1, close - start - 1)
  cur.at = close + 1
  return { kind: 'string', octets: hexOctets(text, start), start, end: close + 1, hex: true }
}

function hexOctets(text: Buffer, start: number): Uint8Array {
  const tight = text.toString('latin1').replaceAll(/[\0\t\n\f\r ]+/g, '')
  const even = tight.length % 2 ? `${tight}0` : tight
  const octets = Buffer.from(even, 'hex')
  if (octets.length * 2 !== even.length) throw new Malformed('pdf-hex-string', { at: start })
  return octets
}

/** Brackets in pairs stand for themselves; no recursion, so their depth costs nothing. */
function readLiteral(cur: Cursor): PdfString {
  const start = cur.at
  let open = 0
  let plain = true
  let at = start
  for (; at < cur.end; at++) {
    const octet = cur.bytes[at]
    if (octet === 0x5c) at++
    else if (octet === 0x28) open++
    else if (octet === 0x29 && --open === 0) break
    if (octet === 0x5c || octet === 13) plain = false
  }
  if (at >= cur.end) throw new Malformed('pdf-string-not-closed', { at: start })
  if (!plain && at - start > longestString) throw new Malformed('pdf-string-too-long', { limit: longestString })
  cur.at = at + 1
  const inside = cur.bytes.subarray(start + 1, at)
  return { kind: 'string', octets: plain ? inside : unescaped(inside), start, end: at + 1, hex: false }
}

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

function unescaped(inside: Uint8Array): Uint8Array {
  const text = Buffer.from(inside.buffer, inside.byteOffset, inside.length).toString('latin1')
  const out = text.replaceAll(/\\([0-7]{1,3}|\r\n|[\s\S])|\r\n?/g, (_all: string, code: string | undefined) => {
    if (code === undefined) return '\n'
    if (code === '\n' || code === '\r' || code === '\r\n') return ''
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 0xff)
    return String.fromCharCode(escapes[code] ?? code.charCodeAt(0))
  })
  return Buffer.from(out, 'latin1')
}
