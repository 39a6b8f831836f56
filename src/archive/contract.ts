export * from './document/wire.ts'
export { kindWords } from './kind/kind-words.ts'
export { dutyLine, periodLine, sayStart, whyLines } from './retention/period-words.ts'
export * from './retention/wire.ts'
