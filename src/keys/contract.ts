import type { Change, Scope } from '#storage'

/** What a data key is used for. One key per facility and purpose is current; older ones still open what they closed. */
export type KeyPurpose = 'journal' | 'secret' | 'blob'

export interface Sealed {
  readonly keyId: string
  readonly bytes: Uint8Array
}

/** 手渡した鍵 — a key in the memory of this process, as another thread is handed it. */
export interface HandedKey {
  readonly facilityId: string
  readonly keyId: string
  readonly purpose: string
  readonly bytes: Uint8Array
}

/**
 * 鍵 — closes and opens small things (secrets, wrapped keys, journal details) with AES-256-GCM under the facility's
 * data key. `context` is bound in as additional data: what was closed for one place does not open in another.
 * Inside a change, too, sealing and opening may be called: the keys are held in memory, and those that this very change
 * has made are known at once.
 */
export interface Keys {
  /**
   * The opened keys of the facility for one purpose, for another thread of this very process (`openHanded`). They go nowhere
   * else: whoever holds them reads everything that they close.
   */
  handOver(scope: Scope, purpose: KeyPurpose): Promise<readonly HandedKey[]>
  seal(scope: Scope, purpose: KeyPurpose, plaintext: Uint8Array, context: string): Promise<Sealed>
  /** Throws the refusal `corrupt` when the bytes were changed or belong elsewhere. */
  open(scope: Scope, sealed: Sealed, context: string): Promise<Uint8Array>
  /** Makes the facility's first data keys, in the change that makes the facility. */
  createFor(change: Change, facilityId: string): Promise<void>
}
