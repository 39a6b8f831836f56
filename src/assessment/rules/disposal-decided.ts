import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { each } from './rule.ts'

const parts = ['conditions', 'who', 'how'] as const

/** 6.7.C-1 — for every kind of information it is decided when, by whom and how it is disposed of. */
export function checkDisposalDecided(facility: Facility): readonly Finding[] {
  return each('information', facility.information, 'information', ({ disposal }, says) => {
    if (disposal?.decided === false) return says.notMet('disposal.decided', 'disposal-undecided')
    const silent = parts.find((part) => disposal?.[part] === undefined)
    return silent === undefined ? says.met('disposal.how', 'disposal-decided') : says.missing(`disposal.${silent}`)
  })
}
