export { refusals } from './refusal-words.ts'
export * from './wire.ts'
export { type AlarmKind, acts, alarmWords, codeWords, type MailCode } from './words.ts'
