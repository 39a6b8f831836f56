import { z } from 'zod'
import { steps } from './contract.ts'

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
  may: z.strictObject({ make: z.boolean() }),
})

/** One line of the answer while a file is made: which step has begun, and at last the file. */
export const inspectionProgress = z.union([
  z.strictObject({ step: z.enum(steps), number: z.int(), of: z.int(), sentence: z.string() }),
  z.strictObject({ done: inspectionFileView }),
])

export type InspectionFileView = z.infer<typeof inspectionFileView>
export type InspectionFilesView = z.infer<typeof inspectionFilesView>
export type InspectionProgress = z.infer<typeof inspectionProgress>
