import type { Facility } from '#registry'

type Items = readonly { readonly id: string; readonly name: string }[]

/** The facility with as many of each kind as asked for: the items as they are, then again under further ids and names. */
export function enlarged(facility: Facility, counts: Readonly<Record<string, number>>): Facility {
  const members = Object.entries(counts).map(([member, count]): [string, unknown] => [
    member,
    repeated((facility[member as keyof Facility] ?? []) as Items, count),
  ])
  return { ...facility, ...Object.fromEntries(members) } as Facility
}

/** Every reference still finds something: the first of each keeps its id. */
function repeated(items: Items, count: number): Items {
  return Array.from({ length: Math.max(count, items.length) }, (_, index) => {
    const item = items[index % items.length]
    const again = Math.floor(index / items.length)
    return again === 0 || !item ? item : { ...item, id: `${item.id}-${again}`, name: `${item.name} ${again}` }
  }).filter((item) => item !== undefined)
}
