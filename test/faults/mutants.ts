import { readRange, rootOf } from '@omamori/ledger'
import type { CompiledQuery } from 'kysely'
import type { Change } from '#storage'
import type { WriteSource } from '../../src/storage/write-connection.ts'
import type { EntryPlace, Note } from './acknowledgements.ts'

export type Weaken = (source: WriteSource) => WriteSource

/** 変異 — the product with one promise broken, made from outside. A catalogue that does not notice one is worth nothing. */
export interface Mutant {
  readonly name: string
  /** Weakens the connection that writes. */
  readonly weaken?: Weaken
  /** Says something inside the transaction that may be said after the commit only. */
  readonly inChange?: (note: Note) => (change: Change, kept: EntryPlace) => Promise<void>
  /** Whether flushes of directories never reached the disk. */
  readonly withoutDirectoryFlushes?: true
}

const withPragma =
  (pragma: string): Weaken =>
  (source) => ({
    ...source,
    async open() {
      const connection = await source.open()
      await connection.query({ sql: `pragma ${pragma}`, parameters: [] } as unknown as CompiledQuery)
      return connection
    },
  })

async function noteRoot(note: Note, { db }: Change, log: string): Promise<void> {
  const state = await db.selectFrom('log').selectAll().where('origin', '=', log).executeTakeFirstOrThrow()
  const root = Buffer.from(rootOf(readRange(state.size, state.frontier))).toString('base64')
  note({ kind: 'root', log, size: state.size, root })
}

export const mutants: readonly Mutant[] = [
  { name: 'synchronous-normal', weaken: withPragma('synchronous = normal') },
  { name: 'synchronous-off', weaken: withPragma('synchronous = off') },
  {
    name: 'acknowledged-before-commit',
    inChange: (note) => async (_, kept) => note({ kind: 'entry', ...kept }),
  },
  {
    name: 'signed-before-commit',
    inChange:
      (note) =>
      async (change, { log }) =>
        change.beforeCommit('a root too early', (last) => noteRoot(note, last, log)),
  },
  { name: 'directories-not-flushed', withoutDirectoryFlushes: true },
]

export function mutantNamed(wanted: string): Mutant {
  const found = mutants.find(({ name }) => name === wanted)
  if (!found) throw new Error(`no such mutant: ${wanted}`)
  return found
}
