import pg from 'pg'
import { type Clock, Refusal } from '#shared'
import { appliedMigrations, refuseOutdated } from './migrations/index.ts'
import { plainSql, postgresConfig, refuseUnsafeServer } from './postgres-connection.ts'
import { openPostgresReaders } from './postgres-readers.ts'
import { preparePostgresSchema } from './postgres-schema.ts'
import { postgresWriteSource } from './postgres-writer.ts'
import type { Storage } from './storage.ts'
import { createWriteQueue, refuseToWrite } from './write-queue.ts'

/** Opens a PostgreSQL database, which several processes may share, making or upgrading the schema in it. */
export async function openPostgres(url: string, clock: Clock): Promise<Storage> {
  await withClient(url, (client) => preparePostgresSchema(client, clock))
  const readers = openPostgresReaders(url)
  const queue = createWriteQueue(postgresWriteSource(url))
  return {
    engine: 'postgresql',
    place: { url },
    read: readers.read,
    write: queue.write,
    async close() {
      await queue.close()
      await readers.close()
    },
  }
}

/** Opens a database for reading alone. Makes and changes nothing. */
export async function openPostgresForReading(url: string): Promise<Storage> {
  await withClient(url, async (client) => {
    refuseOutdated(await appliedMigrations(plainSql(client), 'postgresql'))
  })
  const readers = openPostgresReaders(url)
  return { engine: 'postgresql', place: { url }, read: readers.read, write: refuseToWrite, close: readers.close }
}

async function withClient(url: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(postgresConfig(url))
  client.on('error', () => {})
  await client.connect().catch((error: Error) => {
    throw new Refusal('unsupported', { needs: 'database', detail: error.message }, { cause: error })
  })
  try {
    await refuseUnsafeServer(client)
    await use(client)
  } finally {
    await client.end()
  }
}
