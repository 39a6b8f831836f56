import type { Facility, Item } from '#registry/contract'
import type { Finding } from '../contract.ts'
import type { Truth } from '../truth.ts'
import { each, type Voice } from './rule.ts'

/** Whether a system asks for something that its users remember. No factor recorded: not known. */
export function usesPassword({ authentication }: Item<'system'>): Truth {
  const factors = authentication?.factors ?? []
  return factors.length === 0 ? undefined : factors.includes('knowledge')
}

/** Asks every system that uses passwords; one that says nothing of its factors may be one. */
export function eachPasswordSystem(
  facility: Facility,
  check: (system: Item<'system'>, says: Voice) => Finding | readonly Finding[],
): readonly Finding[] {
  return each('system', facility.systems, 'password-system', (system, says) => {
    const concerned = usesPassword(system)
    if (concerned === undefined) return says.missing('authentication.factors')
    return concerned ? check(system, says) : []
  })
}
