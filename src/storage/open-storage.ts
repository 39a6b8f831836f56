import { type Clock, systemClock } from '#shared'
import { openSqlite, openSqliteForReading, refuseLostSqlite } from './open-sqlite.ts'
import type { Storage, StoragePlace } from './storage.ts'

export type { StoragePlace }

/** Opens the rows of an installation, making or upgrading the schema first. Refuses what it cannot keep safely. */
export async function openStorage(place: StoragePlace, clock: Clock = systemClock): Promise<Storage> {
  if ('data' in place) return openSqlite(place.data, clock)
  const { openPostgres } = await import('./open-postgres.ts')
  return openPostgres(place.url, clock)
}

/** Opens them for looking only: it makes, upgrades and locks nothing, and works while a server has them open. */
export async function openStorageForReading(place: StoragePlace): Promise<Storage> {
  if ('data' in place) return openSqliteForReading(place.data)
  const { openPostgresForReading } = await import('./open-postgres.ts')
  return openPostgresForReading(place.url)
}

/** Refuses a place from which the rows that were there are gone. A database server answers for itself. */
export function refuseLost(place: StoragePlace): void {
  if ('data' in place) refuseLostSqlite(place.data)
}
