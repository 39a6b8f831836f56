import { algorithmCases, chainCases, lifeCases, listCases } from './certificate-cases.ts'
import { attributeCases, contentCases, severalSignersCases, signerCases } from './cms-cases.ts'
import type { NegativeCase } from './negative-case.ts'
import { pdfCmsCases, pdfRangeCases } from './pdf-cases.ts'
import {
  pdfChangeCases,
  pdfRestrictionCases,
  pdfShadowCases,
  pdfStampCases,
  pdfTableCases,
} from './pdf-change-cases.ts'
import { prescriptionCases } from './prescription-cases.ts'
import { roleCases } from './role-cases.ts'
import { stampCases, tokenCases } from './stamp-cases.ts'
import { xmlContentCases, xmlSignatureCases, xmlStampCases } from './xml-cases.ts'

/** 検証の負例 — files that must not be believed as they stand, by subject; docs/negative-cases.md tells them in this order. */
export const cases: readonly NegativeCase[] = [
  ...attributeCases,
  ...signerCases,
  ...contentCases,
  ...severalSignersCases,
  ...lifeCases,
  ...algorithmCases,
  ...chainCases,
  ...listCases,
  ...tokenCases,
  ...stampCases,
  ...roleCases,
  ...xmlContentCases,
  ...xmlSignatureCases,
  ...xmlStampCases,
  ...prescriptionCases,
  ...pdfRangeCases,
  ...pdfCmsCases,
  ...pdfChangeCases,
  ...pdfRestrictionCases,
  ...pdfShadowCases,
  ...pdfTableCases,
  ...pdfStampCases,
]
