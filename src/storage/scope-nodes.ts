import {
  AliasNode,
  AndNode,
  ColumnNode,
  IdentifierNode,
  type OperationNode,
  ParensNode,
  ReferenceNode,
  type TableNode,
  ValueNode,
  WhereNode,
} from 'kysely'
import { OutsideScope } from './outside-scope.ts'
import { tableNames, viewNames } from './tables.ts'

export type RowOfValues =
  | { readonly kind: 'PrimitiveValueListNode'; readonly values: readonly unknown[] }
  | { readonly kind: 'ValueListNode'; readonly values: readonly OperationNode[] }

export const isTable = (name: string) => (tableNames as readonly string[]).includes(name) || isView(name)
export const isView = (name: string) => (viewNames as readonly string[]).includes(name)
export const nameOf = (table: TableNode) => table.table.identifier.name

export function visibleName(source: OperationNode): string {
  if (!AliasNode.is(source)) return nameOf(source as TableNode)
  if (!IdentifierNode.is(source.alias)) throw new OutsideScope('a table goes by a plain name')
  return source.alias.name
}

export function givenValue(node: OperationNode | undefined): unknown {
  return node && ValueNode.is(node) ? node.value : undefined
}

export function columnOf(node: OperationNode): string | undefined {
  if (ColumnNode.is(node)) return node.column.name
  return ReferenceNode.is(node) && ColumnNode.is(node.column) ? node.column.column.name : undefined
}

/** The caller's condition stays in parentheses, so that its OR cannot step over the bounds. */
export function bounded(where: WhereNode | undefined, bounds: readonly OperationNode[]): WhereNode | undefined {
  const [firstBound, ...others] = bounds
  if (!firstBound) return where
  const bound = others.reduce((all, next) => AndNode.create(all, next), firstBound)
  return WhereNode.create(where ? AndNode.create(bound, ParensNode.create(where.where)) : bound)
}
