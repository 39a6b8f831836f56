import type {
  Change,
  CosignedCheckpointRow,
  LogSuccessionRow,
  LogWitnessRow,
  Reader,
  WatchedLogRow,
  WitnessEvidenceRow,
  WitnessKeyRow,
  WitnessPolicyRow,
} from '#storage'

// Queries name no facility: the scope they run in bounds them, and refuses whatever would leave it.

export async function witnessKeysIn(db: Reader): Promise<readonly WitnessKeyRow[]> {
  return db.selectFrom('witness_key').selectAll().orderBy('kind').execute()
}

export async function addWitnessKeys(change: Change, rows: readonly WitnessKeyRow[]): Promise<void> {
  await change.db.insertInto('witness_key').values(rows).execute()
}

/** The logs that are witnessed now: those that ended are followed by their successors. */
export async function watchedLogs(db: Reader): Promise<readonly WatchedLogRow[]> {
  const ended = new Set((await successions(db)).map(({ origin }) => origin))
  return (await knownLogs(db)).filter(({ origin, removed_at }) => removed_at === null && !ended.has(origin))
}

/** The same with those that ended or were taken off the list. */
export async function knownLogs(db: Reader): Promise<readonly WatchedLogRow[]> {
  return db.selectFrom('watched_log').selectAll().orderBy('added_at').orderBy('origin').execute()
}

/** The row of a log, also when it was taken off the list. */
export async function findWatched(db: Reader, origin: string): Promise<WatchedLogRow | undefined> {
  return db.selectFrom('watched_log').selectAll().where('origin', '=', origin).executeTakeFirst()
}

/** The same, held until the change ends: what is decided on it is decided once. */
export async function holdWatched(change: Change, origin: string): Promise<WatchedLogRow | undefined> {
  return change.db.selectFrom('watched_log').selectAll().where('origin', '=', origin).forUpdate().executeTakeFirst()
}

export async function addWatched(change: Change, row: WatchedLogRow): Promise<void> {
  await change.db.insertInto('watched_log').values(row).execute()
}

export async function replaceWatched(
  change: Change,
  origin: string,
  set: Pick<WatchedLogRow, 'label' | 'removed_at'> | Pick<WatchedLogRow, 'removed_at'>,
): Promise<void> {
  await change.db.updateTable('watched_log').set(set).where('origin', '=', origin).execute()
}

export async function successions(db: Reader): Promise<readonly LogSuccessionRow[]> {
  return db.selectFrom('log_succession').selectAll().execute()
}

/** Where a log that ended goes on; undefined while it goes on itself. */
export async function successionOf(db: Reader, origin: string): Promise<LogSuccessionRow | undefined> {
  return db.selectFrom('log_succession').selectAll().where('origin', '=', origin).executeTakeFirst()
}

export async function addSuccession(change: Change, row: LogSuccessionRow): Promise<void> {
  await change.db.insertInto('log_succession').values(row).execute()
}

/** Compares and swaps: false when the log was not at that size any more. */
export async function moveWatched(
  change: Change,
  { origin, size }: WatchedLogRow,
  to: Pick<WatchedLogRow, 'size' | 'root' | 'note' | 'cosigned_at'>,
): Promise<boolean> {
  const moved = change.db.updateTable('watched_log').set(to).where('origin', '=', origin).where('size', '=', size)
  return (await moved.executeTakeFirst()).numUpdatedRows === 1n
}

export async function evidenceIn(db: Reader): Promise<readonly WitnessEvidenceRow[]> {
  return db.selectFrom('witness_evidence').selectAll().orderBy('found_at', 'desc').orderBy('evidence_id').execute()
}

export async function evidenceOf(db: Reader, origin: string): Promise<readonly WitnessEvidenceRow[]> {
  return db.selectFrom('witness_evidence').selectAll().where('origin', '=', origin).execute()
}

export async function addEvidence(change: Change, row: WitnessEvidenceRow): Promise<void> {
  await change.db.insertInto('witness_evidence').values(row).execute()
}

/** The witnesses that are asked now, oldest first. */
export async function logWitnesses(db: Reader): Promise<readonly LogWitnessRow[]> {
  const rows = db.selectFrom('log_witness').selectAll().where('removed_at', 'is', null)
  return rows.orderBy('added_at').orderBy('witness_id').execute()
}

/** All that ever were, for what they cosigned. */
export async function allLogWitnesses(db: Reader): Promise<readonly LogWitnessRow[]> {
  return db.selectFrom('log_witness').selectAll().orderBy('added_at').execute()
}

export async function addLogWitness(change: Change, row: LogWitnessRow): Promise<void> {
  await change.db.insertInto('log_witness').values(row).execute()
}

/** True when there was such a witness. */
export async function replaceLogWitness(
  change: Change,
  witnessId: string,
  set: Partial<Omit<LogWitnessRow, 'facility_id' | 'witness_id'>>,
): Promise<boolean> {
  const changed = change.db.updateTable('log_witness').set(set).where('witness_id', '=', witnessId)
  return (await changed.where('removed_at', 'is', null).executeTakeFirst()).numUpdatedRows === 1n
}

/** The cosigned checkpoints of a log, largest first. */
export async function cosignedOf(db: Reader, origin: string, limit = 100): Promise<readonly CosignedCheckpointRow[]> {
  const rows = db.selectFrom('cosigned_checkpoint').selectAll().where('origin', '=', origin)
  return rows.orderBy('size', 'desc').limit(limit).execute()
}

export async function allCosigned(db: Reader): Promise<readonly CosignedCheckpointRow[]> {
  return db.selectFrom('cosigned_checkpoint').selectAll().orderBy('origin').orderBy('size').execute()
}

export async function putCosigned(change: Change, row: CosignedCheckpointRow): Promise<void> {
  const { note, kept_at } = row
  await change.db
    .insertInto('cosigned_checkpoint')
    .values(row)
    .onConflict((conflict) => conflict.columns(['facility_id', 'origin', 'size']).doUpdateSet({ note, kept_at }))
    .execute()
}

export async function removeCosigned(change: Change, origin: string, sizes: readonly number[]): Promise<void> {
  if (sizes.length === 0) return
  const rows = change.db.deleteFrom('cosigned_checkpoint').where('origin', '=', origin)
  await rows.where('size', 'in', [...sizes]).execute()
}

export async function policyIn(db: Reader): Promise<WitnessPolicyRow | undefined> {
  return db.selectFrom('witness_policy').selectAll().executeTakeFirst()
}

export async function putPolicy(change: Change, row: WitnessPolicyRow): Promise<void> {
  const { needed, warn_after_hours } = row
  await change.db
    .insertInto('witness_policy')
    .values(row)
    .onConflict((conflict) => conflict.columns(['facility_id']).doUpdateSet({ needed, warn_after_hours }))
    .execute()
}
