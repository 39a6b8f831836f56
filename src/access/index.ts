export { consoleCaller, systemCaller } from './caller.ts'
export * from './contract.ts'
export { demand, may, whatMay } from './permissions.ts'
