export type { SampleEntry } from './app.ts'
export { DEFAULT_PORT, type Served, type ServeOptions, serve } from './serve.ts'
export { sayJournalFinding } from './words/journal-finding.ts'
export { type Said, sayFault, sayRefusal } from './words/refusal.ts'
