import type { Facility, Item } from '#registry/contract'

/** 呼ぶ相手 — somebody to call, with the number as it is recorded. Without one the line stays blank, to be written on. */
export interface Contact {
  readonly name: string
  readonly role?: string
  readonly phone?: string
}

/** 頼む相手 — a supplier with what it delivers or maintains here. */
export interface SupplierContact extends Contact {
  readonly things: readonly string[]
}

/** 連絡体制図 — who calls whom, as the registry has it. A step without anybody is kept: its line is blank. */
export interface ContactChart {
  readonly facility: Contact
  readonly steps: readonly { readonly post: ChartPost; readonly people: readonly Contact[] }[]
  readonly suppliers: readonly SupplierContact[]
}

// From whoever noticed it to whoever decides (5.2 6.10; BCPひな形 3.2).
export const chartPosts = ['operator', 'safety-manager', 'director'] as const
export type ChartPost = (typeof chartPosts)[number]

/** Drawn from facts alone: people who hold a post now, suppliers that have something here. */
export function contactChart(facility: Facility): ContactChart {
  const { profile, persons = [] } = facility
  const holders = (post: ChartPost) => persons.filter((one) => one.state !== 'left' && one.posts?.includes(post))
  return {
    facility: { name: profile.name, phone: profile.phone },
    steps: chartPosts.map((post) => ({ post, people: holders(post).map(personContact) })),
    suppliers: supplierContacts(facility),
  }
}

function personContact({ name, department, phone }: Item<'person'>): Contact {
  return { name, role: department, phone }
}

/** Those with the most systems here first: in the first hour they are asked first. */
function supplierContacts(facility: Facility): readonly SupplierContact[] {
  return (facility.suppliers ?? [])
    .map((supplier) => ({
      name: supplier.name,
      role: supplier.contact,
      phone: supplier.phone,
      systems: thingsOf(facility.systems, supplier.id),
      others: [facility.servers, facility.devices, facility.networks, facility.connections].flatMap((list) =>
        thingsOf(list, supplier.id),
      ),
    }))
    .filter(({ systems, others }) => systems.length + others.length > 0)
    .toSorted((a, b) => b.systems.length - a.systems.length || b.others.length - a.others.length)
    .map(({ systems, others, ...contact }) => ({ ...contact, things: [...systems, ...others] }))
}

interface Thing {
  readonly name: string
  readonly supplierId?: string
}

function thingsOf(things: readonly Thing[] = [], supplierId: string): readonly string[] {
  return things.filter((thing) => thing.supplierId === supplierId).map(({ name }) => name)
}
