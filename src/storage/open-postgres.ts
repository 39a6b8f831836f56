import pg from 'pg'
import { type Clock, Refusal } from '#shared'
import { postgresConfig, refuseUnsafeServer } from './postgres-connection.ts'
import { openPostgresReaders } from './postgres-readers.ts'
import { preparePostgresSchema } from './postgres-schema.ts'
import { postgresWriteSource } from './postgres-writer.ts'
import type { Storage } from './storage.ts'
import { createWriteQueue } from './write-queue.ts'

/** Opens a PostgreSQL database, which several processes may share, making or upgrading the schema in it. */
export async function openPostgres(url: string, clock: Clock): Promise<Storage> {
  await prepare(url, clock)
  const readers = openPostgresReaders(url)
  const queue = createWriteQueue(postgresWriteSource(url))
  return {
    engine: 'postgresql',
    read: readers.read,
    write: queue.write,
    async close() {
      await queue.close()
      await readers.close()
    },
  }
}

async function prepare(url: string, clock: Clock): Promise<void> {
  const client = new pg.Client(postgresConfig(url))
  client.on('error', () => {})
  await client.connect().catch((error: Error) => {
    throw new Refusal('unsupported', { needs: 'database', detail: error.message }, { cause: error })
  })
  try {
    await refuseUnsafeServer(client)
    await preparePostgresSchema(client, clock)
  } finally {
    await client.end()
  }
}
