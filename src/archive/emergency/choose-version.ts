import type { VersionWithLength } from '../document/store.ts'

/** 載せる版 — the newest confirmed one; where there is none the draft, which says so. What was withdrawn is none. Oldest first; undefined where there is no version. */
export function versionFor(
  all: readonly VersionWithLength[],
): { readonly row: VersionWithLength; readonly newerWaits: boolean } | undefined {
  const versions = all.filter(({ withdrawn_at }) => withdrawn_at === null)
  const row = versions.findLast(({ confirmed_at }) => confirmed_at !== null) ?? versions.at(-1)
  return row && { row, newerWaits: row !== versions.at(-1) }
}
