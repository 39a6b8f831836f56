import type { FastifyRequest } from 'fastify'
import { Refusal } from '#shared'

// Both readers take 5 MB; a little more comes in, so that theirs is the word on what is too large.
const UPLOAD_BYTES = 6_000_000

export interface Upload {
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
  /** The preview on which the import rests. */
  readonly basis?: string
}

/** Reads the form with which a browser sends a facility's file. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new Refusal('malformed', { reason: 'not-a-form' })
  let file: Upload['file'] | undefined
  let basis: string | undefined
  for await (const part of request.parts({ limits: { fileSize: UPLOAD_BYTES } })) {
    if (part.type === 'file') file = { name: part.filename, bytes: await part.toBuffer() }
    else if (part.fieldname === 'basis') basis = String(part.value).slice(0, 64)
  }
  if (!file) throw new Refusal('malformed', { reason: 'no-file' })
  return { file, basis }
}
