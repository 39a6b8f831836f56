import type { Facility } from '#registry/contract'

type Tree = { readonly [key: string]: unknown } | readonly unknown[]

/** The facility with one fact set, or taken away when the value is `undefined`. Items are named by their id. */
export function withFact(facility: Facility, path: readonly string[], value: unknown): Facility {
  return changed(facility as unknown as Tree, path, value) as unknown as Facility
}

/** The facility without one fact, one list or one group. */
export function without(facility: Facility, path: readonly string[]): Facility {
  return withFact(facility, path, undefined)
}

/** Taking a fact from a thing that is not there changes nothing. */
function changed(tree: Tree, [step = '', ...rest]: readonly string[], value: unknown): Tree {
  const next = (child: unknown) => {
    if (rest.length === 0 || (child === undefined && value === undefined)) return value
    return changed((child ?? {}) as Tree, rest, value)
  }
  if (Array.isArray(tree)) {
    return tree
      .map((child, index) => (nameOf(child, index) === step ? next(child) : child))
      .filter((child) => child !== undefined)
  }
  const { [step]: child, ...others } = tree as Readonly<Record<string, unknown>>
  const replaced = next(child)
  return replaced === undefined ? others : { ...others, [step]: replaced }
}

function nameOf(child: unknown, index: number): string {
  const { id } = (typeof child === 'object' && child !== null ? child : {}) as { readonly id?: string }
  return id ?? String(index)
}

/**
 * Every fact of a facility by its path: leaves, groups, items and whole lists. Names and ids are no facts, a list of
 * words, such as the factors of a system, is one fact, and no facility is without a profile.
 */
export function factPaths(tree: unknown, at: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof tree !== 'object' || tree === null) return []
  if (Array.isArray(tree) && typeof tree[0] === 'string') return []
  const children = Array.isArray(tree)
    ? tree.map((child, index) => [nameOf(child, index), child] as const)
    : Object.entries(tree)
  return children
    .filter(([step]) => !['id', 'name', 'format', 'asOf', 'sample'].includes(step))
    .flatMap(([step, child]) => [...(step === 'profile' ? [] : [[...at, step]]), ...factPaths(child, [...at, step])])
}
