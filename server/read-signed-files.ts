import type { FastifyRequest } from 'fastify'
import { Refusal } from '#shared'
import { LARGEST_SIGNED_FILE, MOST_SIGNED_FILES } from '#signature'

/** All files of a request together stay in memory until it is answered. */
const mostBytes = 2 * LARGEST_SIGNED_FILE
const longestName = 200

interface SignedFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly content: Uint8Array | null
}

/** Reads the form with which signed files come: parts `file`, and `content` for what a signature beside its file signs. Kept in memory only. */
export async function readSignedFiles(request: FastifyRequest): Promise<readonly SignedFile[]> {
  if (!request.isMultipart()) throw new Refusal('malformed', { reason: 'not-a-form' })
  const files: { readonly name: string; readonly bytes: Uint8Array }[] = []
  let content: Uint8Array | null = null
  let bytes = 0
  const limits = {
    fileSize: LARGEST_SIGNED_FILE,
    files: MOST_SIGNED_FILES + 1,
    parts: MOST_SIGNED_FILES + 1,
    fields: 0,
  }
  for await (const part of request.parts({ limits })) {
    if (part.type !== 'file') continue
    const octets = await part.toBuffer().catch(tooLarge)
    bytes += octets.length
    if (bytes > mostBytes) throw new Refusal('too-large', { reason: 'signed-file-too-large', limit: mostBytes })
    if (part.fieldname === 'content') content = octets
    else files.push({ name: part.filename.slice(0, longestName), bytes: octets })
  }
  if (files.length === 0) throw new Refusal('malformed', { reason: 'no-file' })
  return files.map((file) => ({ ...file, content }))
}

/** To make it smaller, as one is told elsewhere, would break the signature. */
function tooLarge(error: { readonly statusCode?: number }): never {
  if (error.statusCode !== 413) throw error
  throw new Refusal('too-large', { reason: 'signed-file-too-large', limit: LARGEST_SIGNED_FILE }, { cause: error })
}
