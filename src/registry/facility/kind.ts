import { z } from 'zod'
import { type Day, isDay } from '#shared'
import {
  choice,
  day,
  type Fields,
  idSchema,
  NAME_LENGTH,
  note,
  plainText,
  schemaOf,
  text,
  type ValueOf,
  type Words,
} from './field.ts'

/** What every item may carry beside its own fields: how and when its facts were learned. */
export const provenance = {
  source: choice('確かめ方', 'How it is known', {
    measured: ['機械が読み取った', 'read by a machine'],
    vendor: ['事業者の回答', 'answer of the vendor'],
    person: ['人が確かめた', 'looked at by a person'],
  }),
  note: note('メモ', 'Note'),
}

/** 台帳の種類 — one kind of thing the registry holds: the words for it, its fields, and the schema made of them. */
export interface ItemKind<F extends Fields> {
  readonly kind: string
  /** The member of a facility file that lists the items, or holds the one item. */
  readonly member: string
  readonly single: boolean
  readonly words: Words
  readonly fields: F
  readonly schema: z.ZodType<ItemOf<F>>
}

/** An item: its id, its name, the day its facts were last confirmed, and whatever else is known. */
export type ItemOf<F extends Fields> = ValueOf<F> &
  ValueOf<typeof provenance> & {
    readonly id: string
    readonly name: string
    readonly confirmedOn?: Day
  }

// An item called `none` could not be told from nobody.
const headSchema = {
  id: idSchema.regex(/^(?!none$)/),
  name: plainText(NAME_LENGTH),
  confirmedOn: z
    .string()
    .refine(isDay, { params: { expected: 'day' } })
    .optional(),
}

/** The head of every item as fields, for forms and for the description of the format. */
export const head = {
  name: text('名前', 'Name'),
  confirmedOn: day('確かめた日', 'Confirmed on'),
}

export function listed<F extends Fields>(kind: string, member: string, words: Words, fields: F): ItemKind<F> {
  const own = schemaOf({ ...fields, ...provenance }) as unknown as z.ZodObject
  const schema = z.strictObject({ ...headSchema, ...own.shape }) as unknown as z.ZodType<ItemOf<F>>
  return { kind, member, single: false, words, fields, schema }
}

/** A kind of which a facility has one: its profile, its limits. Id and name are fixed, so files leave them out. */
export function single<F extends Fields>(kind: string, member: string, words: Words, fields: F): ItemKind<F> {
  return { ...listed(kind, member, words, fields), single: true }
}
