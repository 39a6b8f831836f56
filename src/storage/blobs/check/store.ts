import type { Change, Reader } from '../../storage.ts'
import type { BlobCheckRow } from '../../tables.ts'

export interface DueFile {
  readonly sha256: string
  /** The second place had it at the last look. */
  readonly wasCopied: boolean
}

/** Files with a living key, in the order of their names from `after` on; only what nobody has looked at yet, if asked. */
export async function filesAfter(
  db: Reader,
  { after, limit, unseen }: { readonly after: string; readonly limit: number; readonly unseen: boolean },
): Promise<readonly DueFile[]> {
  let query = livingFiles(db).where('blob.sha256', '>', after)
  if (unseen) query = query.where('blob_check.checked_at', 'is', null)
  return (await query.orderBy('blob.sha256').limit(limit).execute()).map(dueOf)
}

/** Files with a living key, the longest unseen first. */
export async function longestUnseen(db: Reader, limit: number): Promise<readonly DueFile[]> {
  const query = livingFiles(db).orderBy('blob_check.checked_at', (order) => order.asc().nullsFirst())
  return (await query.orderBy('blob.sha256').limit(limit).execute()).map(dueOf)
}

const livingFiles = (db: Reader) =>
  db
    .selectFrom('blob')
    .leftJoin('blob_check', (join) => join.onRef('blob_check.sha256', '=', 'blob.sha256'))
    .select(['blob.sha256', 'blob_check.checked_at', 'blob_check.second_state'])
    .distinct()
    .where('blob.wrapped_key', 'is not', null)

const dueOf = ({
  sha256,
  second_state,
}: {
  readonly sha256: string
  readonly second_state: string | null
}): DueFile => ({
  sha256,
  wasCopied: second_state !== null && second_state !== 'missing',
})

export async function countFiles(db: Reader): Promise<number> {
  const { count } = await db
    .selectFrom('blob')
    .select(({ fn }) => fn.count<number>('sha256').distinct().as('count'))
    .where('wrapped_key', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The living rows that name these files. */
export async function blobsOf(db: Reader, files: readonly string[]) {
  const query = db.selectFrom('blob').select(['blob_id', 'sha256']).where('wrapped_key', 'is not', null)
  return query.where('sha256', 'in', files).orderBy('created_at').orderBy('blob_id').execute()
}

export async function keepChecks(change: Change, rows: readonly BlobCheckRow[]): Promise<void> {
  for (const row of rows)
    await change.db
      .insertInto('blob_check')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['facility_id', 'sha256']).doUpdateSet({
          ...{ checked_at: row.checked_at, first_state: row.first_state },
          // Where the second place was not there, what the last look at it found stands.
          ...(row.second_state !== null && { second_state: row.second_state, second_at: row.second_at }),
        }),
      )
      .execute()
}

/** Whether a file with a living key is whole nowhere, at the last look; along an index of those that are not whole in the first place. */
export async function isAnyLost(db: Reader): Promise<boolean> {
  const damaged = ['changed', 'missing'] as const
  const lost = db
    .selectFrom('blob_check')
    .select('blob_check.sha256')
    .where('blob_check.first_state', 'in', damaged)
    .where((where) =>
      where.or([where('blob_check.second_state', 'is', null), where('blob_check.second_state', 'in', damaged)]),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('blob')
          .select('blob.blob_id')
          .whereRef('blob.sha256', '=', 'blob_check.sha256')
          .where('blob.wrapped_key', 'is not', null),
      ),
    )
  return (await lost.limit(1).executeTakeFirst()) !== undefined
}

/** When the longest unseen living file was looked at, and when anything was; along an index. */
export async function lookTimes(db: Reader): Promise<{ readonly oldest?: string; readonly newest?: string }> {
  const looks = db.selectFrom('blob_check').select('blob_check.checked_at')
  const oldest = await looks
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('blob')
          .select('blob.blob_id')
          .whereRef('blob.sha256', '=', 'blob_check.sha256')
          .where('blob.wrapped_key', 'is not', null),
      ),
    )
    .orderBy('blob_check.checked_at')
    .limit(1)
    .executeTakeFirst()
  const newest = await looks.orderBy('blob_check.checked_at', 'desc').limit(1).executeTakeFirst()
  return { ...(oldest && { oldest: oldest.checked_at }), ...(newest && { newest: newest.checked_at }) }
}

/** How many files have a living key, when the longest unseen one was looked at, and how many are not whole. */
export async function readChecks(db: Reader) {
  const files = await countFiles(db)
  const rows = await db
    .selectFrom('blob_check')
    .select(({ fn }) => [
      'first_state',
      'second_state',
      fn.count<number>('sha256').as('count'),
      fn.min('checked_at').as('oldest'),
      fn.max('checked_at').as('newest'),
    ])
    .where('sha256', 'in', db.selectFrom('blob').select('blob.sha256').where('blob.wrapped_key', 'is not', null))
    .groupBy(['first_state', 'second_state'])
    .execute()
  return { files, rows }
}
