import { type AnyKind, FACILITY_FORMAT, itemKinds } from './facility/facility.ts'
import { type Fields, ITEMS_PER_KIND, type Shape } from './facility/field.ts'
import { head, provenance } from './facility/kind.ts'
import type { Expected, Path } from './issue.ts'

const kinds: readonly AnyKind[] = Object.values(itemKinds)

/** Every field of a kind as files and forms name it, in the order in which people read it. */
export function fieldsOf(kind: AnyKind): Fields {
  return fieldsByKind.get(kind) ?? assembled(kind)
}

function assembled(kind: AnyKind): Fields {
  const { name, confirmedOn } = head
  const named: Fields = kind.single && kind.kind !== 'profile' ? {} : { name }
  return { ...named, ...kind.fields, confirmedOn, ...provenance }
}

/** Every sentence about a fact asks for them, thousands of times for one page. */
const fieldsByKind: ReadonlyMap<AnyKind, Fields> = new Map(kinds.map((kind) => [kind, assembled(kind)]))

/** What belongs at a path of an item, or undefined where nothing may stand. */
export function expectedInItem(kind: AnyKind, path: Path): Expected | undefined {
  const fields = fieldsOf(kind)
  if (path.length === 1 && path[0] === 'id' && !kind.single) return { type: 'id' }
  const names = kind.single ? Object.keys(fields) : ['id', ...Object.keys(fields)]
  return path.length === 0 ? { type: 'map', names } : inFields(fields, path)
}

/** What belongs at a path of a facility file. */
export function expectedInFacility(path: Path): Expected | undefined {
  const [member, ...rest] = path
  if (member === undefined) return { type: 'map', names: members }
  if (member === 'format') return { type: 'exactly', value: FACILITY_FORMAT }
  if (member === 'asOf') return { type: 'day' }
  if (member === 'sample') return { type: 'flag' }
  if (member === 'practices') return rest.length === 0 ? { type: 'map' } : { type: 'flag' }
  if (member === 'practicesConfirmedOn') return rest.length === 0 ? { type: 'map' } : { type: 'day' }
  const kind = kinds.find((each) => each.member === member)
  if (!kind) return undefined
  if (kind.single) return expectedInItem(kind, rest)
  return rest.length === 0 ? { type: 'list', max: ITEMS_PER_KIND } : expectedInItem(kind, rest.slice(1))
}

const members = [
  'format',
  'asOf',
  'sample',
  'profile',
  'practices',
  'practicesConfirmedOn',
  ...kinds.map((kind) => kind.member).filter((member) => member !== 'profile'),
]

function inFields(fields: Fields, path: Path): Expected | undefined {
  const [name, ...rest] = path
  const shape = Object.hasOwn(fields, String(name)) ? fields[String(name)]?.shape : undefined
  if (!shape) return undefined
  if (shape.type === 'group') {
    return rest.length === 0 ? { type: 'map', names: Object.keys(shape.fields) } : inFields(shape.fields, rest)
  }
  return rest.length === 0 ? shape : oneOf(shape)
}

function oneOf(shape: Exclude<Shape, { type: 'group' }>): Expected {
  if (shape.type === 'choices') return { type: 'choice', options: shape.options }
  return shape.type === 'references' ? { type: 'reference', to: shape.to } : shape
}
