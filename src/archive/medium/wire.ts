import { z } from 'zod'
import { dayField, lineField, textField } from '../fields.ts'
import { checkResults, mediumSorts, mediumSteps } from './medium.ts'

// What the use cases of media take and give: the HTTP door and the web see the same.

const NAME_LENGTH = 200
const NOTE_LENGTH = 1000

const line = lineField(NAME_LENGTH)
const text = textField(NOTE_LENGTH)

/** 記録媒体を登録する — by the label that it bears. */
export const mediumRequest = z.strictObject({
  label: line,
  sort: z.enum(mediumSorts),
  /** What lies on it. */
  holds: text,
  place: line,
  usedFrom: dayField,
  /** The last day of its life, as the maker or the facility says; absent where nobody has said. */
  endsOn: dayField.optional(),
})

/** 媒体の記録 — what happened to it, on which day. */
export const mediumStepRequest = z
  .strictObject({
    step: z.enum(mediumSteps),
    onDay: dayField,
    /** Of a check. */
    result: z.enum(checkResults).optional(),
    /** Where it lies from now on: of a move, a hand-over and a receipt. */
    place: line.optional(),
    /** Who took it or brought it, to which medium it was copied, or how it was disposed of. */
    note: text,
  })
  .refine(({ step, result }) => (step === 'checked') === (result !== undefined), { path: ['result'] })
  .refine(({ step, place }) => ['moved', 'handed-over', 'received'].includes(step) === (place !== undefined), {
    path: ['place'],
  })

const stepView = z.strictObject({
  step: z.enum(mediumSteps),
  onDay: z.string(),
  result: z.enum(checkResults).optional(),
  place: z.string().optional(),
  note: z.string(),
  writtenBy: z.string(),
  writtenAt: z.string(),
})

const mediumView = z.strictObject({
  mediumId: z.string(),
  number: z.int(),
  label: z.string(),
  sort: z.enum(mediumSorts),
  holds: z.string(),
  /** Where it lies now, by the last step that says so. */
  place: z.string(),
  usedFrom: z.string(),
  endsOn: z.string().optional(),
  inUse: z.boolean(),
  /** What asks for something to be done, the gravest first. */
  concerns: z.array(z.enum(['faulty', 'ended', 'on-its-way', 'unchecked', 'ends-soon', 'end-unknown'])),
  /** Newest first. */
  steps: z.array(stepView),
})

/** 記録媒体の台帳. */
export const mediaView = z.strictObject({
  today: z.string(),
  media: z.array(mediumView),
  may: z.strictObject({ write: z.boolean() }),
})

export type MediumRequest = z.infer<typeof mediumRequest>
export type MediumStepRequest = z.infer<typeof mediumStepRequest>
export type MediaView = z.infer<typeof mediaView>
export type MediumView = MediaView['media'][number]
