export {
  type AnyItem,
  FACILITY_FORMAT,
  type Facility,
  facilitySchema,
  type Item,
  type ItemKindName,
  itemKinds,
} from './facility/facility.ts'
export type { Field, Fields, Shape, Unit, ValueOf, Words } from './facility/field.ts'
export { threats } from './facility/information.ts'
export { head, type ItemKind, type ItemOf, provenance } from './facility/kind.ts'
export { posts } from './facility/people.ts'
