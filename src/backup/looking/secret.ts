import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Place } from '../plan/plan.ts'
import { Hindered } from './watch.ts'

// A password file has one line.
const MAX_BYTES = 4096

/** The password of a place, from the file or the variable that the plan names; undefined where it names none. */
export async function readSecret(
  { secret }: Place,
  folder: string,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  if (secret === undefined) return undefined
  const named = 'file' in secret ? secret.file : secret.env
  const found = 'file' in secret ? await firstLine(resolve(folder, secret.file)) : variables[secret.env]
  if (found === undefined || found === '') throw new Hindered('secret-missing', { named })
  return found
}

async function firstLine(file: string): Promise<string | undefined> {
  try {
    const opened = await open(file)
    try {
      const { buffer, bytesRead } = await opened.read(Buffer.alloc(MAX_BYTES), 0, MAX_BYTES, 0)
      return buffer.subarray(0, bytesRead).toString('utf8').split(/\r?\n/, 1)[0]
    } finally {
      await opened.close()
    }
  } catch {
    // Not there, or not for this account: said by name in the trouble, because without it nothing can be looked at.
    return undefined
  }
}
