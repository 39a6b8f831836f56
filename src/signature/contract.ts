export type { FileAnswer, SignatureAnswer, StampAnswer } from '@omamori/signature'
export * from './verify/wire.ts'
export * from './wire.ts'
export { answerWords } from './words/answer-words.ts'
export * from './words/card-words.ts'
export { blockWords, checkBlocks, checkWords } from './words/check-words.ts'
export { momentInWords } from './words/moment-in-words.ts'
export { outcomeWords } from './words/remark-words.ts'
export {
  type FileSummary,
  type NamedDocumentKind,
  type SignatureSummary,
  type SignatureVerdict,
  summaryOf,
} from './words/summary.ts'
export * from './words/trust-words.ts'
