export { checkItem, emptyItem, nextId, withoutEmpty } from './empty-item.ts'
export { fieldsOf } from './expected-at.ts'
export { askedOfSuppliers, suppliersKnow } from './facility/asked-of-suppliers.ts'
export {
  type AnyItem,
  type AnyKind,
  FACILITY_FORMAT,
  type Facility,
  facilitySchema,
  type Item,
  type ItemKindName,
  itemKinds,
  practicesSchema,
  type StoredValue,
  schemaOfItem,
} from './facility/facility.ts'
export { factValidDays } from './facility/fact-valid-days.ts'
export { type Field, type Fields, NOBODY, type Shape, type Unit, type ValueOf, type Words } from './facility/field.ts'
export { threats, topics } from './facility/information.ts'
export { head, type ItemKind, type ItemOf, provenance } from './facility/kind.ts'
export { posts } from './facility/people.ts'
export { type FieldPlace, fieldAt, sayField } from './field-at.ts'
export type { Expected, Issue, IssueCode } from './issue.ts'
export { overdueLeavers } from './leaver/leaving.ts'
export { rowsInText } from './table/rows-in-text.ts'
export * from './wire.ts'
export { type Act, acts } from './words/act.ts'
export { sayExpected } from './words/expected.ts'
export { knowsIssue, type Language, sayIssue } from './words/issue.ts'
export { shownFact } from './words/shown-fact.ts'
export { units } from './words/unit.ts'
export { cellOf } from './workbook/cell-of.ts'
export { columnsOf, type FactColumn } from './workbook/columns.ts'
export { factIn } from './workbook/fact-in.ts'
export { type Names, namesIn } from './workbook/names.ts'
