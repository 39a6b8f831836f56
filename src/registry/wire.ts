import { z } from 'zod'
import { isDay } from '#shared'
import { type ItemKindName, itemKinds, practicesSchema } from './facility/facility.ts'
import { idSchema } from './facility/field.ts'

// What crosses the wire. An item's own fields are checked against its kind, and answered with all issues at once.

export const kindSchema = z.enum(Object.keys(itemKinds) as [ItemKindName, ...ItemKindName[]])
const daySchema = z.string().refine(isDay)
const fieldsSchema = z.record(z.string(), z.unknown())
const versionSchema = z.int().min(0)

/** A place where another item names this one. */
export const referrerView = z.strictObject({ kind: kindSchema, id: z.string(), name: z.string(), field: z.string() })

/** 台帳の1件 — an item as it is kept. A kind of which there is one has version 0 until it is first written. */
export const keptItemView = z.strictObject({
  kind: kindSchema,
  id: z.string(),
  version: versionSchema,
  item: fieldsSchema,
  confirmedOn: daySchema.optional(),
  updatedAt: z.iso.datetime().optional(),
  /** The account that wrote it last, or `console`, `system`. */
  updatedBy: z.string().optional(),
})

/** What the reader may do; screens offer this and work nothing out. */
export const mayView = z.strictObject({ change: z.boolean(), import: z.boolean(), export: z.boolean() })

export const itemListView = z.strictObject({ kind: kindSchema, items: z.array(keptItemView), may: mayView })
export const itemView = z.strictObject({ ...keptItemView.shape, referrers: z.array(referrerView), may: mayView })

/** Names only, for choosing whom or what to refer to. */
export const namesView = z.array(z.strictObject({ kind: kindSchema, id: z.string(), name: z.string() }))

/** Without an id the registry gives the next free one. */
export const createItemRequest = z.strictObject({ kind: kindSchema, item: fieldsSchema })
export const changeItemRequest = z.strictObject({
  kind: kindSchema,
  id: idSchema,
  /** The version that was on the screen; another one is a conflict. */
  version: versionSchema,
  /** The whole item. Without `confirmedOn` its facts count as confirmed today. */
  item: fieldsSchema,
})
export const removeItemRequest = z.strictObject({ kind: kindSchema, id: idSchema, version: versionSchema })

export const practicesView = z.strictObject({
  version: versionSchema,
  answers: z.record(z.string(), z.strictObject({ answer: z.boolean(), confirmedOn: daySchema })),
})

/** Answers to questions of applicability; null takes an answer back. Questions not named keep theirs. */
export const answerPracticesRequest = z.strictObject({
  answers: z.record(practicesSchema.keyType, z.boolean().nullable()),
  /** When given, another version is a conflict; otherwise the answers are added to those there are. */
  version: versionSchema.optional(),
})

const changeView = z.strictObject({
  kind: z.string(),
  id: z.string(),
  name: z.string(),
  /** The fields that differ. */
  fields: z.array(z.string()).optional(),
})

/** 取り込みの下見 — what a file would change. `basis` goes with the import: what changed meanwhile is a conflict. */
export const importPreview = z.strictObject({
  basis: z.string(),
  sample: z.boolean(),
  added: z.array(changeView),
  changed: z.array(changeView),
  /** In the registry but not in the file: the import removes them. */
  missing: z.array(changeView),
  unchanged: z.int(),
})

/** 事実の履歴 — who changed what of one item and when, newest first. A side that is absent was not known. */
export const itemHistory = z.strictObject({
  kind: kindSchema,
  id: z.string(),
  entries: z.array(
    z.strictObject({
      at: z.iso.datetime(),
      act: z.enum(['registry.created', 'registry.changed', 'registry.removed']),
      actor: z.string(),
      by: z.string().optional(),
      name: z.string().optional(),
      place: z.strictObject({ log: z.string(), index: z.int() }),
      changes: z.array(
        z.strictObject({ field: z.string(), before: z.unknown().optional(), after: z.unknown().optional() }),
      ),
    }),
  ),
})

export type ItemHistory = z.infer<typeof itemHistory>
export type Referrer = z.infer<typeof referrerView>
export type KeptItemView = z.infer<typeof keptItemView>
export type May = z.infer<typeof mayView>
export type ItemList = z.infer<typeof itemListView>
export type ItemView = z.infer<typeof itemView>
export type ItemName = z.infer<typeof namesView>[number]
export type CreateItemRequest = z.infer<typeof createItemRequest>
export type ChangeItemRequest = z.infer<typeof changeItemRequest>
export type RemoveItemRequest = z.infer<typeof removeItemRequest>
export type Practices = z.infer<typeof practicesView>
export type AnswerPracticesRequest = z.infer<typeof answerPracticesRequest>
export type ImportPreview = z.infer<typeof importPreview>
export type ImportChange = z.infer<typeof changeView>
