import type { Facility, Item } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { eachRecorded, notRecorded, type Voice } from './rule.ts'
import { within } from './within.ts'

/**
 * 6.5.D-3 — before every line to the outside and before every database server stands a firewall that looks at the
 * state of a connection, and its rules were looked at within the facility's interval.
 */
export function checkFirewall(facility: Facility, on: Day): readonly Finding[] {
  const check = ({ firewall }: Pick<Item<'connection'>, 'firewall'>, says: Voice) =>
    checkOne(firewall, says, facility, on)
  const findings = [
    ...eachRecorded('connection', facility.connections, check),
    ...eachRecorded('server', facility.servers, (server, says) => {
      if (server.databaseServer === undefined) return says.missing('databaseServer')
      return server.databaseServer ? check(server, says) : []
    }),
  ]
  return findings.length > 0 ? findings : [notRecorded('connection')]
}

function checkOne(firewall: Item<'connection'>['firewall'], says: Voice, facility: Facility, on: Day) {
  const { stateful, rulesReviewedOn } = firewall ?? {}
  if (stateful === undefined) return says.missing('firewall.stateful')
  if (!stateful) return says.notMet('firewall.stateful', 'firewall-stateless')
  const limit = 'firewallReviewDays'
  return [
    says.met('firewall.stateful', 'firewall-stateful'),
    within({ says, field: 'firewall.rulesReviewedOn', day: rulesReviewedOn, limit, facility, on }),
  ]
}
