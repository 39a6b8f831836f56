import { z } from 'zod'

// What comparing two versions takes and gives.

const number = z.coerce.number().int().min(1).max(100_000)
export const comparisonQuery = z.object({ before: number, after: number })

const unread = z.strictObject({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) })
const parts = z.array(z.strictObject({ text: z.string(), changed: z.boolean() })).readonly()
const row = z.union([
  z.strictObject({ mark: z.enum(['same', 'changed']), before: parts, after: parts }),
  z.strictObject({ mark: z.literal('removed'), before: parts }),
  z.strictObject({ mark: z.literal('added'), after: parts }),
  z.strictObject({ mark: z.literal('skipped'), count: z.int() }),
])
const none = z.strictObject({ kind: z.literal('none'), why: unread })

export const comparisonView = z.strictObject({
  before: z.int(),
  after: z.int(),
  /** Octet by octet: nothing at all differs. */
  identical: z.boolean(),
  /** What the files say of themselves, where it differs; nobody confirmed any of it. */
  facts: z
    .array(z.strictObject({ name: z.string(), before: z.string().optional(), after: z.string().optional() }))
    .readonly(),
  text: z.union([
    z.strictObject({
      kind: z.literal('compared'),
      rows: z.array(row).readonly(),
      differing: z.int(),
      leftOut: z.int(),
      cut: z.boolean(),
    }),
    none,
  ]),
  /** What of each could not be read, and was therefore not compared. */
  unread: z.strictObject({ before: z.array(unread).readonly(), after: z.array(unread).readonly() }),
})

const pageRow = z.strictObject({
  mark: z.enum(['same', 'changed', 'removed', 'added', 'unknown']),
  before: z.int().optional(),
  after: z.int().optional(),
})
export const pageComparisonView = z.union([
  z.strictObject({
    kind: z.literal('compared'),
    rows: z.array(pageRow).readonly(),
    pages: z.strictObject({ before: z.int(), after: z.int() }),
    firstFrameOnly: z.boolean(),
  }),
  none,
])

export type ComparisonQuery = z.infer<typeof comparisonQuery>
export type ComparisonView = z.infer<typeof comparisonView>
export type ComparedRow = z.infer<typeof row>
export type ComparedPage = z.infer<typeof pageRow>
export type PageComparisonView = z.infer<typeof pageComparisonView>
