import { Refusal } from '#shared'
import { type Action, actionNames } from './actions.ts'
import type { Caller } from './caller.ts'
import type { Role } from './roles.ts'

// Whoever is signed in looks after their own account, even before they are given a role.
const own: readonly Action[] = ['account.change-own', 'session.revoke-own']
const everyone: readonly Action[] = [...own, 'guideline.read']
// Whoever takes in a signed document may ask whether it holds.
const member: readonly Action[] = [...everyone, 'today.read', 'task.do-own', 'charge.read-own', 'signature.verify']
const reader: readonly Action[] = [
  ...member,
  'registry.read',
  'assessment.read',
  'checklist.read',
  'task.read',
  'report.read',
  'supplier.read',
]
const worker: readonly Action[] = [
  ...reader,
  'registry.change',
  'registry.import',
  'registry.export',
  'assessment.attest',
  'assessment.propose-exemption',
  'assessment.take-snapshot',
  'checklist.answer',
  'inspection.make',
  'inspection.read',
  'task.change',
  'supplier.ask',
  'supplier.record',
  'log-review.read',
  'trust.read',
  'card.read',
  'card.write',
  'retention.read',
  'retention.write',
  'destruction.propose',
  'medium.read',
  'medium.write',
]
// Documents speak of patients: whoever works with them, and not whoever looks after the machines.
const keeper: readonly Action[] = ['document.read', 'document.enter', 'document.confirm']
// Whoever came by a link does what it was made for, and does not even look after an account.
const byLink: Partial<Readonly<Record<Role, readonly Action[]>>> = {
  supplier: ['supplier.answer'],
  inspector: ['inspection.read'],
}

/**
 * 権限表 — who may do what, the only place where it stands. Nobody of a facility may create another facility, or
 * go on with a journal after a loss: that is done on the machine itself. The registry and the assessment tell an attacker where to begin, so staff, the
 * complaints desk and suppliers do not see them. An inspector sees what was made to be shown, and nothing it was made from.
 */
const permissions: Readonly<Record<Role, readonly Action[]>> = {
  director: [
    ...worker,
    ...keeper,
    'scan.manage',
    'document.export', // what leaves can be read wherever the passphrase is known
    'document.pack', // and this by everybody who has the folder
    'assessment.approve-exemption',
    'assessment.approve-snapshot',
    'inspection.invite',
    'task.decide',
    'task.enter-decision',
    'charge.read-any',
    'journal.read',
    'journal.verify',
    'contents.check',
    'journal.export',
    'log-review.write',
    'trust.propose',
    'trust.confirm',
    'retention.rule',
    'destruction.approve',
    'destruction.carry-out',
    'witness.read',
    'timetable.read',
    'mail.read',
    'account.read',
  ],
  'safety-manager': [
    ...worker,
    'inspection.invite', // the director may be with patients when the inspection comes; the entry says who it was
    'charge.read-any',
    'task.enter-decision', // the director signs on paper; it says that it came from paper, and who entered it
    'journal.read',
    'journal.verify',
    'contents.check',
    'journal.export',
    'log-review.write',
    'trust.propose',
    'trust.confirm',
    'retention.rule',
    'destruction.approve',
    'destruction.carry-out',
    'witness.read',
    'witness.manage',
    'timetable.read',
    'timetable.run',
    'mail.read',
    'mail.manage',
    'account.read',
    'session.revoke-any', // a stolen session is ended by whoever notices it first
    'keys.rotate',
  ],
  'planning-manager': [...worker, 'destruction.approve'],
  // Looks through the logs of other systems, not through our journal; hands certificates in, and confirms none.
  operator: [...worker, 'journal.verify', 'contents.check', 'timetable.read', 'log-review.write', 'trust.propose'],
  auditor: [
    ...reader,
    'registry.export',
    'inspection.read',
    'journal.read',
    'journal.verify',
    'contents.check',
    'journal.export',
    'log-review.read',
    'log-review.write', // looking is what an auditor is for; it moves the day in the registry and nothing else there
    'trust.read',
    'card.read',
    'retention.read',
    'medium.read',
    'witness.read',
    'timetable.read',
    'mail.read',
    'account.read',
  ],
  'creation-manager': [...reader, ...keeper, 'assessment.attest', 'scan.manage'],
  'complaints-desk': member,
  staff: [...member, ...keeper],
  supplier: [...everyone, 'supplier.answer'],
  // Manages accounts and keys, and sees the persons of the registry to link them; judges and attests nothing.
  administrator: [
    ...member,
    'registry.read',
    'account.read',
    'account.manage',
    'session.revoke-any',
    'journal.verify',
    'contents.check',
    'trust.read',
    'trust.propose',
    'witness.read',
    'witness.manage',
    'timetable.read',
    'timetable.run',
    'mail.read',
    'mail.manage',
    'keys.rotate',
  ],
  inspector: ['inspection.read'],
}

/** Whether the caller may do it. The console may do everything: it holds the data directory already. */
export function may(caller: Caller, action: Action): boolean {
  switch (caller.actor.kind) {
    case 'console':
      return true
    case 'anonymous':
    case 'peer':
      return false
    case 'account':
      if (caller.limited) return caller.roles.some((role) => byLink[role]?.includes(action))
      return own.includes(action) || caller.roles.some((role) => permissions[role].includes(action))
    case 'system':
      return caller.roles.some((role) => permissions[role].includes(action))
  }
}

/** Refuses a caller who may not. Every use case says this first. */
export function demand(caller: Caller, action: Action): void {
  if (!may(caller, action)) throw new Refusal('not-permitted', { action })
}

/** What the caller may do, for the screens: they show it and never work it out. */
export function whatMay(caller: Caller): readonly Action[] {
  return actionNames.filter((action) => may(caller, action))
}
