export { type Post, post } from './client.ts'
export * from './contract.ts'
export { type Outbox, openOutbox } from './open-outbox.ts'
