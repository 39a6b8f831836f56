import { daysBetween } from '#shared'
import { type Look, met, notMet, unknown } from './look.ts'

/** Something is looked at every day; one day more is for a machine that was off. */
const longestIdleDays = 2
/** A look at every file is spread over four weeks; one week more is for the same. */
const longestUnseenDays = 35

/** 7.1 C 2(1)d — what was confirmed is still what it was: every file was looked at of late, and none is lost. What came in since the last look waits for the next. */
export const lookAtContents: Look = ({ documents, contentsLost, oldestLookOn, lastLookOn }, on) => {
  if (contentsLost) return [notMet('kept-contents-damaged')]
  if (documents === 0) return []
  if (oldestLookOn === undefined || lastLookOn === undefined) return [unknown('kept-contents-unseen')]
  if (daysBetween(lastLookOn, on) > longestIdleDays) return [unknown('kept-look-old', { day: lastLookOn })]
  if (daysBetween(oldestLookOn, on) > longestUnseenDays) return [unknown('kept-look-old', { day: oldestLookOn })]
  return [met('kept-contents-whole', { day: oldestLookOn })]
}
