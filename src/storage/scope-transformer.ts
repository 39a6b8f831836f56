import {
  type AggregateFunctionNode,
  AliasNode,
  BinaryOperationNode,
  ColumnNode,
  type DeleteQueryNode,
  FromNode,
  type FunctionNode,
  IdentifierNode,
  type InsertQueryNode,
  type JoinNode,
  type OnConflictNode,
  type OperationNode,
  OperationNodeTransformer,
  OperatorNode,
  ParensNode,
  type QueryId,
  type RawNode,
  ReferenceNode,
  type RootOperationNode,
  SelectAllNode,
  SelectionNode,
  SelectQueryNode,
  TableNode,
  type UpdateQueryNode,
  UsingNode,
  ValueNode,
  type WithNode,
} from 'kysely'
import { OutsideScope } from './outside-scope.ts'
import { bounded, columnOf, givenValue, isTable, isView, nameOf, type RowOfValues, visibleName } from './scope-nodes.ts'
import { refuseUnknownWords } from './scope-words.ts'
import type { Engine, Scope } from './storage.ts'
import { INSTALLATION, installationTables } from './tables.ts'

type Kind = OperationNode['kind']

const refusedKinds: ReadonlySet<Kind> = new Set<Kind>(['MergeQueryNode', 'OrActionNode', 'OnDuplicateKeyNode'])
const innerJoins: ReadonlySet<string> = new Set(['InnerJoin', 'CrossJoin'])

// What row-level security reads as "nobody" and "the installation".
const reserved: ReadonlySet<string> = new Set(['', INSTALLATION])

// Stands in for a join's table while the rest of the join is gone through.
const nothingToRead = TableNode.create('nothing')

interface Sources {
  readonly from: FromNode | undefined
  readonly joins: readonly JoinNode[] | undefined
  readonly bounds: readonly OperationNode[]
}

export class ScopeTransformer extends OperationNodeTransformer {
  readonly #facilityId: string | undefined
  readonly #engine: Engine
  readonly #named = new Set<string>()

  constructor(scope: Scope, engine: Engine) {
    super()
    if (scope !== 'installation' && reserved.has(scope.facilityId)) throw new OutsideScope('not a facility id')
    this.#facilityId = scope === 'installation' ? undefined : scope.facilityId
    this.#engine = engine
  }

  bound(query: RootOperationNode, queryId: QueryId): RootOperationNode {
    this.#named.clear()
    return this.transformNode(query, queryId)
  }

  protected override transformNodeImpl<T extends OperationNode>(node: T, queryId?: QueryId): T {
    if (refusedKinds.has(node.kind)) throw new OutsideScope(`a scope runs no ${node.kind}`)
    return super.transformNodeImpl(node, queryId)
  }

  protected override transformSelectQuery(node: SelectQueryNode, queryId?: QueryId): SelectQueryNode {
    const withNode = this.transformNode(node.with, queryId)
    const { from, joins, bounds } = this.#sources(node.from?.froms, node.joins, queryId)
    const rest = super.transformSelectQuery({ ...node, with: undefined, from: undefined, joins: undefined }, queryId)
    // SQLite has one writer, so what is read there is locked already, and it knows no FOR UPDATE.
    const endModifiers = this.#engine === 'sqlite' ? undefined : rest.endModifiers
    return { ...rest, with: withNode, from, joins, where: bounded(rest.where, bounds), endModifiers }
  }

