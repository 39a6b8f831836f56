import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '#shared'
import { failed, type Renewal, type RenewOrder, renewal, renewFile } from './renew-file.ts'
import { replaceFile } from './replace-file.ts'

/** A study with its pictures; twice its size is held in memory. */
const mostBytes = 256 * 1024 * 1024

export interface FileRenewal extends Renewal {
  readonly name: string
}

/**
 * 更新 — all signed files of a folder that hold only for so many days more, one after the other. What lies below the folder, what is hidden and
 * what only leads elsewhere is left alone. One file that cannot be renewed keeps no other from it.
 */
export async function* renewFolder(folder: string, order: RenewOrder): AsyncGenerator<FileRenewal> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause) => {
    throw new Refusal('not-found', { file: folder }, { cause })
  })
  const names = entries.filter((one) => one.isFile() && !one.name.startsWith('.')).map(({ name }) => name)
  for (const name of names.sort()) yield { name, ...(await renewOne(folder, name, new Set(names), order)) }
}

async function renewOne(folder: string, name: string, names: ReadonlySet<string>, order: RenewOrder): Promise<Renewal> {
  const file = join(folder, name)
  try {
    const beside = contentOf(name, names)
    const bytes = await readWithin(file)
    const content = beside === null ? null : await readWithin(join(folder, beside))
    const { renewal: told, bytes: renewed } = await renewFile({ name, bytes, content }, order)
    if (renewed === null || (await replaceFile(file, bytes, renewed))) return told
    return renewal('changed-meanwhile', { until: told.until })
  } catch (error) {
    if (error instanceof Refusal) return failed(error)
    if (isOfTheDisk(error)) return renewal('failed', { reason: error.code })
    throw error
  }
}

/** `紹介状.txt.p7s` signs `紹介状.txt`, where that stands beside it. */
function contentOf(name: string, names: ReadonlySet<string>): string | null {
  const signed = /^(.+)\.(?:p7s|p7m|p7)$/i.exec(name)?.[1]
  return signed !== undefined && names.has(signed) ? signed : null
}

async function readWithin(file: string): Promise<Uint8Array> {
  const { size } = await stat(file)
  if (size > mostBytes) throw new Refusal('too-large', { reason: 'too-large', limit: mostBytes })
  return readFile(file)
}

/** Read-only, full, gone meanwhile: told of this file, and the next one is tried. */
const isOfTheDisk = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
