export { MAX_SUBMISSION_BYTES } from '@omamori/ledger'
export type { Answer } from './add-checkpoint.ts'
export * from './contract.ts'
export { type Federation, openFederation } from './open-federation.ts'
