import type { Question } from '../parts/questions.ts'

/** The first question of each group, in the order of the edition: one goes through one's house, room by room. */
const starts: Readonly<Record<string, GroupName>> = {
  usesPasswords: 'users',
  usesRealDataForTests: 'data',
  usesWirelessLan: 'wireless',
  employsStaffWithoutStatutoryDuty: 'people',
  usesMaintenanceContractor: 'maintenance',
  disposesDevices: 'disposal',
  takesOut: 'takingOut',
  usedEmergencyAccounts: 'emergency',
  hasExternalConnection: 'outside',
  usesESignature: 'signature',
  storesLegalRecordsElectronically: 'records',
  storesExternallyByNetwork: 'external',
  scansPaper: 'scan',
}

export type GroupName =
  | 'users'
  | 'data'
  | 'wireless'
  | 'people'
  | 'maintenance'
  | 'disposal'
  | 'takingOut'
  | 'emergency'
  | 'outside'
  | 'signature'
  | 'records'
  | 'external'
  | 'scan'
  | 'rest'

export interface QuestionGroup {
  readonly group: GroupName
  readonly questions: readonly Question[]
}

/** The questions in groups; what another edition asks before the first group we know stands under `rest`. */
export function groupQuestions(questions: readonly Question[]): readonly QuestionGroup[] {
  const begins = questions.flatMap(({ key }, index) => (Object.hasOwn(starts, key) || index === 0 ? [index] : []))
  return begins.map((from, index) => {
    const own = questions.slice(from, begins[index + 1])
    return { group: starts[own[0]?.key ?? ''] ?? 'rest', questions: own }
  })
}
