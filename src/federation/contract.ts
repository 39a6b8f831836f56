export { refusals } from './refusal-words.ts'
export * from './wire.ts'
export { acts, answerWords, evidenceWords } from './words.ts'
