import { type Look, met, unknown } from './look.ts'

/** 付則1.1 C 1(1) — whatever left has its hand-over and its receipt. Between the two nobody knows where it is. */
export const lookAtHandOvers: Look = ({ handOvers, handOversOpen }) => {
  if (handOversOpen > 0) return [unknown('kept-media-on-their-way', { count: handOversOpen })]
  return handOvers === 0 ? [] : [met('kept-hand-overs-recorded', { count: handOvers })]
}
