import { z } from 'zod'
import { isDay } from '#shared'
import { device, server, terminal } from './equipment.ts'
import { ITEMS_PER_KIND } from './field.ts'
import { document, information, inventory, risk } from './information.ts'
import type { ItemKind, ItemOf } from './kind.ts'
import { connection, mail, network, wireless } from './network.ts'
import { limits, person, profile, supplier } from './people.ts'
import { system } from './system.ts'

/** Every kind the registry knows, in the order in which people fill it in. */
export const itemKinds = {
  profile,
  limits,
  person,
  supplier,
  system,
  server,
  terminal,
  device,
  network,
  connection,
  wireless,
  mail,
  information,
  inventory,
  risk,
  document,
} as const

export type ItemKindName = keyof typeof itemKinds
export type Item<K extends ItemKindName> = (typeof itemKinds)[K] extends ItemKind<infer F> ? ItemOf<F> : never
export type AnyItem = { readonly [K in ItemKindName]: Item<K> }[ItemKindName]

type Single<K extends ItemKindName> = Omit<Item<K>, 'id' | 'name'>

/** The name of the facility file's format. A change that an older reader would misread makes it `@2`. */
export const FACILITY_FORMAT = 'omamori-facility@1'

/**
 * 施設の記述 — everything known of one facility, as a file holds it and as the rules read it. What is absent is
 * unknown; an empty list says no more than an absent one.
 */
export interface Facility {
  readonly format: typeof FACILITY_FORMAT
  /** The day on which facts without a `confirmedOn` of their own were last confirmed. */
  readonly asOf: string
  /** 見本: everything in it is invented. */
  readonly sample?: boolean
  readonly profile: Single<'profile'> & { readonly name: string }
  /** Answers to the edition's questions of applicability, by fact: `usesWirelessLan: true`. */
  readonly practices?: Readonly<Record<string, boolean>>
  readonly limits?: Single<'limits'>
  readonly persons?: readonly Item<'person'>[]
  readonly suppliers?: readonly Item<'supplier'>[]
  readonly systems?: readonly Item<'system'>[]
  readonly servers?: readonly Item<'server'>[]
  readonly terminals?: readonly Item<'terminal'>[]
  readonly devices?: readonly Item<'device'>[]
  readonly networks?: readonly Item<'network'>[]
  readonly connections?: readonly Item<'connection'>[]
  readonly wireless?: readonly Item<'wireless'>[]
  readonly mail?: Single<'mail'>
  readonly information?: readonly Item<'information'>[]
  readonly inventory?: Single<'inventory'>
  readonly risks?: readonly Item<'risk'>[]
  readonly documents?: readonly Item<'document'>[]
}

const memberSchemas = Object.values(itemKinds).map(({ member, single, schema }): [string, z.ZodType] => {
  const object = schema as unknown as z.ZodObject
  if (!single) return [member, z.array(schema).max(ITEMS_PER_KIND).optional()]
  const own = object.omit(member === 'profile' ? { id: true } : { id: true, name: true })
  return [member, member === 'profile' ? own : own.optional()]
})

const practicesSchema = z.record(z.string().regex(/^[a-z][A-Za-z0-9]{1,63}$/), z.boolean())

export const facilitySchema = z.strictObject({
  format: z.literal(FACILITY_FORMAT),
  asOf: z.string().refine(isDay, { params: { expected: 'day' } }),
  sample: z.boolean().optional(),
  practices: practicesSchema.optional(),
  ...Object.fromEntries(memberSchemas),
}) as unknown as z.ZodType<Facility>
