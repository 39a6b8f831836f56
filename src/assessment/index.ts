export * from './contract.ts'
export { assess, type Material } from './judge.ts'
export { present } from './present.ts'
