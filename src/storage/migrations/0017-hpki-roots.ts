import { changed, guarded } from './guard.ts'
import type { Migration } from './migration.ts'

/**
 * HPKIのルート — licences count only under anchors that a person named as roots of HPKI. Those that stand were named as nothing of the kind:
 * they are handed in and confirmed once more for it.
 */
export const hpkiRoots: Migration = {
  name: '0017-hpki-roots',
  statements: (engine) => [
    `alter table trust_item add column for_hpki ${engine === 'sqlite' ? 'integer' : 'bigint'} not null default 0 check (for_hpki in (0, 1))`,
    ...guarded(engine, {
      name: 'trust_item_purpose',
      table: 'trust_item',
      on: 'update',
      refusedWhen: changed(['for_hpki']),
    }),
  ],
  tables: [],
}
