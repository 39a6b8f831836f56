import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { z } from 'zod'
import type { Frozen } from './edition.ts'
import { UnusableData } from './unusable-data.ts'

/** Where the package keeps its data: one folder for each edition and each checklist. */
export const data = new URL('./data/', import.meta.url)

/** Reads a data file and checks its shape; what is not as it should be is named. */
export function readFile<T>(file: URL, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parsed(file))
  if (result.success) return result.data
  const [first] = result.error.issues
  const at = `${first?.path.join('.')}: ${first?.message}`
  throw new UnusableData(file, [{ kind: 'unreadable', at }], { cause: result.error })
}

function parsed(file: URL): unknown {
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const at = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    throw new UnusableData(file, [{ kind: 'unreadable', at }], { cause: error })
  }
}

/** Freezes a value all the way down; the files hold plain trees, so it ends. */
export function frozen<T>(value: T): Frozen<T> & T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen)
    Object.freeze(value)
  }
  return value as Frozen<T> & T
}
