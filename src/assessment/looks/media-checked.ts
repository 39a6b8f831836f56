import { type Look, met, notMet } from './look.ts'

/** 7.3 C 3(1), 付則1 — media are checked about once a month, and copied before they end. */
export const lookAtMedia: Look = ({ media, mediaNeglected }) => {
  if (mediaNeglected > 0) return [notMet('kept-media-neglected', { count: mediaNeglected })]
  return media === 0 ? [] : [met('kept-media-checked', { count: media })]
}
