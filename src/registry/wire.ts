import { z } from 'zod'
import { isDay } from '#shared'
import { type ItemKindName, itemKinds, practicesSchema } from './facility/facility.ts'
import { ITEMS_PER_KIND, idSchema } from './facility/field.ts'

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

// As many letters as a facility file may have, and as many columns as no kind has.
const TABLE_LETTERS = 5_000_000
const TABLE_COLUMNS = 200

/** 退職・異動の後始末 — empty for who is there. */
export const leavingView = z.strictObject({
  leaving: z
    .strictObject({
      leftOn: daySchema.optional(),
      dueOn: daySchema.optional(),
      daysLeft: z.int().optional(),
      accounts: z.discriminatedUnion('state', [
        z.strictObject({ state: z.literal('stopped'), on: daySchema }),
        z.strictObject({
          state: z.literal('usable'),
          systems: z.array(z.strictObject({ id: z.string(), name: z.string() })),
        }),
        z.strictObject({ state: z.literal('unknown') }),
      ]),
      emptyPosts: z.array(z.string()),
      items: z.array(referrerView),
    })
    .optional(),
})

/** 引き継ぎ — to whom, and whether the posts go too. */
export const handOverRequest = z.strictObject({ to: idSchema, posts: z.boolean() })

/** 表への貼り付け — text as a spreadsheet puts it on the clipboard, and the cells of the registry it is laid on. */
export const tableRequest = z.strictObject({
  text: z.string().max(TABLE_LETTERS),
  /** The facts of the columns, from the chosen cell to the right. */
  columns: z.array(z.string().max(128)).min(1).max(TABLE_COLUMNS),
  /** The items of the rows, from the chosen cell down, as they were seen; what goes on below them is new. */
  targets: z.array(z.strictObject({ id: idSchema, version: versionSchema })).max(ITEMS_PER_KIND),
  /** The number of the chosen row. */
  from: z.int().min(1).max(1_000_000).default(1),
  blanks: z.enum(['keep', 'clear']).default('keep'),
  /** When given, a registry that changed since the preview is a conflict. */
  basis: z.string().max(64).optional(),
})

const fieldChangeView = z.strictObject({
  field: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
})

/** 貼り付けの下見 — row by row what would be added and changed. Nothing is written. */
export const tablePreview = z.strictObject({
  basis: z.string(),
  rows: z.array(
    z.strictObject({
      row: z.int(),
      id: z.string(),
      name: z.string(),
      added: z.boolean(),
      changes: z.array(fieldChangeView),
    }),
  ),
  /** Facts that would no longer be known. */
  cleared: z.int(),
  unchanged: z.int(),
})

/** What takes a filled table back: every item as it was, or nothing where there was none. */
export const tableUndo = z.strictObject({
  items: z
    .array(z.strictObject({ id: idSchema, version: versionSchema, item: fieldsSchema.optional() }))
    .min(1)
    .max(ITEMS_PER_KIND),
})

export const tableFilled = z.strictObject({
  added: z.int(),
  changed: z.int(),
  items: z.array(keptItemView),
  undo: tableUndo,
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
      changes: z.array(fieldChangeView),
    }),
  ),
})

export type LeavingView = z.infer<typeof leavingView>
export type HandOverRequest = z.infer<typeof handOverRequest>
export type TableRequest = z.infer<typeof tableRequest>
export type TablePreview = z.infer<typeof tablePreview>
export type TableUndo = z.infer<typeof tableUndo>
export type TableFilled = z.infer<typeof tableFilled>
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
