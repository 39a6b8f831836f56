import { z } from 'zod'
import { sayIssue } from '#registry'
import { Refusal } from '#shared'
import type { Language } from './language.ts'

const cellView = z.object({
  sheet: z.string().optional(),
  at: z.string().optional(),
  row: z.int().optional(),
  of: z.string().optional(),
})

/** 記載の誤り — what is wrong with a file or a table, place by place, each as a sentence. */
export const issuesView = z.object({
  issues: z.array(
    z.object({ path: z.string(), line: z.int().optional(), cell: cellView.optional(), sentence: z.string() }),
  ),
})

/** What is refused for its contents is answered as a list: the person puts it right and looks again. */
export function sentencesOf(error: unknown, language: Language): z.infer<typeof issuesView> {
  if (!(error instanceof Refusal) || !Array.isArray(error.facts.issues)) throw error
  return { issues: error.facts.issues.map((issue) => ({ ...issue, sentence: sayIssue(issue, language) })) }
}
