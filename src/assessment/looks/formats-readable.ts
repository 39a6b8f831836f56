import { type Look, met, unknown } from './look.ts'

/** 7.2 C 2 — everything that is kept has something that shows it. Which forms may lose it is our own judgement, and so never a shortfall. */
export const lookAtFormats: Look = ({ documents, formatsAtRisk }) => {
  if (formatsAtRisk > 0) return [unknown('kept-formats-at-risk', { count: formatsAtRisk })]
  return documents === 0 ? [] : [met('kept-formats-open', { count: documents })]
}
