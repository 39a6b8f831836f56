import { z } from 'zod'
import { isDay } from '#shared'

// The fields of which the requests of all rooms here are made.

export const dayField = z.string().refine(isDay, { params: { expected: 'day' } })

/** One line without control characters. */
export const lineField = (length: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(length)
    .regex(/^\P{Cc}*$/u)

/** Several lines: no control characters but line breaks and tabs. */
export const textField = (length: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(length)
    .regex(/^(\P{Cc}|[\n\t])*$/u)
