export {
  type Applicability,
  applicabilitySchema,
  evaluate,
  type Facts,
  factsIn,
  type Truth,
} from './applicability.ts'
export {
  type Checklist,
  type ChecklistItem,
  type ChecklistMark,
  type ChecklistScope,
  type ChecklistSheetKind,
  itemsOfSheet,
  marksOfItem,
} from './checklist.ts'
export type {
  Alternatives,
  ApplicabilityFact,
  Bilingual,
  Chapter,
  Confidence,
  Edition,
  EvidenceKind,
  GuidelineRole,
  QuestionAndAnswer,
  Requirement,
  RequirementKind,
  Responsibility,
  Section,
  SourceDocument,
  Term,
} from './edition.ts'
export {
  checklistInForce,
  checklists,
  editions,
  type Library,
  loadChecklist,
  loadEdition,
  openLibrary,
  ownLibrary,
} from './library.ts'
export { checklistLosses, editionLosses, type Keeper, type Loss } from './losses.ts'
export {
  type ApplicableRequirements,
  alternativesOf,
  children,
  type Mark,
  marksOf,
  markWords,
  questionsAbout,
  requirement,
  requirementsFor,
  requirementsForRole,
  requirementsOfSection,
  section,
} from './questions.ts'
export { search, term, termsIn } from './search.ts'
export { type DataIssue, UnusableData } from './unusable-data.ts'
