export type { SampleEntry } from './options.ts'
export { type Served, serve } from './serve.ts'
export { sayJournalFinding } from './words/journal-finding.ts'
export { sayRefusal } from './words/refusal.ts'
