import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { z } from 'zod'
import type { Frozen } from './edition.ts'

/** Where the package keeps its data: one folder for each edition and each checklist. */
export const data = new URL('./data/', import.meta.url)

/** Reads one of the package's own files and checks its shape; what is not as it should be is named. */
export function readFile<T>(file: URL, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parse(readFileSync(file, 'utf8')))
  if (result.success) return result.data
  const [first] = result.error.issues
  throw new Error(`${file.pathname}: ${first?.path.join('.')}: ${first?.message}`, { cause: result.error })
}

/** Freezes a value all the way down; the files hold plain trees, so it ends. */
export function frozen<T>(value: T): Frozen<T> & T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen)
    Object.freeze(value)
  }
  return value as Frozen<T> & T
}
