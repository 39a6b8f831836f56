import { hash } from 'node:crypto'
import { isSelfSigned, Malformed } from '@omamori/signature'
import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import type { Change, TrustItemRow } from '#storage'
import { certificateView, listView } from '../certificate-view.ts'
import { type Ground, holdFacility, malformed, scopeOf, writerOf } from '../ground.ts'
import { type Material, readEither } from '../read-material.ts'
import type { Purposes } from '../wire.ts'
import { insertItem, itemRows } from './store.ts'

/** Lists of HPKI have some 13 kB; this is one with a hundred thousand entries. */
const MOST_BYTES = 4 * 1024 * 1024
/** A chain is two or three certificates, each perhaps with its list. */
const MOST_IN_A_FILE = 20
/** Every verification reads all that is believed. */
const MOST_ITEMS = 500
const MOST_BYTES_OF_ALL = 64 * 1024 * 1024

/**
 * 信頼の材料を登録する — nothing is believed by it: an anchor waits to be confirmed, and the rest is believed only under an anchor. Gives the ids of
 * what is new; what is there already is passed over.
 */
export async function addItems(
  ground: Ground,
  caller: Caller,
  bytes: Uint8Array,
  purposes: Purposes,
): Promise<readonly string[]> {
  demand(caller, 'trust.propose')
  if (bytes.length > MOST_BYTES) throw new Refusal('too-large', { reason: 'trust-too-large', limit: MOST_BYTES })
  const rows = offered(bytes).map((one): TrustItemRow => {
    const isAnchor = one.kind === 'anchor'
    return {
      ...{ facility_id: caller.facilityId, item_id: ground.newId(), ...one },
      fingerprint: hash('sha256', one.octets, 'hex'),
      for_signers: isAnchor && (purposes.signers || purposes.hpki) ? 1 : 0,
      for_hpki: isAnchor && purposes.hpki ? 1 : 0,
      for_stamps: isAnchor && purposes.stamps ? 1 : 0,
      state: isAnchor ? 'proposed' : 'kept',
      ...{ added_by: writerOf(caller), added_at: ground.clock.now() },
    }
  })
  if (rows.some(({ kind }) => kind === 'anchor') && !Object.values(purposes).includes(true))
    throw malformed('trust-without-purpose', 'purposes')
  return ground.storage.write(scopeOf(caller), (change) => keep(ground, change, caller, rows))
}

async function keep(
  { journal }: Ground,
  change: Change,
  caller: Caller,
  rows: readonly TrustItemRow[],
): Promise<readonly string[]> {
  await holdFacility(change)
  const there = (await itemRows(change.db)).filter(({ state }) => state !== 'withdrawn')
  const known = new Set(there.map(({ fingerprint }) => fingerprint))
  const added = rows.filter(({ fingerprint }) => !known.has(fingerprint) && known.add(fingerprint))
  if (added.length === 0) throw new Refusal('already-exists', { reason: 'trust-there-already' })
  const octets = [...there, ...added].reduce((sum, row) => sum + row.octets.length, 0)
  if (there.length + added.length > MOST_ITEMS || octets > MOST_BYTES_OF_ALL)
    throw new Refusal('too-large', { reason: 'trust-too-many', limit: MOST_ITEMS })
  for (const row of added) {
    await insertItem(change, row)
    const { kind, fingerprint, for_signers: signers, for_hpki: hpki, for_stamps: stamps } = row
    const subject = { kind: 'trust-item', id: row.item_id }
    const detail = { kind, fingerprint, signers: signers === 1, hpki: hpki === 1, stamps: stamps === 1 }
    await journal.append(change, { act: 'trust.added', actor: caller.actor, subject, detail })
  }
  return added.map(({ item_id }) => item_id)
}

type Offered = Pick<TrustItemRow, 'kind' | 'octets'>

/** What cannot be shown is not taken: nobody could judge it. */
function offered(bytes: Uint8Array): readonly Offered[] {
  try {
    const all = readEither(bytes)
    if (all.length > MOST_IN_A_FILE) throw new Refusal('too-large', { reason: 'trust-too-many', limit: MOST_IN_A_FILE })
    return all.map(itemOf)
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    throw new Refusal('malformed', { reason: 'trust-unreadable', because: error.reason }, { cause: error })
  }
}

function itemOf(material: Material): Offered {
  if (material.kind === 'list') {
    listView(material.octets)
    return { kind: 'list', octets: material.octets }
  }
  const { certificate } = material
  const { isCa } = certificateView(certificate)
  // Version 1 knows no such mark; roots of that age have none.
  if (!isCa && certificate.version === 3) throw malformed('trust-not-a-ca', 'file')
  return { kind: isSelfSigned(certificate) ? 'anchor' : 'intermediate', octets: certificate.raw }
}
