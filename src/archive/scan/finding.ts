import { z } from 'zod'

/**
 * 読取りの所見 — what stands against a scan. `stops`: it is not taken in; the paper is scanned again or the form put right. `asks`: somebody looks and
 * says why it is right all the same.
 */
export const scanFinding = z.strictObject({
  code: z.string(),
  weight: z.enum(['stops', 'asks']),
  /** From 1; absent where it is about the whole. */
  page: z.int().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type ScanFinding = z.infer<typeof scanFinding>
