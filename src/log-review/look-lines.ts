/** What is asked of our own journal, in the order in which somebody reads it. A line holds every entry of its acts. */
export const lookQuestions = {
  'sign-in-failed': { acts: ['session.sign-in-failed'] },
  'locked-out': { acts: ['account.locked-out'] },
  refused: { acts: ['permission.refused'] },
  left: { acts: [] },
  'rights-changed': {
    acts: ['account.changed', 'account.enabled', 'account.disabled', 'account.reset', 'account.factor-removed'],
  },
  'new-accounts': { acts: ['account.created', 'account.invited'] },
  'links-opened': { acts: ['supplier.link-issued', 'inspection.inspector-invited'] },
  exported: { acts: ['registry.exported', 'log.listed', 'inspection.made'] },
  'many-changed': { acts: ['registry.imported', 'registry.filled', 'registry.handed-over'] },
  'verification-failed': { acts: ['journal.verified'], outcome: 'failed' },
  contradicted: { acts: ['witness.contradicted', 'witness.evidence-kept'] },
  'history-continued': { acts: ['journal.continued', 'journal.anchored', 'keys.rotated'] },
} as const satisfies Readonly<Record<string, { readonly acts: readonly string[]; readonly outcome?: 'failed' }>>

export type LookCode = keyof typeof lookQuestions

export const lookCodes = Object.keys(lookQuestions) as [LookCode, ...LookCode[]]
