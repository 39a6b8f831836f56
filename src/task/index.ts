export * from './contract.ts'
export { openTasks, type Tasks } from './open-tasks.ts'
