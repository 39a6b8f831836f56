import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import type { LogWitnessRow } from '#storage'
import { type Ground, malformed, note, scopeOf } from './ground.ts'
import { type KeyCard, readKeyCard } from './key-card.ts'
import { witnessName } from './own-keys.ts'
import { keysOf } from './policy-of.ts'
import { addLogWitness, logWitnesses, putPolicy, replaceLogWitness } from './store.ts'
import type { NameWitnessRequest, WitnessPolicyRequest } from './wire.ts'

// Each signs every checkpoint, and a note takes 64 signatures; more than a few independent ones nobody has.
const MAX_WITNESSES = 16
// One of each kind of key.
const MAX_KEYS = 2

/** 立会人を登録する — by the keys that it handed out, past the network: who can swap them can also answer for it. */
export async function nameWitness(ground: Ground, caller: Caller, request: NameWitnessRequest): Promise<string> {
  demand(caller, 'witness.manage')
  const card = readKeyCard(request.keys)
  const keys = cosignatureKeys(card, caller.facilityId)
  const url = addressOf(request.url?.trim() || card.url)
  const row: LogWitnessRow = {
    facility_id: caller.facilityId,
    witness_id: ground.newId(),
    label: request.label,
    url: url ?? null,
    verifier_keys: keys.join('\n'),
    added_at: ground.clock.now(),
    removed_at: null,
    tried_at: null,
    answer: null,
    answer_size: null,
    cosigned_at: null,
  }
  await ground.storage.write(scopeOf(caller), async (change) => {
    const others = await logWitnesses(change.db)
    if (others.length >= MAX_WITNESSES) throw new Refusal('too-large', { limit: MAX_WITNESSES })
    const there = others.find((one) => keysOf(one).some((key) => keys.includes(key)))
    // One witness under two names would count as two.
    if (there) throw new Refusal('already-exists', { what: 'witness', id: there.witness_id })
    await addLogWitness(change, row)
    const subject = { kind: 'witness', id: row.witness_id }
    const detail = { label: row.label, keys: [...keys], ...(url === undefined ? {} : { url }) }
    await note(ground, change, { act: 'witness.named', actor: caller.actor, subject, detail })
  })
  return row.witness_id
}

function cosignatureKeys({ keys }: KeyCard, facilityId: string): readonly string[] {
  if (keys.length === 0 || keys.length > MAX_KEYS) throw malformed('keys', 'keys-needed', { got: keys.length })
  if (keys.some(({ kind }) => kind === 'ed25519')) throw malformed('keys', 'not-a-cosignature-key')
  if (new Set(keys.map(({ kind }) => kind)).size < keys.length) throw malformed('keys', 'two-of-a-kind')
  // What a facility says of itself is no witness.
  if (keys.some(({ name }) => name === witnessName(facilityId))) throw malformed('keys', 'own-key')
  return keys.map(({ text }) => text)
}

function addressOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw malformed('url', 'not-an-address')
  // It would stand in the journal, and be sent in clear over http.
  if (url.username !== '' || url.password !== '') throw malformed('url', 'password-in-address')
  if (url.search !== '' || url.hash !== '') throw malformed('url', 'not-an-address')
  return url.href
}

/** 立会人を外す — what it cosigned stays, and still has to hold. */
export async function dropWitness(ground: Ground, caller: Caller, witnessId: string): Promise<void> {
  demand(caller, 'witness.manage')
  await ground.storage.write(scopeOf(caller), async (change) => {
    const removed = await replaceLogWitness(change, witnessId, { removed_at: ground.clock.now() })
    if (!removed) throw new Refusal('not-found', { what: 'witness', id: witnessId })
    const subject = { kind: 'witness', id: witnessId }
    await note(ground, change, { act: 'witness.dropped', actor: caller.actor, subject })
  })
}

export async function setPolicy(ground: Ground, caller: Caller, request: WitnessPolicyRequest): Promise<void> {
  demand(caller, 'witness.manage')
  const { needed, warnAfterHours } = request
  const { facilityId } = caller
  await ground.storage.write(scopeOf(caller), async (change) => {
    await putPolicy(change, { facility_id: facilityId, needed, warn_after_hours: warnAfterHours })
    const subject = { kind: 'facility', id: facilityId }
    const detail = { needed, warnAfterHours }
    await note(ground, change, { act: 'witness.policy-changed', actor: caller.actor, subject, detail })
  })
}
