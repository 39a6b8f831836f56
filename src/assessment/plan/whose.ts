import type { Role } from '#access'

/**
 * だれの用件か — the director and the safety manager answer for everything, what is late and what nobody has included;
 * everybody else sees the tasks of the persons for whom they stand.
 */
export function seesEveryTask(roles: readonly Role[]): boolean {
  return roles.includes('director') || roles.includes('safety-manager')
}
