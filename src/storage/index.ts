export type { Change, Engine, Reader, Scope, Storage } from './storage.ts'
export type * from './tables.ts'
