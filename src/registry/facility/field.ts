import { z } from 'zod'
import { type Day, isDay } from '#shared'

/** One thing said in both languages. */
export interface Words {
  readonly ja: string
  readonly en: string
}

export type Unit =
  | 'characters'
  | 'days'
  | 'minutes'
  | 'seconds'
  | 'milliseconds'
  | 'times'
  | 'units'
  | 'accounts'
  | 'beds'
  | 'people'

/** What a form, a table and the format's description need to know of a field. */
export type Shape =
  | { readonly type: 'text'; readonly max: number; readonly lines?: boolean }
  | { readonly type: 'flag' }
  | { readonly type: 'count'; readonly unit: Unit; readonly max: number; readonly never?: boolean }
  | { readonly type: 'day' }
  | { readonly type: 'choice'; readonly options: Readonly<Record<string, Words>> }
  | { readonly type: 'choices'; readonly options: Readonly<Record<string, Words>> }
  | { readonly type: 'reference'; readonly to: readonly string[]; readonly orNobody?: boolean }
  | { readonly type: 'references'; readonly to: readonly string[] }
  | { readonly type: 'group'; readonly fields: Fields }

/** 項目 — one fact that can be known of an item. A field that is absent is unknown; there is no other "unknown". */
export interface Field<T> {
  readonly words: Words
  readonly help?: Words
  readonly shape: Shape
  readonly schema: z.ZodType<T>
}

export type Fields = Readonly<Record<string, Field<unknown>>>

/** The value of a set of fields: every one may be absent. */
export type ValueOf<F extends Fields> = { readonly [K in keyof F]?: F[K] extends Field<infer T> ? T : never }

// Long enough for every real name and note, short enough that a table, a page and a PDF stay readable.
export const NAME_LENGTH = 120
const NOTE_LENGTH = 2000
/** Items of one kind in one facility: ten times the largest hospital we design for. */
export const ITEMS_PER_KIND = 5000
const REFERENCES = 500
/** Stands in the place of an id where it is known that there is nobody. */
export const NOBODY = 'none'

export const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)

/** Text a person can read: something other than spaces, no control characters; `lines` allows line breaks. */
export function plainText(max: number, lines = false): z.ZodType<string> {
  const control = lines ? /[^\P{Cc}\n\t]|\p{Cs}/u : /\p{Cc}|\p{Cs}/u
  return z
    .string()
    .min(1)
    .max(max)
    .refine((text) => /\S/.test(text), { params: { expected: 'some-text' } })
    .refine((text) => !control.test(text), { params: { expected: 'plain-text' } })
}

const daySchema = z.string().refine(isDay, { params: { expected: 'day' } })

export function schemaOf<F extends Fields>(fields: F): z.ZodType<ValueOf<F>> {
  const shape = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.schema.optional()]))
  return z.strictObject(shape) as unknown as z.ZodType<ValueOf<F>>
}

export function text(ja: string, en: string, help?: Words): Field<string> {
  return {
    words: { ja, en },
    help,
    shape: { type: 'text', max: NAME_LENGTH },
    schema: plainText(NAME_LENGTH),
  }
}

export function note(ja: string, en: string, help?: Words): Field<string> {
  const shape = { type: 'text', max: NOTE_LENGTH, lines: true } as const
  return { words: { ja, en }, help, shape, schema: plainText(NOTE_LENGTH, true) }
}

export function flag(ja: string, en: string, help?: Words): Field<boolean> {
  return { words: { ja, en }, help, shape: { type: 'flag' }, schema: z.boolean() }
}

export function count(ja: string, en: string, unit: Unit, max: number, help?: Words): Field<number> {
  return { words: { ja, en }, help, shape: { type: 'count', unit, max }, schema: z.int().min(0).max(max) }
}

/** A count that may also be `never`: "changed every 60 days" or "never changed". */
export function countOrNever(ja: string, en: string, unit: Unit, max: number, help?: Words): Field<number | 'never'> {
  const schema = z.union([z.int().min(1).max(max), z.literal('never')])
  return { words: { ja, en }, help, shape: { type: 'count', unit, max, never: true }, schema }
}

export function day(ja: string, en: string, help?: Words): Field<Day> {
  return { words: { ja, en }, help, shape: { type: 'day' }, schema: daySchema }
}

export function choice<const O extends Readonly<Record<string, readonly [ja: string, en: string]>>>(
  ja: string,
  en: string,
  options: O,
  help?: Words,
): Field<keyof O & string> {
  const schema = z.enum(Object.keys(options) as [keyof O & string])
  return { words: { ja, en }, help, shape: { type: 'choice', options: wordsOf(options) }, schema }
}

export function choices<const O extends Readonly<Record<string, readonly [ja: string, en: string]>>>(
  ja: string,
  en: string,
  options: O,
  help?: Words,
): Field<readonly (keyof O & string)[]> {
  const keys = Object.keys(options) as [keyof O & string]
  const schema = z.array(z.enum(keys)).max(keys.length)
  return { words: { ja, en }, help, shape: { type: 'choices', options: wordsOf(options) }, schema }
}

export function reference(ja: string, en: string, to: string | readonly string[], help?: Words): Field<string> {
  return { words: { ja, en }, help, shape: { type: 'reference', to: [to].flat() }, schema: idSchema }
}

/** 責任者 — the one person responsible. `none` says that it is known that there is nobody; absent is only unknown. */
export function responsible(): Field<string> {
  const { shape, ...field } = reference('責任者', 'Responsible person', 'person')
  return { ...field, shape: { ...shape, orNobody: true } as Shape }
}

export function references(
  ja: string,
  en: string,
  to: string | readonly string[],
  help?: Words,
): Field<readonly string[]> {
  const schema = z.array(idSchema).max(REFERENCES)
  return { words: { ja, en }, help, shape: { type: 'references', to: [to].flat() }, schema }
}

export function group<F extends Fields>(ja: string, en: string, fields: F, help?: Words): Field<ValueOf<F>> {
  return { words: { ja, en }, help, shape: { type: 'group', fields }, schema: schemaOf(fields) }
}

function wordsOf(options: Readonly<Record<string, readonly [string, string]>>): Readonly<Record<string, Words>> {
  return Object.fromEntries(Object.entries(options).map(([key, [ja, en]]) => [key, { ja, en }]))
}
