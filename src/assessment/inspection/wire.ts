import { z } from 'zod'
import { partIds, steps } from './contract.ts'

/** 立入検査ファイル — one as it was made and kept. */
export const inspectionFileView = z.strictObject({
  inspectionId: z.string(),
  madeOn: z.string(),
  madeAt: z.string(),
  madeBy: z.string(),
  language: z.enum(['ja', 'en']),
  /** How much is named in it as not there. */
  missing: z.int(),
  /** SHA-256 of the packed folder, hex: whether a copy that was handed over is this one. */
  sha256: z.string(),
  bytes: z.int(),
})

export const inspectionFilesView = z.strictObject({
  files: z.array(inspectionFileView),
  may: z.strictObject({ make: z.boolean(), invite: z.boolean() }),
})

/** One line of the answer while a file is made: which step has begun, and at last the file. */
export const inspectionProgress = z.union([
  z.strictObject({ step: z.enum(steps), number: z.int(), of: z.int(), sentence: z.string() }),
  z.strictObject({ done: inspectionFileView }),
])

const tableBlock = z.strictObject({
  kind: z.literal('table'),
  title: z.string().optional(),
  heads: z.array(z.string()),
  shares: z.array(z.number()),
  rows: z.array(z.array(z.string())),
})

/** What a part is made of; the checklist and the assessment are forms, and are read on the paper. */
const blockView = z.discriminatedUnion('kind', [
  tableBlock,
  z.strictObject({ kind: z.literal('facts'), rows: z.array(z.tuple([z.string(), z.string()])) }),
  z.strictObject({
    kind: z.literal('chain'),
    steps: z.array(z.strictObject({ post: z.string(), who: z.string() })),
  }),
  z.strictObject({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('note'), text: z.string() }),
  z.strictObject({ kind: z.enum(['checklist', 'assessment']) }),
])

/** 部 — one part as it was set on the paper. */
export const inspectionPartView = z.strictObject({
  id: z.enum(partIds),
  number: z.int(),
  title: z.string(),
  lead: z.string(),
  missing: z.array(z.string()),
  blocks: z.array(blockView),
})

export const keptParts = z.strictObject({
  format: z.literal('omamori-inspection-parts@1'),
  on: z.string(),
  language: z.enum(['ja', 'en']),
  parts: z.array(inspectionPartView),
})

export type InspectionPartView = z.infer<typeof inspectionPartView>
export type KeptParts = z.infer<typeof keptParts>
export type InspectionFileView = z.infer<typeof inspectionFileView>
export type InspectionFilesView = z.infer<typeof inspectionFilesView>
export type InspectionProgress = z.infer<typeof inspectionProgress>
