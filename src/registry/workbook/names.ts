import { itemsOf } from '../check-references.ts'
import { type AnyKind, type Facility, itemKinds } from '../facility/facility.ts'

/** 名前の一覧 — the ids of a facility with their names, for writing and reading who or what is meant. */
export interface Names {
  /** `p-01 見本 太郎` of every item of these kinds. */
  labels(to: readonly string[]): readonly string[]
  label(to: readonly string[], id: string): string
  /** The id that is meant: written as id, as label, or as the name of one item alone. */
  find(to: readonly string[], written: string): { readonly id: string } | 'none' | 'several'
}

interface Named {
  readonly id: string
  readonly name: string
}

/** Ids and names as they stand in lists, whether or not the rest of the items is right. */
export function namesIn(lists: ReadonlyMap<string, readonly Named[]>): Names {
  const among = (to: readonly string[]) => to.flatMap((kind) => lists.get(kind) ?? [])
  const indexes = new Map<string, Index>()
  const indexOf = (to: readonly string[]) => {
    const known = indexes.get(to.join()) ?? indexed(among(to))
    indexes.set(to.join(), known)
    return known
  }
  return {
    labels: (to) => [...indexOf(to).labels.keys()],
    label: (to, id) => indexOf(to).labelById.get(id) ?? id,
    find: (to, written) => findIn(indexOf(to), written),
  }
}

/** The names of a facility as it is. */
export function namesOf(facility: Partial<Facility>): Names {
  const kinds = Object.values<AnyKind>(itemKinds).filter(({ single }) => !single)
  const lists = kinds.map((kind): [string, readonly Named[]] => [
    kind.kind,
    itemsOf(facility as Facility, kind).map(({ id = '', name = '' }) => ({ id, name })),
  ])
  return namesIn(new Map(lists))
}

interface Index {
  readonly labelById: ReadonlyMap<string, string>
  readonly labels: ReadonlyMap<string, string>
  readonly byName: ReadonlyMap<string, ReadonlySet<string>>
}

function indexed(items: readonly Named[]): Index {
  const labelById = new Map<string, string>()
  const labels = new Map<string, string>()
  const byName = new Map<string, Set<string>>()
  for (const { id, name } of items) {
    const label = `${id} ${name}`
    if (!labelById.has(id)) labelById.set(id, label)
    labels.set(label, id)
    const plain = plainText(name)
    byName.set(plain, (byName.get(plain) ?? new Set()).add(id))
  }
  return { labelById, labels, byName }
}

function findIn({ labelById, labels, byName }: Index, written: string): ReturnType<Names['find']> {
  const exact = labels.get(written) ?? (labelById.has(written) ? written : undefined)
  if (exact !== undefined) return { id: exact }
  const plain = plainText(written)
  if (labelById.has(plain)) return { id: plain }
  const ids = [...(byName.get(plain) ?? [])]
  if (ids.length === 1) return { id: String(ids[0]) }
  if (ids.length > 1) return 'several'
  // Somebody renamed the item after the label was chosen: the id still says which one it is, where it is one alone.
  if (/[\n、,;]/.test(written.normalize('NFKC'))) return 'none'
  const [first = ''] = plain.split(' ')
  return labelById.has(first) ? { id: first } : 'none'
}

/** Half-width kana, full-width letters and doubled spaces are the keyboard's doing, not another name. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim()
}
