import { hash } from 'node:crypto'
import { commitDetail, type DetailOpening, openingOf, packDetail, type SealedDetail } from '@omamori/ledger'
import type { Keys } from '#keys'
import { canonicalJson, type Json, Refusal } from '#shared'
import type { Scope } from '#storage'

/** Where a detail belongs; it does not open anywhere else. */
export interface DetailPlace {
  readonly log: string
  readonly id: string
}

/** The particulars of an entry, closed under the facility's journal key, and what the entry says of them. */
export async function closeDetail(
  keys: Keys,
  scope: Scope,
  place: DetailPlace,
  detail: Json,
  salt: Uint8Array,
): Promise<{ readonly sealed: SealedDetail; readonly bytes: Uint8Array }> {
  const plaintext = Buffer.from(canonicalJson(detail))
  const { keyId, bytes } = await keys.seal(scope, 'journal', packDetail(plaintext, salt), contextOf(place))
  const commitment = commitDetail(plaintext, salt)
  return { sealed: { sha256: sha256(bytes), length: bytes.length, commitment, key: keyId }, bytes }
}

/** The particulars again, or undefined when the bytes are not those the entry speaks of. */
export async function openDetail(
  keys: Pick<Keys, 'open'>,
  scope: Scope,
  place: DetailPlace,
  sealed: SealedDetail,
  bytes: Uint8Array,
): Promise<Json | undefined> {
  const opening = await openingOfDetail(keys, scope, place, sealed, bytes)
  return opening && (JSON.parse(Buffer.from(opening.plaintext).toString()) as Json)
}

/** The particulars as they were committed to, with the salt that shows it; undefined when the bytes are not those the entry speaks of. */
export async function openingOfDetail(
  keys: Pick<Keys, 'open'>,
  scope: Scope,
  place: DetailPlace,
  sealed: SealedDetail,
  bytes: Uint8Array,
): Promise<DetailOpening | undefined> {
  if (bytes.length !== sealed.length || sha256(bytes) !== sealed.sha256) return undefined
  const packed = await opened(keys, scope, { keyId: sealed.key, bytes }, contextOf(place))
  return packed && openingOf(packed, sealed.commitment)
}

/** Opens what was sealed; undefined when it was changed, belongs elsewhere, or its key is gone. */
export async function opened(
  keys: Pick<Keys, 'open'>,
  scope: Scope,
  sealed: { readonly keyId: string; readonly bytes: Uint8Array },
  context: string,
): Promise<Uint8Array | undefined> {
  try {
    return await keys.open(scope, sealed, context)
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'corrupt' || error.code === 'not-found')) return undefined
    throw error
  }
}

function contextOf({ log, id }: DetailPlace): string {
  return `journal-detail ${log} ${id}`
}

function sha256(bytes: Uint8Array): string {
  return hash('sha256', bytes)
}
