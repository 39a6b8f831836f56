export * from './verify/wire.ts'
export * from './wire.ts'
export * from './words/trust-words.ts'
