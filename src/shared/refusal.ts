/**
 * The one short list of reasons for which we decline a request. `server/problem.ts` turns them into HTTP statuses,
 * `cli/exit.ts` into exit codes, and the doors into sentences; nothing else may know those tables.
 */
export type RefusalCode =
  | 'malformed' // the request cannot be understood; facts.issues says where
  | 'too-large' // a limit on size, depth, count or time was passed; facts.limit says which
  | 'not-signed-in'
  | 'second-factor-needed'
  | 'sign-in-failed'
  | 'locked-out' // facts.until
  | 'not-permitted' // facts.action
  | 'not-found'
  | 'conflict' // somebody else changed it meanwhile; facts.current holds what is there now
  | 'already-exists'
  | 'weak-password' // facts.reason
  | 'read-only' // quarantine, full disk, or a sealed log: reading goes on
  | 'unreachable' // the database server does not answer
  | 'newer-data' // the data directory was written by a newer version
  | 'corrupt' // the stored data cannot be read as what it says it is
  | 'locked' // another process holds the data directory, or the keys are not unlocked
  | 'unsupported' // the machine or the database lacks something; facts.needs says what

/** 断り — a request we decline. It is not a fault of ours; it carries a code and facts, never a sentence. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly facts: Readonly<Record<string, unknown>>

  constructor(code: RefusalCode, facts: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(facts)}`, options)
    this.name = 'Refusal'
    this.code = code
    this.facts = facts
  }
}
