import { daysBetween } from '#shared'
import { type Look, met, notMet, unknown } from './look.ts'

/** A look at every file is spread over four weeks; one week more is for a machine that was off. */
const longestUnseenDays = 35

/** 7.1 C 2(1)d — what was confirmed is still what it was: every file was looked at of late, and none is lost. */
export const lookAtContents: Look = ({ documents, filesUnseen, oldestLookOn, filesLost }, on) => {
  if (filesLost > 0) return [notMet('kept-contents-damaged', { count: filesLost })]
  if (documents === 0) return []
  if (oldestLookOn === undefined || filesUnseen > 0) return [unknown('kept-contents-unseen', { count: filesUnseen })]
  if (daysBetween(oldestLookOn, on) > longestUnseenDays) return [unknown('kept-look-old', { day: oldestLookOn })]
  return [met('kept-contents-whole', { day: oldestLookOn })]
}
