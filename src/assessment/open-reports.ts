import type { Caller } from '#access'
import { type ChargeGround, makeCharges, readCharges } from './charge/load-charges.ts'
import type { ChargesRequest } from './charge/wire.ts'
import type { Language } from './contract.ts'
import { type DirectorGround, makeDirectorPage, readDirectorPage } from './director/load-director-page.ts'

/** The pages for one reader, on the given ground: the director's, and each person's own. */
export function openReports(ground: DirectorGround & ChargeGround) {
  return {
    readDirectorPage: (caller: Caller, language: Language) => readDirectorPage(ground, caller, language),
    makeDirectorPage: (caller: Caller, language: Language) => makeDirectorPage(ground, caller, language),
    readCharges: (caller: Caller, request: ChargesRequest, language: Language) =>
      readCharges(ground, caller, request, language),
    makeCharges: (caller: Caller, request: ChargesRequest, language: Language) =>
      makeCharges(ground, caller, request, language),
  }
}

/** 紙面 — what is gathered for one reader. */
export type Reports = ReturnType<typeof openReports>
