import type { FastifyRequest } from 'fastify'
import { LARGEST_SIGNATURE } from '#archive'
import { Refusal } from '#shared'

/** A document is signed by one person, or by a few together. */
const MOST_SIGNATURES = 5
const longestName = 200

interface SignatureFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The signature files with which a version is confirmed: parts `signature`. A request without a form brings none. */
export async function readConfirmation(request: FastifyRequest): Promise<readonly SignatureFile[]> {
  if (!request.isMultipart()) return []
  const files: SignatureFile[] = []
  const limits = { fileSize: LARGEST_SIGNATURE, files: MOST_SIGNATURES, parts: MOST_SIGNATURES, fields: 0 }
  for await (const part of request.parts({ limits })) {
    if (part.type !== 'file') continue
    const bytes = await part.toBuffer().catch(tooLarge)
    files.push({ name: part.filename.slice(0, longestName), bytes })
  }
  return files
}

/** To make it smaller, as one is told elsewhere, would break the signature. */
function tooLarge(error: { readonly statusCode?: number }): never {
  if (error.statusCode !== 413) throw error
  throw new Refusal('too-large', { reason: 'signed-file-too-large', limit: LARGEST_SIGNATURE }, { cause: error })
}
