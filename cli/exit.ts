import type { RefusalCode } from '#shared'

/** 0 fine, 1 findings, 2 usage, 3 a fault of ours or of the machine. */
export const exit = { fine: 0, findings: 1, usage: 2, fault: 3 } as const

/** The one table from our reasons to exit codes. */
export const exitOf: Readonly<Record<RefusalCode, number>> = {
  malformed: exit.usage,
  'too-large': exit.usage,
  'not-signed-in': exit.usage,
  'second-factor-needed': exit.usage,
  'sign-in-failed': exit.usage,
  'locked-out': exit.usage,
  'not-permitted': exit.usage,
  'not-found': exit.usage,
  conflict: exit.usage,
  'already-exists': exit.usage,
  'weak-password': exit.usage,
  'read-only': exit.fault,
  unreachable: exit.fault,
  'newer-data': exit.fault,
  corrupt: exit.fault,
  locked: exit.fault,
  unsupported: exit.fault,
}
