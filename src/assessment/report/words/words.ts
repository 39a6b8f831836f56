import type { Evidence, Reason, State } from '../../contract.ts'
import type { ReportLanguage } from '../report-input.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'

/** Every word of the paper that is not the facility's own. Both languages are complete; the type sees to it. */
export interface ReportWords {
  readonly sample: string
  readonly selfAssessment: string
  readonly approval: {
    readonly heading: string
    readonly director: string
    readonly responsible: string
    readonly clerk: string
  }
  readonly director: {
    readonly to: (name?: string) => string
    readonly title: string
    readonly lead: (edition: string, total: number, on: string) => string
    readonly decide: (decisions: number) => string
    readonly nothingToDecide: (notMet: number, unknown: number) => string
    readonly answers: readonly string[]
    readonly result: string
    readonly resultBase: (total: number, met: number) => string
    readonly thisTime: string
    readonly previous: (on: string) => string
    readonly total: string
    readonly bandKey: string
    readonly apart: (notApplicable: number) => string
    readonly recommended: (total: number, met: number, notMet: number, unknown: number, notApplicable: number) => string
    readonly unknownAre: (
      unknown: number,
      groups: readonly { readonly name: string; readonly count: number }[],
    ) => string
    readonly urgent: string
    readonly urgentBase: (notMet: number, shown: number, besidesDecisions: boolean) => string
    readonly urgentElsewhere: (notMet: number) => string
    readonly noUrgent: string
    readonly toDo: string
    readonly owner: string
    readonly due: string
    readonly instructions: string
    readonly edition: string
    readonly createdOn: string
    readonly createdBy: string
    readonly responsible: string
  }
  readonly sections: {
    readonly label: (section: string) => string
    readonly heading: string
    readonly note: string
    readonly section: string
    readonly minimum: string
    readonly recommended: string
    readonly total: string
  }
  readonly gaps: {
    readonly notMetHeading: string
    readonly notMetNote: string
    readonly noneNotMet: string
    readonly found: string
    readonly toDo: string
    readonly ownerAndDue: string
    readonly unknownHeading: string
    readonly unknownNote: string
    readonly noneUnknown: string
    readonly askOf: (name: string) => string
    readonly count: (items: number) => string
  }
  readonly list: {
    readonly heading: string
    readonly note: string
    readonly number: string
    readonly title: string
    readonly state: string
    readonly basis: string
    readonly unconfirmedNumber: string
    readonly unconfirmedContent: string
    /** What evidence rests on when the fact is the facility's as a whole and has no name of its own. */
    readonly register: string
    /** `証拠：電子カルテ（事業者）`; expired evidence says so first. */
    readonly evidence: (subject: string, source: string, by: string, expired: boolean) => string
    readonly until: (takenOn: string, validUntil: string) => string
    readonly more: (count: number) => string
  }
  readonly marks: {
    readonly heading: string
    readonly rows: readonly (readonly [mark: string, meaning: string])[]
  }
  readonly states: Readonly<Record<State, string>>
  /** What is missing, said of a group of unknown items, and who can say it. */
  readonly reasons: Readonly<Record<Reason | 'other', { readonly name: string; readonly ask: string }>>
  readonly sources: Readonly<Record<Evidence['source'], string>>
}

export const wordsIn = (language: ReportLanguage): ReportWords => (language === 'ja' ? ja : en)

/** Each state has a shape beside its word, so that it survives a fax and a reader who sees no colour. */
export const stateShapes: Readonly<Record<State, string>> = {
  met: '●',
  'not-met': '▲',
  unknown: '？',
  'not-applicable': '－',
}
