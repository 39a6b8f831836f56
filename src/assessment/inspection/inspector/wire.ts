import { z } from 'zod'
import { partIds } from '../contract.ts'

// An inspection and what is asked after it are over within a month; whoever needs longer is invited again, on purpose.
export const INVITED_DAYS_MAX = 31
const NAME_LENGTH = 120

const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(NAME_LENGTH)
  .regex(/^[^\p{Cc}]*$/u)

/** 検査者に見せる — who is let in, and for how many days, today counted. */
export const inviteInspectorRequest = z.strictObject({
  name: nameSchema,
  organisation: nameSchema,
  days: z.int().min(1).max(INVITED_DAYS_MAX),
})

/** 検査者への案内 — one that is open. */
export const inspectorLinkView = z.strictObject({
  linkId: z.string(),
  name: z.string(),
  organisation: z.string(),
  createdOn: z.string(),
  createdBy: z.string(),
  /** It ends with this day. */
  lastDay: z.string(),
})

export const inspectorLinksView = z.strictObject({ links: z.array(inspectorLinkView) })

/** The one time the token is shown; what is kept of it opens nothing. */
export const issuedInspectorLink = inspectorLinkView.extend({ token: z.string() })

export const openInspectorLinkRequest = z.strictObject({ token: z.string().max(200) })

/** What an inspector sees first: the files that were kept, newest first. */
export const shownFilesView = z.strictObject({
  facility: z.string(),
  sample: z.boolean(),
  inspector: z.string(),
  organisation: z.string(),
  lastDay: z.string(),
  files: z.array(z.strictObject({ inspectionId: z.string(), madeOn: z.string(), missing: z.int() })),
})

/** How the parts of one file stand. A file of before parts were kept has none, and is read on the paper. */
export const shownPartsView = z.strictObject({
  parts: z.array(z.strictObject({ id: z.enum(partIds), number: z.int(), title: z.string(), missing: z.int() })),
})

export type InviteInspectorRequest = z.infer<typeof inviteInspectorRequest>
export type InspectorLinkView = z.infer<typeof inspectorLinkView>
export type InspectorLinksView = z.infer<typeof inspectorLinksView>
export type IssuedInspectorLink = z.infer<typeof issuedInspectorLink>
export type ShownFilesView = z.infer<typeof shownFilesView>
export type ShownPartsView = z.infer<typeof shownPartsView>
