export { noTrust, readTrust } from './read-trust.ts'
export { verifyFiles } from './verify-files.ts'
export { type AnswerWords, answerWords } from './words/answer-words.ts'
