import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { LARGEST_DOCUMENT } from '#archive'
import { Refusal } from '#shared'

/** All fields of a document together are some hundred characters. */
const FACTS_BYTES = 8_000

interface DocumentForm<T> {
  readonly facts: T
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
}

/** Reads the form with which a document comes: `facts` as JSON, and `file`. Kept in memory until it lies encrypted on the disk. */
export async function readDocumentForm<T>(request: FastifyRequest, shape: z.ZodType<T>): Promise<DocumentForm<T>> {
  if (!request.isMultipart()) throw new Refusal('malformed', { reason: 'not-a-form' })
  let facts: unknown
  let file: DocumentForm<T>['file'] | undefined
  const limits = { fileSize: LARGEST_DOCUMENT, files: 1, fields: 1, fieldSize: FACTS_BYTES }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') file = { name: part.filename.slice(0, 200), bytes: await part.toBuffer() }
    else if (part.fieldname === 'facts') facts = jsonOf(String(part.value))
  }
  const { data, error } = shape.safeParse(facts)
  if (error) throw new Refusal('malformed', { issues: error.issues.map(({ path }) => ({ path: path.join('.') })) })
  if (!file) throw new Refusal('malformed', { reason: 'no-file' })
  return { facts: data, file }
}

/** What is no JSON has none of the fields, and is refused for those. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
