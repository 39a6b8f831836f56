import { answerCases } from './answer-cases.ts'
import { algorithmCases, chainCases, lifeCases, listCases } from './certificate-cases.ts'
import { attributeCases, contentCases, severalSignersCases, signerCases } from './cms-cases.ts'
import { containerCases } from './container-cases.ts'
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
import { xmlContentCases, xmlPlainCases, xmlSignatureCases, xmlStampCases } from './xml-cases.ts'

/** 検証の負例 — files that must not be believed as they stand; docs/negative-cases.md tells them in this order. */
export const subjects: readonly { readonly subject: string; readonly cases: readonly NegativeCase[] }[] = [
  { subject: 'CMS: attributes and content', cases: [...attributeCases, ...contentCases] },
  { subject: 'CMS: the signer', cases: [...signerCases, ...severalSignersCases] },
  { subject: 'Certificates and chains', cases: [...lifeCases, ...algorithmCases, ...chainCases] },
  { subject: 'Revocation lists and OCSP', cases: [...listCases, ...answerCases] },
  { subject: 'Time stamps', cases: [...tokenCases, ...stampCases] },
  { subject: 'Who signed: HPKI and roles', cases: roleCases },
  { subject: 'XML', cases: [...xmlContentCases, ...xmlSignatureCases, ...xmlPlainCases, ...xmlStampCases] },
  { subject: 'Containers', cases: containerCases },
  { subject: 'Electronic prescriptions', cases: prescriptionCases },
  { subject: 'PDF: ranges and the CMS in the gap', cases: [...pdfRangeCases, ...pdfCmsCases] },
  {
    subject: 'PDF: what came later',
    cases: [...pdfChangeCases, ...pdfRestrictionCases, ...pdfShadowCases, ...pdfTableCases, ...pdfStampCases],
  },
]

export const cases: readonly NegativeCase[] = subjects.flatMap((one) => one.cases)
