import { hash } from 'node:crypto'
import { canonicalJson } from '#shared'
import type { DocumentRow } from '#storage'

type Facts = Pick<DocumentRow, 'kind' | 'standing' | 'title' | 'patient' | 'encounter' | 'written_on'>

/**
 * 文書の見出しの要約値 — what the entry of the registration says of title and patient: it proves them to whoever has them, and holds nothing of
 * them after the document was destroyed. SHA-256, hex, of canonical JSON (RFC 8785): docs/formats/preservation-package.md.
 */
export function digestFacts({ kind, standing, title, patient, encounter, written_on }: Facts): string {
  const told = { kind, standing, title, writtenOn: written_on }
  const references = { ...(patient !== null && { patient }), ...(encounter !== null && { encounter }) }
  return hash('sha256', canonicalJson({ ...told, ...references }))
}
