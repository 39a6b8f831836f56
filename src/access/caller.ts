import { type Role, roleNames } from './roles.ts'

/** 行為者 — who acts: an account, the program itself, the command line on the machine, nobody known, another Omamori. */
export interface Actor {
  readonly kind: 'account' | 'system' | 'console' | 'anonymous' | 'peer'
  readonly id?: string
  /** The session in which an account acts; its sign-in entry says from where. */
  readonly session?: string
}

/** 呼び手 — on whose behalf a use case runs, and in which facility. Only the doors make one. */
export interface Caller {
  readonly facilityId: string
  readonly actor: Actor
  readonly roles: readonly Role[]
  /** Came by a link and not by a sign-in: it may do what the link is for, and nothing else. */
  readonly limited?: true
}

/** The person at the machine's own command line, with the data directory open. */
export function consoleCaller(facilityId: string): Caller {
  return { facilityId, actor: { kind: 'console' }, roles: roleNames }
}

/** The program itself, doing only what the given roles may. */
export function systemCaller(facilityId: string, roles: readonly Role[]): Caller {
  return { facilityId, actor: { kind: 'system' }, roles }
}
