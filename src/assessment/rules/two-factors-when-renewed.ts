import type { Facility, Item } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { all, type Truth } from '../truth.ts'
import { each } from './rule.ts'

/**
 * 第5.2版 is dated 令和4年3月 without a day and speaks of what is introduced or renewed from now on (今後). We take the
 * first day of that month, which asks for more rather than less.
 */
const FROM = '2022-03-01'

/** Whether the system was introduced or renewed under the edition and is expected to run in fiscal 2027 (令和9年度). */
export function isRenewedForFiscal2027({ runsInFiscal2027, introducedOn }: Item<'system'>): Truth {
  return all([runsInFiscal2027, introducedOn === undefined ? undefined : introducedOn >= FROM])
}

/**
 * 6.5.C-13 — a system introduced or renewed to run in fiscal 2027 uses two factors, or a measure equal to that. Such a
 * measure counts once it is written down; one known factor and no measure falls short.
 */
export function checkTwoFactorsWhenRenewed(facility: Facility): readonly Finding[] {
  return each('system', facility.systems, 'renewed-system', (system, says) => {
    const concerned = isRenewedForFiscal2027(system)
    if (concerned === false) return []
    if (concerned === undefined)
      return says.missing(system.runsInFiscal2027 === undefined ? 'runsInFiscal2027' : 'introducedOn')
    const { factors = [], equivalentMeasure } = system.authentication ?? {}
    if (new Set(factors).size >= 2)
      return says.met('authentication.factors', 'two-factors', { factors: factors.join(',') })
    if (equivalentMeasure !== undefined) return says.met('authentication.equivalentMeasure', 'equivalent-measure')
    if (factors.length === 0) return says.missing('authentication.factors')
    return says.notMet('authentication.factors', 'one-factor', { factors: factors.join(',') })
  })
}
