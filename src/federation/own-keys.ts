import { type Cosigner, cosigner, type KeyKind } from '@omamori/ledger'
import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import type { WitnessKeyRow } from '#storage'
import { type FacilityScope, type Ground, note, scopeOf } from './ground.ts'
import { addWitnessKeys, witnessKeysIn } from './store.ts'

// The older form, which every log knows, and the one the specification asks new witnesses for.
const kinds: readonly Exclude<KeyKind, 'ed25519'>[] = ['cosignature-ed25519', 'cosignature-ml-dsa-44']
const SEED_BYTES = 32

/** The key name of a facility as a witness: opaque, and never that of a log. */
export const witnessName = (facilityId: string) => `omamori-witness/${facilityId}`

/** Our keys as a witness, made on the first call: what is handed to those whose logs we cosign. */
export async function makeKeys(ground: Ground, caller: Caller): Promise<readonly string[]> {
  demand(caller, 'witness.manage')
  const scope = scopeOf(caller)
  const there = await ground.storage.read(scope, witnessKeysIn)
  if (there.length > 0) return there.map(({ verifier_key }) => verifier_key)
  const rows = await Promise.all(kinds.map((kind) => newKey(ground, scope, kind)))
  return ground.storage.write(scope, async (change) => {
    const meanwhile = await witnessKeysIn(change.db)
    if (meanwhile.length > 0) return meanwhile.map(({ verifier_key }) => verifier_key)
    await addWitnessKeys(change, rows)
    const subject = { kind: 'facility', id: scope.facilityId }
    await note(ground, change, { act: 'witness.key-made', actor: caller.actor, subject })
    return rows.map(({ verifier_key }) => verifier_key)
  })
}

/** One seed for one kind: the Ed25519 form does not bind the name. */
async function newKey(
  { keys, clock, randomBytes }: Ground,
  scope: FacilityScope,
  kind: (typeof kinds)[number],
): Promise<WitnessKeyRow> {
  const seed = randomBytes(SEED_BYTES)
  const { keyId, bytes } = await keys.seal(scope, 'secret', seed, contextOf(kind))
  return {
    facility_id: scope.facilityId,
    kind,
    verifier_key: cosigner(witnessName(scope.facilityId), seed, kind).verifierKey,
    wrapped_seed: bytes,
    key_id: keyId,
    created_at: clock.now(),
  }
}

/** Opens the cosigners of a facility, and remembers them; empty where nobody made keys yet. */
export function rememberingCosigners({ storage, keys }: Pick<Ground, 'storage' | 'keys'>) {
  const known = new Map<string, readonly Cosigner[]>()
  return async (scope: FacilityScope): Promise<readonly Cosigner[]> => {
    const there = known.get(scope.facilityId)
    if (there) return there
    const rows = await storage.read(scope, witnessKeysIn)
    const opened = await Promise.all(rows.map((row) => openKey(keys, scope, row)))
    if (opened.length > 0) known.set(scope.facilityId, opened)
    return opened
  }
}

export type FindCosigners = ReturnType<typeof rememberingCosigners>

async function openKey(keys: Ground['keys'], scope: FacilityScope, row: WitnessKeyRow): Promise<Cosigner> {
  const kind = kinds.find((one) => one === row.kind)
  const sealed = { keyId: row.key_id, bytes: row.wrapped_seed }
  const seed = kind && (await keys.open(scope, sealed, contextOf(kind)))
  const key = kind && seed && cosigner(witnessName(scope.facilityId), seed, kind)
  if (key?.verifierKey !== row.verifier_key) throw new Refusal('corrupt', { what: 'witness-key', kind: row.kind })
  return key
}

const contextOf = (kind: string) => `witness-key ${kind}`
