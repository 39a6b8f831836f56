export { type BlobFiles, openBlobFiles, type SecondPlace } from './blobs/blob-files.ts'
export type { CheckedFiles, CheckOptions, Trouble } from './blobs/check/check-files.ts'
export type { CheckState } from './blobs/check/read-check-state.ts'
export type { Swept } from './blobs/check/sweep-orphans.ts'
export {
  type BlobFacts,
  type BlobGround,
  type BlobKeys,
  type BlobPlaces,
  type Blobs,
  openBlobs,
  type StoredBlob,
} from './blobs/open-blobs.ts'
export type { ByteRange } from './blobs/read-segments.ts'
export { openFirstPlace } from './blobs/s3/first-place.ts'
export { type NamedBucket, nameBucket } from './blobs/s3/name-bucket.ts'
export { type Locks, openLocks } from './blobs/s3/open-locks.ts'
export type { RenewedLocks } from './blobs/s3/renew-locks.ts'
export { type NamedSecondCopy, nameSecondCopy, openSecondCopy } from './blobs/second-copy.ts'
export { diskRefusalOf } from './disk-errors.ts'
export { writeDurably } from './durable-file.ts'
export { type EntriesInOne, type LogReader, type LogReading, logTables, openLogReading } from './log-reading.ts'
export type { LogRows, LogState, NewLogBlock, NewLogEntry } from './log-rows.ts'
export { openStorage, openStorageForReading, refuseLost } from './open-storage.ts'
export { OutsideScope } from './outside-scope.ts'
export { RunAgain } from './run-again.ts'
export { type FolderMark, keepSettingFile, markOf, readSettingFile } from './setting-file.ts'
export type { Change, Engine, GroupMemory, Reader, Scope, Storage, StoragePlace } from './storage.ts'
export type * from './tables.ts'
export { entryIdOf, INSTALLATION, MOST_ENTRIES_OF_A_LOG } from './tables.ts'
export { findPlaces, type Search } from './words/find-places.ts'
export type { Asked, IndexedDocument } from './words/tokens.ts'
