import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** What a process did to the disk, as shim.c wrote it down, in the order in which it happened. */
export type Operation =
  | { readonly kind: 'create'; readonly file: bigint; readonly name: string }
  | { readonly kind: 'write'; readonly file: bigint; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly file: bigint; readonly length: number }
  | { readonly kind: 'flush'; readonly file: bigint }
  | { readonly kind: 'flush-directory'; readonly name: string }
  | { readonly kind: 'make-directory'; readonly name: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'remove'; readonly name: string }
  | { readonly kind: 'acknowledge'; readonly text: string }

const HEAD_BYTES = 21

export function readRecord(path: string): readonly Operation[] {
  const bytes = readFileSync(path)
  const operations: Operation[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt32LE(at + 17)
    const rest = bytes.subarray(at + HEAD_BYTES, at + HEAD_BYTES + length)
    operations.push(operation(String.fromCharCode(bytes[at] ?? 0), bytes.subarray(at + 1, at + 17), rest))
    at += HEAD_BYTES + length
  }
  return operations
}

function operation(kind: string, head: Buffer, rest: Buffer): Operation {
  const file = head.readBigUInt64LE(0)
  const offset = Number(head.readBigUInt64LE(8))
  const text = rest.toString()
  const [from = '', to = ''] = text.split('\0')
  switch (kind) {
    case 'C':
      return { kind: 'create', file, name: text }
    case 'W':
      return { kind: 'write', file, offset, bytes: rest }
    case 'T':
      return { kind: 'truncate', file, length: offset }
    case 'S':
      return { kind: 'flush', file }
    case 'D':
      return { kind: 'flush-directory', name: text }
    case 'M':
      return { kind: 'make-directory', name: text }
    case 'R':
      return { kind: 'rename', from, to }
    case 'U':
    case 'K':
      return { kind: 'remove', name: text }
    case 'A':
      return { kind: 'acknowledge', text }
    default:
      throw new Error(`not a record of shim.c: ${kind}`)
  }
}

/** The directory that holds a name; the root of the record is the empty name. */
export const directoryOf = (name: string): string => (dirname(name) === '.' ? '' : dirname(name))
