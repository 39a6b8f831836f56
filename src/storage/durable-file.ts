import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { diskRefusalOf } from './disk-errors.ts'
import { createPrivateDirectory } from './private-files.ts'

/**
 * Writes a small file for this user alone, whole or not at all, durable once it returns. The directory is opened before
 * the write, because an error that the kernel met while flushing it is reported to those who had it open then
 * (https://github.com/transparency-dev/tessera/issues/749).
 */
export function writeDurably(file: string, content: string | Uint8Array): void {
  createPrivateDirectory(dirname(file))
  const directory = openSync(dirname(file), 'r')
  const temporary = `${file}.new`
  try {
    writeAndSync(temporary, content)
    renameSync(temporary, file)
    fsyncSync(directory)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw diskRefusalOf(error, file)
  } finally {
    closeSync(directory)
  }
}

function writeAndSync(file: string, content: string | Uint8Array): void {
  const bytes = Buffer.from(content)
  const descriptor = openSync(file, 'w', 0o600)
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
