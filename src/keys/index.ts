export type { KeyPurpose, Keys, Sealed } from './contract.ts'
