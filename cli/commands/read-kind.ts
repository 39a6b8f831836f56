import { type ArchiveKind, archiveKind, kindTable } from '#archive'
import { Refusal } from '#shared'

/** 文書の種類 by its code or its name in either language; `not-found` names it. */
export function readKind(named: string): ArchiveKind {
  const kind = archiveKind(named) ?? kindTable.kinds.find(({ ja, en }) => ja === named || en === named)
  if (kind === undefined) throw new Refusal('not-found', { id: named })
  return kind
}
