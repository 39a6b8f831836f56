export type { KeyPurpose, Keys, Sealed } from './contract.ts'
export { createKeys, type KeyPlace, recoverKeys } from './create-keys.ts'
export { type OpenKeys, openKeys } from './open-keys.ts'
export type { Unlock } from './unlocking.ts'
