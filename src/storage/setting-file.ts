import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { Refusal } from '#shared'
import { writeDurably } from './durable-file.ts'

/**
 * 設定ファイル — a small JSON file of ours. Undefined where there is none; refuses as `corrupt`, naming `what` and the file, one that
 * cannot be read or says something else.
 */
export function readSettingFile<T>(file: string, what: string, shape: z.ZodType<T>): T | undefined {
  if (!existsSync(file)) return undefined
  const { success, data } = shape.safeParse(parsed(file, what))
  if (!success) throw new Refusal('corrupt', { what, file })
  return data
}

export function keepSettingFile(file: string, said: object): void {
  writeDurably(file, `${JSON.stringify(said, undefined, 2)}\n`)
}

function parsed(file: string, what: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Refusal('corrupt', { what, file }, { cause: error })
  }
}

/** 目印 — a file in a folder of another medium, by which the empty mount point of a medium that is away is told from it. */
export interface FolderMark {
  readonly file: string
  readonly shape: z.ZodType<{ readonly id: string }>
}

/** The id that the folder is marked with; undefined where it has no mark, or one that cannot be read. */
export function markOf(folder: string, { file, shape }: FolderMark): string | undefined {
  try {
    return readSettingFile(join(folder, file), 'folder-mark', shape)?.id
  } catch (error) {
    if (error instanceof Refusal && error.code === 'corrupt') return undefined
    throw error
  }
}
