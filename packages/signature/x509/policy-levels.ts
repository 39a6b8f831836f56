import type { Certificate } from './certificate.ts'
import { anyPolicy, policiesOf, policyMappingsOf } from './extension/policies.ts'

/** One policy at one depth: what the next certificate may call it, and whether it descends from one the caller accepts. */
interface PolicyNode {
  readonly expected: ReadonlySet<string>
  readonly accepted: boolean
}

/** The policies of one depth; null: none is left. */
export type PolicyLevel = ReadonlyMap<string, PolicyNode> | null

/**
 * The valid policies of RFC 5280 §6.1, kept as RFC 9618 does: each policy once at each depth, so that a hostile chain cannot make them
 * multiply. Only the newest depth is kept, since whether a policy descends from an accepted one is known when it is made.
 */
export const firstLevel: PolicyLevel = new Map([[anyPolicy, { expected: new Set([anyPolicy]), accepted: true }]])

/** §6.1.3 (d) and (e). `accepts` tells which policies the caller asked for; `anyCounts` whether anyPolicy may stand for others here. */
export function nextLevel(
  level: PolicyLevel,
  certificate: Certificate,
  accepts: (oid: string) => boolean,
  anyCounts: boolean,
): PolicyLevel {
  const policies = policiesOf(certificate)
  if (level === null || policies === null) return null
  const next = new Map<string, PolicyNode>()
  const add = (oid: string, parents: readonly (readonly [string, PolicyNode])[]): void => {
    const accepted = parents.some(([parent, node]) => (parent === anyPolicy ? accepts(oid) : node.accepted))
    next.set(oid, { expected: new Set([oid]), accepted: oid === anyPolicy || accepted })
  }
  const expecting = (oid: string) => [...level].filter(([, node]) => node.expected.has(oid))
  const any = level.get(anyPolicy)
  for (const oid of policies.oids.filter((one) => one !== anyPolicy)) {
    const parents = expecting(oid)
    if (parents.length > 0) add(oid, parents)
    else if (any !== undefined) add(oid, [[anyPolicy, any]])
  }
  if (anyCounts && policies.oids.includes(anyPolicy))
    for (const oid of new Set([...level.values()].flatMap(({ expected }) => [...expected])))
      if (!next.has(oid)) add(oid, expecting(oid))
  return next.size === 0 ? null : next
}

/** §6.1.4 (b): what the next certificate calls the policies of this one. Where mapping is inhibited, mapped policies are gone. */
export function mappedLevel(
  level: PolicyLevel,
  certificate: Certificate,
  accepts: (oid: string) => boolean,
  mayMap: boolean,
): PolicyLevel {
  const mappings = policyMappingsOf(certificate)
  if (level === null || mappings.length === 0) return level
  const next = new Map(level)
  for (const issuer of new Set(mappings.map((mapping) => mapping.issuer))) {
    if (!mayMap) {
      next.delete(issuer)
      continue
    }
    const expected = new Set(mappings.filter((mapping) => mapping.issuer === issuer).map(({ subject }) => subject))
    const node = level.get(issuer)
    if (node !== undefined) next.set(issuer, { ...node, expected })
    else if (level.has(anyPolicy)) next.set(issuer, { expected, accepted: accepts(issuer) })
  }
  return next.size === 0 ? null : next
}

/** §6.1.5 (g): whether a policy is left that the caller asked for. */
export function someAccepted(level: PolicyLevel): boolean {
  return level !== null && [...level.values()].some(({ accepted }) => accepted)
}
