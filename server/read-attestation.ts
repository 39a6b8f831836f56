import type { FastifyRequest } from 'fastify'
import { type AttestRequest, attestRequest, PROOF_BYTES_MAX, type Proof, proofTypeOf } from '#assessment'
import { Refusal } from '#shared'

export interface SentAttestation {
  readonly attestation: AttestRequest
  readonly proof?: Proof
}

/** Reads the form of an attestation: its fields, and at most one file as proof. */
export async function readAttestation(request: FastifyRequest, requirementId: string): Promise<SentAttestation> {
  if (!request.isMultipart()) throw new Refusal('malformed', { reason: 'not-a-form' })
  const fields: Record<string, unknown> = { requirementId }
  let proof: Proof | undefined
  for await (const part of request.parts({ limits: { fileSize: PROOF_BYTES_MAX } })) {
    if (part.type === 'field') fields[part.fieldname] = part.value
    else {
      const content = await part.toBuffer()
      if (content.length > 0) proof = { content, name: part.filename, mediaType: typeOf(content) }
    }
  }
  const parsed = attestRequest.safeParse(fields)
  if (parsed.success) return { attestation: parsed.data, proof }
  throw new Refusal('malformed', { issues: parsed.error.issues.map(({ path }) => ({ path: path.join('.') })) })
}

/** What the file is by its contents; what no proof can be is refused before anything is kept. */
function typeOf(content: Uint8Array): string {
  const type = proofTypeOf(content)
  if (!type) throw new Refusal('malformed', { issues: [{ path: 'proof', code: 'not-a-proof' }] })
  return type
}