  protected override transformUpdateQuery(node: UpdateQueryNode, queryId?: QueryId): UpdateQueryNode {
    for (const update of node.updates ?? []) this.#refuseMoving(update.column, update.value)
    const withNode = this.transformNode(node.with, queryId)
    const target = this.#target(node.table)
    const { from, joins, bounds } = this.#sources(node.from?.froms, node.joins, queryId)
    const rest = super.transformUpdateQuery(
      { ...node, with: undefined, table: undefined, from: undefined, joins: undefined },
      queryId,
    )
    const where = bounded(rest.where, [...this.#boundOf(target), ...bounds])
    return { ...rest, with: withNode, table: target, from, joins, where }
  }

  protected override transformDeleteQuery(node: DeleteQueryNode, queryId?: QueryId): DeleteQueryNode {
    const withNode = this.transformNode(node.with, queryId)
    if (node.from.froms.length !== 1) throw new OutsideScope('a delete names one table')
    const target = this.#target(node.from.froms[0])
    const { from: used, joins, bounds } = this.#sources(node.using?.tables, node.joins, queryId)
    const nothing = FromNode.create([])
    const rest = super.transformDeleteQuery(
      { ...node, with: undefined, from: nothing, using: undefined, joins: undefined },
      queryId,
    )
    const where = bounded(rest.where, [...this.#boundOf(target), ...bounds])
    const using = used && UsingNode.create(used.froms)
    return { ...rest, with: withNode, from: FromNode.create([target]), using, joins, where }
  }

  protected override transformInsertQuery(node: InsertQueryNode, queryId?: QueryId): InsertQueryNode {
    if (!node.into || node.replace || node.defaultValues) throw new OutsideScope('an insert names its table and values')
    this.#target(node.into)
    this.#refuseStrangers(node)
    const withNode = this.transformNode(node.with, queryId)
    return { ...super.transformInsertQuery({ ...node, with: undefined }, queryId), with: withNode }
  }

  protected override transformOnConflict(node: OnConflictNode, queryId?: QueryId): OnConflictNode {
    for (const update of node.updates ?? []) this.#refuseMoving(update.column, update.value)
    return super.transformOnConflict(node, queryId)
  }

  /** A name given with WITH must not be a table's, so that a table's name always means the table. */
  protected override transformWith(node: WithNode, queryId?: QueryId): WithNode {
    for (const expression of node.expressions) {
      const name = nameOf(expression.name.table)
      if (isTable(name)) throw new OutsideScope(`a query may not be named ${name}, which is a table`)
      this.#named.add(name)
    }
    return super.transformWith(node, queryId)
  }

  protected override transformRaw(node: RawNode, queryId?: QueryId): RawNode {
    refuseUnknownWords(node.sqlFragments)
    return super.transformRaw(node, queryId)
  }

  protected override transformFunction(node: FunctionNode, queryId?: QueryId): FunctionNode {
    refuseUnknownWords([node.func])
    return super.transformFunction(node, queryId)
  }

  protected override transformAggregateFunction(node: AggregateFunctionNode, queryId?: QueryId): AggregateFunctionNode {
    refuseUnknownWords([node.func])
    return super.transformAggregateFunction(node, queryId)
  }

  /**
   * Bounds for everything a query reads. With inner joins a condition is enough, and keeps FOR UPDATE to the rows
   * asked for; beside an outer join each table becomes a query of its own rows, since there a condition in WHERE would
   * come too late.
   */
  #sources(
    froms: readonly OperationNode[] | undefined,
    joins: readonly JoinNode[] | undefined,
    queryId?: QueryId,
  ): Sources {
    const inner = (joins ?? []).every((join) => innerJoins.has(join.joinType))
    const bounds: OperationNode[] = []
    const read = (source: OperationNode): OperationNode => {
      const table = this.#readTable(source)
      if (!table) return this.transformNode(source, queryId)
      if (!inner) return this.#ownRows(table)
      bounds.push(...this.#boundOf(source))
      return source
    }
    const from = froms && FromNode.create(froms.map(read))
    const joined = joins?.map((join) => {
      const table = read(join.table)
      return { ...(this.transformNode({ ...join, table: nothingToRead }, queryId) as JoinNode), table }
    })
    return { from, joins: joined, bounds }
  }

  /** The table that a source reads, with the name it goes by; undefined for a subquery or a query named with WITH. */
  #readTable(source: OperationNode): { readonly table: TableNode; readonly name: string } | undefined {
    const inside = AliasNode.is(source) ? source.node : source
    if (SelectQueryNode.is(inside) || ParensNode.is(inside)) return undefined
    if (!TableNode.is(inside)) throw new OutsideScope(`a scope does not read from ${inside.kind}`)
    const name = nameOf(inside)
    if (this.#named.has(name)) return undefined
    this.#refuseUnknownTable(inside)
    return { table: inside, name: visibleName(source) }
  }

  #ownRows({ table, name }: { readonly table: TableNode; readonly name: string }): OperationNode {
    const all = SelectQueryNode.cloneWithSelections(SelectQueryNode.createFrom([table]), [
      SelectionNode.create(SelectAllNode.create()),
    ])
    const own = { ...all, where: bounded(undefined, this.#boundOf(table)) }
    return AliasNode.create(own, IdentifierNode.create(name))
  }

  #target(target: OperationNode | undefined): OperationNode {
    const inside = target && AliasNode.is(target) ? target.node : target
    if (!target || !inside || !TableNode.is(inside)) throw new OutsideScope('a change names one table')
    if (isView(nameOf(inside))) throw new OutsideScope(`${nameOf(inside)} is only read`)
    this.#refuseUnknownTable(inside)
    return target
  }

  #refuseUnknownTable(table: TableNode): void {
    const name = nameOf(table)
    if (table.table.schema || !isTable(name)) throw new OutsideScope(`${name} is not a table of ours`)
    if (this.#facilityId === undefined && name !== 'facility' && !installationTables.includes(name)) {
      throw new OutsideScope(`the installation sees the facilities and what is its own, not ${name}`)
    }
  }

  #boundOf(source: OperationNode): readonly OperationNode[] {
    const owner = this.#ownerOf(source)
    if (owner === undefined) return []
    const column = ReferenceNode.create(ColumnNode.create('facility_id'), TableNode.create(visibleName(source)))
    return [BinaryOperationNode.create(column, OperatorNode.create('='), ValueNode.create(owner))]
  }

  /** Whose rows of a table are met: the facility's; the installation's own; of the facilities themselves, all. */
  #ownerOf(source: OperationNode | undefined): string | undefined {
    if (this.#facilityId !== undefined) return this.#facilityId
    const table = source && AliasNode.is(source) ? source.node : source
    const isOwn = table && TableNode.is(table) && installationTables.includes(nameOf(table))
    return isOwn ? INSTALLATION : undefined
  }

  #refuseMoving(column: OperationNode, value: OperationNode): void {
    const name = columnOf(column)
    if (name === undefined) throw new OutsideScope('an update names its columns')
    if (name !== 'facility_id') return
    throw new OutsideScope(`a row never moves to another facility: ${JSON.stringify(value)}`)
  }

  #refuseStrangers(node: InsertQueryNode): void {
    const owner = this.#ownerOf(node.into)
    if (owner === undefined) return
    const at = (node.columns ?? []).findIndex((column) => column.column.name === 'facility_id')
    if (at < 0) throw new OutsideScope('an inserted row carries its facility_id')
    if (node.values?.kind !== 'ValuesNode') throw new OutsideScope('an insert in a scope gives its values')
    const rows = (node.values as OperationNode & { readonly values: readonly RowOfValues[] }).values
    for (const row of rows) {
      const given = row.kind === 'PrimitiveValueListNode' ? row.values[at] : givenValue(row.values[at])
      if (given !== owner) throw new OutsideScope('an inserted row carries the facility_id of its scope')
    }
  }
}
