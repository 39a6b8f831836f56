import { existsSync, readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type Checklist, readChecklist } from './checklist.ts'
import type { Edition } from './edition.ts'
import { readEdition } from './load.ts'
import { checklistLosses, editionLosses } from './losses.ts'
import { data } from './read-file.ts'
import { brokenReferences, brokenRows } from './references.ts'
import { type DataIssue, UnusableData } from './unusable-data.ts'

/**
 * 書棚 — the editions and checklists one works with: the package's own, and those of one more folder. A folder of that
 * name in both is a newer version of the same data; it counts, and it may not lose an answer given under the older one.
 */
export interface Library {
  /** The ids of all editions; a new edition is a new folder. */
  editions(): readonly string[]
  /** An edition, frozen; a second call costs nothing. Throws when it is unknown or its data cannot be used. */
  loadEdition(id?: string): Edition
  /** The ids of all checklists; next year's is a new folder. */
  checklists(): readonly string[]
  loadChecklist(id: string): Checklist
  /** The checklist that is being filled in on a day: the newest that was published by then. */
  checklistInForce(on: string): Checklist
  /** The one of the year before, if there is one: its answers are what one looks at first. */
  checklistBefore(checklist: Checklist): Checklist | undefined
}

const EDITION = 'mhlw-5.2'

/** Opens the package's data together with a further folder, if it is there. What that folder holds is checked at once. */
export function openLibrary(folder: string): Library {
  return existsSync(folder) ? opened([pathToFileURL(`${folder}/`)]) : ownLibrary
}

function opened(further: readonly URL[]): Library {
  const shelves = [data, ...further]
  const editions = () => idsIn(shelves, 'edition.yaml')
  const checklists = () => idsIn(shelves, 'checklist.yaml')
  const loadEdition = remembered('edition', editions, (id) => newest(id, shelves, editionKind))
  const loadChecklist = remembered('checklist', checklists, (id) => {
    const kind = { ...checklistKind, broken: (one: Checklist) => brokenRows(one, loadEdition(one.mappedEdition)) }
    return newest(id, shelves, kind)
  })
  const byYear = () =>
    checklists()
      .map(loadChecklist)
      .sort((a, b) => a.fiscalYear - b.fiscalYear)
  const library: Library = {
    editions,
    loadEdition: (id = EDITION) => loadEdition(id),
    checklists,
    loadChecklist,
    checklistInForce(on) {
      const known = byYear()
      const found = known.findLast(({ publishedIn }) => publishedIn <= on.slice(0, 7)) ?? known[0]
      if (!found) throw new Error('the package holds no checklist')
      return found
    },
    checklistBefore: ({ fiscalYear }) => byYear().findLast((one) => one.fiscalYear < fiscalYear),
  }
  idsIn(further, 'edition.yaml').forEach(loadEdition)
  idsIn(further, 'checklist.yaml').forEach(loadChecklist)
  return library
}

/** How one kind of data is read, and how two versions of it are compared. */
interface Kind<T> {
  readonly file: string
  readonly read: (folder: URL) => T
  readonly broken: (value: T) => readonly DataIssue[]
  readonly losses: (before: T, after: T) => readonly DataIssue[]
}

const editionKind: Kind<Edition> = {
  file: 'edition.yaml',
  read: readEdition,
  broken: brokenReferences,
  losses: editionLosses,
}

const checklistKind: Omit<Kind<Checklist>, 'broken'> = {
  file: 'checklist.yaml',
  read: readChecklist,
  losses: checklistLosses,
}

/** The last shelf's version, after it was held against every one before it. */
function newest<T extends { readonly id: string }>(id: string, shelves: readonly URL[], kind: Kind<T>): T {
  const folders = shelves.map((shelf) => new URL(`${id}/`, shelf)).filter((one) => existsSync(new URL(kind.file, one)))
  const versions = folders.map((folder) => ({ folder, value: checked(id, folder, kind) }))
  const [last, ...older] = versions.reverse()
  if (!last) throw new Error(`no ${kind.file} of ${id}`)
  const losses = older.flatMap(({ value }) => kind.losses(value, last.value))
  if (losses.length > 0) throw new UnusableData(last.folder, losses)
  return last.value
}

function checked<T extends { readonly id: string }>(id: string, folder: URL, kind: Kind<T>): T {
  const value = kind.read(folder)
  const named: readonly DataIssue[] = value.id === id ? [] : [{ kind: 'unresolved', id: value.id, at: id }]
  // Held against itself, data loses nothing but what stands in it twice.
  const issues = [...named, ...kind.losses(value, value), ...kind.broken(value)]
  if (issues.length > 0) throw new UnusableData(folder, issues)
  return value
}

function idsIn(shelves: readonly URL[], file: string): readonly string[] {
  const ids = shelves.flatMap((shelf) => readdirSync(shelf).filter((id) => existsSync(new URL(`${id}/${file}`, shelf))))
  return [...new Set(ids)].sort()
}

function remembered<T>(what: string, known: () => readonly string[], load: (id: string) => T): (id: string) => T {
  const loaded = new Map<string, T>()
  return (id) => {
    const before = loaded.get(id)
    if (before) return before
    if (!known().includes(id)) throw new Error(`unknown ${what} "${id}", known are: ${known().join(', ')}`)
    const value = load(id)
    loaded.set(id, value)
    return value
  }
}

/** The package's own data alone, for whoever has no folder besides. */
export const ownLibrary = opened([])
export const { editions, loadEdition, checklists, loadChecklist, checklistInForce } = ownLibrary
