export { openStorage, type StoragePlace } from './open-storage.ts'
export { OutsideScope } from './outside-scope.ts'
export type { Change, Engine, Reader, Scope, Storage } from './storage.ts'
export type * from './tables.ts'
