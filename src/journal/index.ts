export type { KeptEntry, NewEntry } from './add-entry.ts'
export * from './contract.ts'
export { type Journal, type JournalParts, openJournal } from './journal.ts'
