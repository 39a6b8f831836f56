import type { KyselyPlugin, OperationNode, RootOperationNode } from 'kysely'
import { OutsideScope } from './outside-scope.ts'
import { ScopeTransformer } from './scope-transformer.ts'
import type { Engine, Scope } from './storage.ts'

const rootKinds: readonly OperationNode['kind'][] = [
  'SelectQueryNode',
  'InsertQueryNode',
  'UpdateQueryNode',
  'DeleteQueryNode',
]

/**
 * 施設の境 — the rule that keeps facilities apart, on both engines: whatever a query names, it meets only the rows of
 * its scope, and what the rule cannot judge it refuses. `passed` receives the queries that may run; the connection
 * runs nothing else, so that neither `withoutPlugins` nor a query compiled elsewhere leads around the rule.
 */
export function scopeRule(scope: Scope, engine: Engine, passed: WeakSet<RootOperationNode>): KyselyPlugin {
  const transformer = new ScopeTransformer(scope, engine)
  return {
    transformQuery({ node, queryId }) {
      if (!rootKinds.includes(node.kind)) throw new OutsideScope(`a scope runs no ${node.kind}`)
      const bounded = transformer.bound(node, queryId)
      passed.add(bounded)
      return bounded
    },
    transformResult: async ({ result }) => result,
  }
}
