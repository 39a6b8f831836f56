import type { Issue } from './issue.ts'

export type Decoded = { readonly text: string } | { readonly issue: Issue }

/**
 * The text of a file. A byte-order mark of UTF-8 is taken off, because Windows editors write it. Text in Shift_JIS or
 * UTF-16 is recognised and refused by name: guessing would turn names into others unnoticed.
 */
export function decodeText(source: string | Uint8Array): Decoded {
  if (typeof source === 'string') return { text: source.startsWith('\ufeff') ? source.slice(1) : source }
  if (isUtf16(source)) return { issue: { path: '', code: 'utf-16' } }
  const text = decoded('utf-8', source)
  if (text !== undefined) return { text }
  const shiftJis = decoded('shift_jis', source) !== undefined
  return { issue: { path: '', code: shiftJis ? 'shift-jis' : 'not-utf-8' } }
}

function isUtf16(bytes: Uint8Array): boolean {
  const mark = `${bytes[0]} ${bytes[1]}`
  return mark === '255 254' || mark === '254 255'
}

function decoded(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
