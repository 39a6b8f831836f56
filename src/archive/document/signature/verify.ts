import { hash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { documentKinds, type FileAnswer } from '@omamori/signature'
import type { Caller } from '#access'
import type { DocumentVersionRow } from '#storage'
import type { ContentType } from '../../content/content.ts'
import { scopeOf } from '../../ground.ts'
import type { DocumentGround } from '../ground.ts'
import type { HandedIn } from '../register-document.ts'
import { isSigned, type Verified } from './judge.ts'

/** 署名の検証 — by what the facility trusts, now; this room knows no trust. */
export type VerifySignature = (caller: Caller, file: SignedFile, documentKind: string | null) => Promise<FileAnswer>

export interface SignedFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** What a signature beside its file signs. */
  readonly content: Uint8Array | null
}

/** What may carry signatures of its own. */
const carriers: readonly ContentType[] = ['pdf', 'xml', 'fhir-xml', 'cda', 'eprescription', 'zip', 'unknown']

type Held = Pick<DocumentVersionRow, 'blob_id' | 'content_type' | 'sha256'>

/**
 * The signatures within a version's content, where it carries any, and those of the files beside it. One beside it counts only over
 * exactly this content, which the verification holds it against.
 */
export async function verifyVersion(
  { blobs, verifySignature }: Pick<DocumentGround, 'blobs' | 'verifySignature'>,
  caller: Caller,
  version: Held,
  kind: string,
  beside: readonly HandedIn[],
): Promise<readonly Verified[]> {
  const mayCarry = carriers.includes(version.content_type as ContentType)
  if (!mayCarry && beside.length === 0) return []
  const documentKind = documentKinds.some((one) => one.kind === kind) ? kind : null
  const content = await buffer((await blobs.get(scopeOf(caller), version.blob_id)).content)
  const verified: Verified[] = []
  if (mayCarry) {
    const answer = await verifySignature(caller, { name: 'content', bytes: content, content: null }, documentKind)
    if (isSigned(answer)) verified.push({ form: 'within', sha256: version.sha256, answer })
  }
  for (const file of beside) {
    const answer = onlyBeside(await verifySignature(caller, { ...file, content }, documentKind))
    verified.push({ form: 'detached', sha256: hash('sha256', file.bytes), file, answer })
  }
  return verified
}

/** CMS alone stands beside a file and is held against it; a signed PDF or XML signs itself, and nothing of this version. */
const onlyBeside = (answer: FileAnswer): FileAnswer =>
  answer.kind === 'cms' ? answer : { ...answer, indication: null, signatures: [] }
