import { membersOf, readAsn1 } from '../asn1/read.ts'
import { tag } from '../asn1/tag.ts'
import { smallIntegerOf } from '../asn1/value.ts'
import { wholeContent } from '../cms/open-signer.ts'
import { Malformed, readOr } from '../malformed.ts'
import type { Coverage, OpenedStamps } from '../validation/opened.ts'
import { openTimeStamp } from './open-time-stamp.ts'
import { readTimeStampToken } from './token.ts'

/** A token as a file (`.tst`), or in the whole answer of its authority (`.tsr`). Null: it is neither. */
export function openTokenFile(bytes: Uint8Array, content: Uint8Array | null): OpenedStamps | null {
  const token = tokenIn(bytes)
  if (token === null) return null
  const signed = content === null ? null : wholeContent(content)
  const digestOf: Parameters<typeof openTimeStamp>[1]['digest'] = (name) => signed?.digest(name) ?? null
  const stamp = openTimeStamp(token, { kind: 'content', digest: digestOf, covers: [] })
  const stampedPieces = content === null ? [] : [{ name: 'content', bytes: content }]
  return { stamps: [{ id: '1', stamp, coverage, stampedPieces }], certificates: [], crls: [], ocsps: [] }
}

const coverage: Coverage = { whole: true, remarks: [{ code: 'detached', facts: {} }] }

function tokenIn(bytes: Uint8Array): Uint8Array | null {
  const [first, second] = membersOf(readAsn1(bytes, 'BER'))
  const isToken = (raw: Uint8Array): boolean => readOr(false, () => readTimeStampToken(raw).raw === raw)
  if (first?.tag !== tag.sequence) return isToken(bytes) ? bytes : null
  const [status] = membersOf(first)
  if (status?.tag !== tag.integer) return null
  if (second === undefined) throw new Malformed('time-stamp-refused', { status: smallIntegerOf(status, 'status') })
  return isToken(second.raw) ? second.raw : null
}
