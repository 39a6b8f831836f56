import { algorithmPolicy } from '../policy/read-policy.ts'
import type { ValidationContext } from '../validation/context.ts'
import { testCertificate } from './test-pki.ts'

/** The test PKI's roots are trusted, nothing else is at hand: a test adds what it is about. */
export const contextAt = (moment: string, more: Partial<ValidationContext> = {}): ValidationContext => ({
  at: Date.parse(moment),
  anchors: [testCertificate('root')],
  hpkiAnchors: [testCertificate('root')],
  stampAnchors: [testCertificate('stamp-root')],
  certificates: [],
  crls: [],
  ocsps: [],
  algorithms: algorithmPolicy(),
  ...more,
})
