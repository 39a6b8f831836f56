/** The nouns that acts begin with, in the order of a day's work. */
export const actGroups = [
  'registry',
  'supplier',
  'assessment',
  'checklist',
  'task',
  'inspection',
  'session',
  'account',
  'permission',
  'journal',
  'log',
  'witness',
  'keys',
  'facility',
] as const
