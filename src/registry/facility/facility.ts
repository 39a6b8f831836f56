import { z } from 'zod'
import { type Day, isDay } from '#shared'
import { device, server, terminal } from './equipment.ts'
import { type Fields, ITEMS_PER_KIND } from './field.ts'
import { document, information, inventory, risk } from './information.ts'
import type { ItemKind, ItemOf } from './kind.ts'
import { connection, mail, network, wireless } from './network.ts'
import { limits, person, profile, supplier } from './people.ts'
import { site } from './site.ts'
import { system } from './system.ts'

/** 台帳の種類の一覧 — every kind the registry knows, in the order in which people fill it in. */
export const itemKinds = {
  profile,
  limits,
  site,
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

/** A kind when it does not matter which. */
export type AnyKind = Omit<ItemKind<Fields>, 'schema'> & { readonly schema: z.ZodType }

/** An item or a single kind's value when it does not matter which; a single kind has no id, and often no name. */
export type StoredValue = {
  readonly id?: string
  readonly name?: string
  readonly confirmedOn?: Day
} & Readonly<Record<string, unknown>>

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
  /** The day on which an answer of `practices` was last confirmed, where it is not `asOf`. */
  readonly practicesConfirmedOn?: Readonly<Record<string, Day>>
  readonly limits?: Single<'limits'>
  readonly sites?: readonly Item<'site'>[]
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

/** The schema of one item; a single kind has no id, and only the profile among them has a name. */
export function schemaOfItem(kind: AnyKind): z.ZodType {
  if (!kind.single) return kind.schema
  const object = kind.schema as unknown as z.ZodObject
  return object.omit(kind.kind === 'profile' ? { id: true } : { id: true, name: true })
}

const memberSchemas = Object.values<AnyKind>(itemKinds).map((kind): [string, z.ZodType] => {
  const own = schemaOfItem(kind)
  if (!kind.single) return [kind.member, z.array(own).max(ITEMS_PER_KIND).optional()]
  return [kind.member, kind.kind === 'profile' ? own : own.optional()]
})

const factSchema = z.string().regex(/^[a-z][A-Za-z0-9]{1,63}$/)
const daySchema = z.string().refine(isDay, { params: { expected: 'day' } })

/** Answers to the questions of applicability, by the name of the fact. */
export const practicesSchema = z.record(factSchema, z.boolean())

export const facilitySchema = z.strictObject({
  format: z.literal(FACILITY_FORMAT),
  asOf: daySchema,
  sample: z.boolean().optional(),
  practices: practicesSchema.optional(),
  practicesConfirmedOn: z.record(factSchema, daySchema).optional(),
  ...Object.fromEntries(memberSchemas),
}) as unknown as z.ZodType<Facility>
