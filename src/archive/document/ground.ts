import type { Caller } from '#access'
import type { Blobs } from '#storage'
import type { Ground } from '../ground.ts'
import type { VerifySignature } from './signature/verify.ts'

/** What the use cases of documents stand on. */
export interface DocumentGround extends Omit<Ground, 'facility'> {
  readonly blobs: Pick<Blobs, 'put' | 'keep' | 'get'>
  readonly verifySignature: VerifySignature
  /** 資格 — the licences of the caller, by the register of cards; this room knows no cards. */
  readonly licencesOf: (caller: Caller) => Promise<readonly string[]>
}
