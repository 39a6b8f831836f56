import { type Look, met } from './look.ts'

/** 9.3 C 1 — old papers are scanned after a notice, and never of whoever objects: the archive takes in no other. */
export const lookAtOldPapers: Look = ({ plans, objections }) =>
  plans === 0 ? [] : [met('kept-old-papers-planned', { count: plans, objections })]
