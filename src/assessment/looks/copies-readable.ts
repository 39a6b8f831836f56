import { daysBetween } from '#shared'
import { type Look, met, unknown } from './look.ts'

/** A package of last winter shows last winter's patients. The number is ours: the guideline names none. */
const oldestCopyDays = 31

/** 7.2 D 2 — records are written out so that a browser reads them when the systems stand still. */
export const lookAtCopies: Look = ({ copiesOn }, on) => {
  if (copiesOn === undefined) return []
  const isOld = daysBetween(copiesOn, on) > oldestCopyDays
  return [isOld ? unknown('kept-copies-old', { day: copiesOn }) : met('kept-copies-readable', { day: copiesOn })]
}
