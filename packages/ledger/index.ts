export { type AuditJoin, createAuditJoin } from './audit-join.ts'
export {
  type AuditFinding,
  type AuditFindingCode,
  auditPart,
  PART_SIZE,
  type PartAudit,
  type PartTask,
} from './audit-part.ts'
export { type Checkpoint, formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts'
export { commitDetail, type DetailOpening, isCommitted, openingOf, packDetail, SALT_BYTES } from './commitment.ts'
export {
  appendLeaf,
  appendLeaves,
  type CompactRange,
  EMPTY_RANGE,
  frontierBytes,
  readRange,
  rootOf,
} from './compact-range.ts'
export { type ConsistencyClaim, consistencyProof, isConsistent } from './consistency.ts'
export { type Cosigner, cosigner } from './cosignature.ts'
export {
  type Actor,
  decodeEntry,
  ENTRY_VERSION,
  type Entry,
  encodeEntry,
  type LogEnd,
  MAX_ENTRY_BYTES,
  type SealedBlob,
  type SealedDetail,
  type Thing,
} from './entry.ts'
export { decodeBundle, encodeBundle } from './entry-bundle.ts'
export { isOrigin } from './entry-shape.ts'
export { LedgerError, type LedgerErrorCode } from './error.ts'
export { type ExportedFile, exportLedger, tilesOf, VERIFIER_FILE } from './export-ledger.ts'
export { createFastTree, type FastTree, hashLeafInPlace } from './fast-tree.ts'
export { type Fetch, fetchFrom, historyPath } from './fetch.ts'
export { type InclusionClaim, inclusionProof, isIncluded } from './inclusion.ts'
export { formatManifest, MANIFEST_PATH, type Manifest, parseManifest } from './manifest.ts'
export { type Node, type ReadHashes, type ReadTile, readHashesFromTiles } from './node-reader.ts'
export {
  formatNote,
  formatSignatureLine,
  type GoodNoteSignature,
  type Note,
  type NoteSignature,
  type NoteSigner,
  noteSigner,
  openNote,
  parseNote,
  parseSignatureLines,
  signNote,
  verifyNote,
} from './note.ts'
export { formatVerifierKey, type KeyKind, parseVerifierKey, type VerifierKey } from './note-key.ts'
export { isQuorumMet, type Policy, type PolicyWitness, parsePolicy, policyOf, type Quorum } from './policy.ts'
export { createProver, type Prover } from './prover.ts'
export { rangeFromTiles } from './range-from-tiles.ts'
export { type LogProgress, type ReceiptState, receiptState } from './receipt-state.ts'
export {
  type FindLog,
  formatSubmission,
  type LastCosigned,
  MAX_SUBMISSION_BYTES,
  parseSubmission,
  readAnswer,
  type Submission,
  TLOG_SIZE_TYPE,
  type Weighed,
  type WitnessAnswer,
  weighSubmission,
} from './submission.ts'
export {
  MAX_SUCCESSION_BYTES,
  parseSuccession,
  type Succession,
  signSuccession,
  type WeighedSuccession,
  weighSuccession,
} from './succession.ts'
export {
  edgeTiles,
  entriesPath,
  growTiles,
  rootOfTile,
  TILE_WIDTH,
  type Tile,
  type TileName,
  tilePath,
  tileWidth,
} from './tiles.ts'
export { formatTlogProof, parseTlogProof, type TlogProof, type VerifiedReceipt, verifyTlogProof } from './tlog-proof.ts'
export { EMPTY_ROOT, HASH_BYTES, leafHash, nodeHash } from './tree.ts'
export { type AuditOptions, type LedgerReport, tasksOf, verifyLedger } from './verify-ledger.ts'
export { type LogFinding, type LogFindingCode, type LogReport, type LogSource, verifyLog } from './verify-log.ts'
export { type Cosigned, judgeCheckpoint, type WitnessedCheckpoint } from './witnessed.ts'
