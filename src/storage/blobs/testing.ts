import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { afterAll } from 'vitest'
import type { Scope, Storage } from '../storage.ts'
import { openBlobFiles } from './blob-files.ts'
import { type BlobKeys, openBlobs } from './open-blobs.ts'

export const sample = { facilityId: 'facility-a' }
export const MIB = 1024 * 1024

// The room of the keys lies above this one; here a file's key is only turned over, with the place beside it.
export const turnedKeys: BlobKeys = {
  seal: async (scope, _purpose, plaintext, context) => ({
    keyId: JSON.stringify([scope, context]),
    bytes: plaintext.map((byte) => byte ^ 0xff),
  }),
  open: async (scope, { keyId, bytes }, context) => {
    if (keyId !== JSON.stringify([scope, context])) throw new Error('closed for another place')
    return bytes.map((byte) => byte ^ 0xff)
  },
}

export async function bytesOf(content: Readable): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of content) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Folders for the tests of a file, gone after them. */
export function newFolders(): () => string {
  const base = mkdtempSync(join(tmpdir(), 'omamori-blobs-'))
  afterAll(() => rmSync(base, { recursive: true, force: true }))
  return () => mkdtempSync(join(base, 'd-'))
}

/** Files in one folder, or in two, on an opened storage. */
export function blobsOn(storage: Storage, directory: string, secondDirectory?: string) {
  const clock = { now: () => '2026-11-22T00:00:00.000Z' }
  const first = openBlobFiles(directory)
  const places =
    secondDirectory === undefined
      ? { first }
      : { first, second: { ...openBlobFiles(secondDirectory), isThere: async () => existsSync(secondDirectory) } }
  const blobs = openBlobs({ places, storage, keys: turnedKeys, clock })
  const put = (scope: Scope, content: Uint8Array | AsyncIterable<Uint8Array>, name?: string) =>
    blobs.put(scope, content, { mediaType: 'application/pdf', name, maxBytes: 5 * MIB })
  const keep = async (scope: Scope, content: Uint8Array | AsyncIterable<Uint8Array>, name?: string) => {
    const row = await put(scope, content, name)
    await storage.write(scope, (change) => blobs.keep(change, row))
    return row
  }
  const destroy = (scope: Scope, blobId: string) => storage.write(scope, (change) => blobs.destroy(change, blobId))
  const read = async (scope: Scope, blobId: string) => bytesOf((await blobs.get(scope, blobId)).content)
  return { blobs, put, keep, destroy, read }
}

export const pathIn = (directory: string, sha256: string): string => join(directory, sha256.slice(0, 2), sha256)
