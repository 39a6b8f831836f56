import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { diskRefusalOf } from './disk-errors.ts'

/**
 * Makes the directory, and those above it that are missing, for this user alone, durable once it returns. One that
 * exists stays as it is.
 */
export function createPrivateDirectory(directory: string): void {
  const path = resolve(directory)
  const topmost = makeDirectories(path)
  if (topmost === undefined) return
  for (let made = path; made.length >= topmost.length; made = dirname(made)) syncDirectory(dirname(made))
}

function makeDirectories(path: string): string | undefined {
  try {
    return mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw diskRefusalOf(error, path)
  }
}

/** Makes an empty file for this user alone, so that whoever writes into it does not choose wider rights. */
export function createPrivateFile(file: string): void {
  if (existsSync(file)) return
  closeSync(openSync(file, 'wx', 0o600))
}

/** Makes the names in the directory durable: a file that was made, renamed or removed stays so after a power cut. */
export function syncDirectory(directory: string): void {
  const descriptor = openSync(directory, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
