export type { ArchiveKind } from './kind/kind.ts'
export { lawLines, signerLine } from './kind/kind-words.ts'
export { kindTable } from './kind/read-kinds.ts'
