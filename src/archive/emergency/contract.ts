export * from './format/contents.ts'
export * from './format/layout.ts'
export * from './format/lock.ts'
