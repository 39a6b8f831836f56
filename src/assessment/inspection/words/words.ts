import type { PaperLanguage } from '#paper'
import type { TaskState } from '#task/contract'
import type { Counts } from '../../contract.ts'
import type { PartId, Step } from '../contract.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'

/** Every word of the inspection file that is neither the facility's nor another paper's. */
export interface InspectionWords {
  readonly title: string
  readonly sample: string
  readonly selfAssessment: string
  readonly madeOn: string
  readonly madeBy: string
  readonly facility: string
  readonly edition: string
  readonly index: string
  readonly nothingRecorded: string
  readonly titles: Readonly<Record<PartId, string>>
  readonly leads: Readonly<Record<PartId, string>>
  readonly steps: Readonly<Record<Step, string>>
  readonly files: Readonly<Record<'paper' | 'registry' | 'assessment' | 'journal' | 'readMe', string>>
  readonly folder: (day: string) => string
  readonly readMe: (day: string, facility: string) => string
  readonly comma: string
  readonly notRecorded: string
  readonly notDecided: string
  readonly nobody: string
  readonly name: string
  readonly part: string
  readonly whatIsMissing: string
  readonly nothingMissing: string
  readonly missingNote: (count: number) => string
  readonly checklistBlank: (sheet: string, all: number, blank: number) => string
  readonly supplierSheetsBlank: (names: readonly string[]) => string
  readonly post: string
  readonly who: string
  readonly department: string
  readonly postsTitle: string
  readonly answersForTitle: string
  readonly answersFor: string
  readonly postEmpty: (post: string) => string
  readonly finder: string
  readonly finderDoes: string
  readonly phoneMissing: string
  readonly phonesMissing: (names: readonly string[]) => string
  readonly companiesTitle: string
  readonly company: string
  readonly forWhat: string
  readonly desk: string
  readonly phone: string
  readonly outsideContacts: string
  readonly registryNote: string
  readonly listTitle: (kind: string, count: number) => string
  readonly listEmpty: (kind: string) => string
  readonly withoutOwner: (kind: string, names: readonly string[]) => string
  readonly rulesEmpty: string
  readonly withoutVersion: (names: readonly string[]) => string
  readonly trainingNotHeld: string
  readonly untrained: (names: readonly string[]) => string
  readonly disclosuresTitle: string
  readonly contractsTitle: string
  readonly answersTitle: string
  readonly asked: string
  readonly answer: string
  readonly answeredBy: string
  readonly system: string
  readonly undisclosed: (names: readonly string[]) => string
  readonly notMet: (count: number) => string
  readonly unknown: (count: number) => string
  readonly task: string
  readonly owner: string
  readonly dueOn: string
  readonly cost: string
  readonly taskState: string
  readonly taskStates: Readonly<Record<TaskState, string>>
  readonly yen: (amount: number) => string
  readonly late: (days: number) => string
  readonly taskLate: (title: string, days: number) => string
  readonly stillShort: string
  readonly withoutTask: (count: number) => string
  readonly number: string
  readonly takenOn: string
  readonly approvedOn: string
  readonly minimum: string
  readonly notApproved: string
  readonly counted: (counts: Counts) => string
  readonly neverTaken: string
  readonly newestNotApproved: string
  readonly logInterval: string
  readonly logsDue: string
  readonly days: (days: number) => string
  readonly reviewedOn: string
  readonly reviewer: string
  readonly reviewedLog: string
  readonly reviewResult: string
  readonly logIntervalMissing: string
  /** How many logs, and the lines of the first. */
  readonly logsNotReviewed: (count: number, first: readonly string[]) => string
  readonly verifiedOn: string
  readonly entries: string
  readonly entriesCount: (count: number) => string
  readonly result: string
  readonly journalWhole: string
  readonly journalBroken: (findings: number) => string
  readonly logsTitle: string
  readonly log: string
  readonly size: string
  readonly signedSize: string
  readonly root: string
  readonly journalNote: string
  readonly elsewhere: readonly string[]
  readonly elsewhereMissing: string
}

export const wordsOf = (language: PaperLanguage): InspectionWords => (language === 'ja' ? ja : en)
