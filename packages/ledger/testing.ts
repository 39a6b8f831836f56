import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('./testdata/', import.meta.url)

/** The files of `testdata/valid` or `testdata/invalid` whose names begin so, for a table of tests. */
export function vectors(kind: 'valid' | 'invalid', prefix: string, ending: string): readonly string[] {
  return readdirSync(new URL(`${kind}/`, folder)).filter((name) => name.startsWith(prefix) && name.endsWith(ending))
}

export function vectorBytes(path: string): Uint8Array {
  return readFileSync(new URL(path, folder))
}

export function vectorText(path: string): string {
  return readFileSync(new URL(path, folder), 'utf8')
}

export function vectorJson<T>(path: string): T {
  return JSON.parse(vectorText(path)) as T
}
